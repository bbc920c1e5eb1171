/** The forms that the tour sends. They are written as an officer would, and hold nothing real. */
export const FORMS = {
  'bank-records.yaml': `# Grenada asks Jamaica for the records of a bank account.
requesting_authority: Central Authority
own_reference: AG 2026/0215
subject_matter: Money of a water utility, diverted by forged payment orders
proceeding_nature: investigation
conducting_authority:
  name: Financial Intelligence Unit
  function: Inquiry into the forged orders
offences:
  - catalogue_code: illegal_access
    label: Intrusion into a computer system
    conduct_description: |
      Somebody guessed the password of a clerk's mailbox, read the mail in it, and sent payment orders
      in the clerk's name.
    provisions: ["Electronic Crimes Act, section 6"]
facts_summary: |
  On 14 May 2026 three payment orders reached the utility's bank from the mailbox of a clerk who was
  on leave. The money went to account 77-1830 in Kingston, and was drawn in cash within two days.
persons:
  - kind: legal
    role: holder
    identity: Blue Mountain Bank
    location: Kingston
    nationality: Jamaica
measures:
  - code: records_originals_or_copies
    description: Statements of account 77-1830 at the Blue Mountain Bank, and who opened it
    record_kind: bank
    holder: Blue Mountain Bank, Kingston
    period_from: 2026-05-01
    period_until: 2026-06-30
    copy: certified_copy
purpose: To find out who held the account and who drew the money
purpose_proceedings:
  - nature: investigation
    authority: Magistrates' Court, Saint George's
    reference: FIU 2026/44
`,
  'question.yaml': `items:
  - needed: yes
    question: The account has two holders. Are the records of both wanted?
`,
  'answer.yaml': `answers:
  - id: q1
    outcome: answered
    answer: Yes, of both.
`,
  'result.yaml': `outcomes:
  - id: m1
    outcome: executed
    note: Certified copies of the statements of both holders follow.
objects:
  - class: record
    description: Statements of account 77-1830, May and June 2026
    part: m1
`,
  'tip.yaml': `# Grenada tells Trinidad and Tobago something that nobody has asked for.
belief: [helps_inquiries, may_lead_to_request]
subject: Bank accounts of a group that forges payment orders
information: |
  In an investigation of our own we found that the same group has opened accounts at two banks in
  Port of Spain. We can name them on request.
restrictions:
  - type: use
    text: For inquiries only; not before a court without our consent.
    permitted_purposes: [investigation]
    onward: with_consent
own_inquiry_ongoing: yes
`,
} as const;

export type FormName = keyof typeof FORMS;
