/** A small request for mutual legal assistance that breaks no rule. */
export function smallRequest() {
  return {
    requesting_authority: 'Central Authority',
    subject_matter: 'A benchmark of the node',
    proceeding_nature: 'investigation',
    conducting_authority: { name: 'Financial Crimes Unit', function: 'Criminal investigation' },
    offences: [
      {
        id: 'o1',
        catalogue_code: 'illegal_access',
        label: 'Unauthorised access',
        conduct_description: 'Using a password of another person',
        provisions: ['Electronic Crimes Act, section 5'],
      },
    ],
    facts_summary: 'Somebody entered a mail server.',
    measures: [
      {
        id: 'm1',
        code: 'records_originals_or_copies',
        description: 'Statements of one account',
        record_kind: 'bank',
        holder: 'Harbour Bank',
      },
    ],
    purpose: 'To establish where the money went',
    purpose_proceedings: [
      { id: 'p1', nature: 'investigation', authority: 'Director of Public Prosecutions' },
    ],
    dual_criminality_statement: 'Unauthorised access is an offence under both laws.',
  };
}
