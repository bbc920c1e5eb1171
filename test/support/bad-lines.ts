import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT } from '../../cli/exit-codes.ts';
import type { Refusal } from './refused.ts';

/** A complete request. */
export const FORM = join(import.meta.dirname, '../fixtures/forms/mla-general.yaml');
const form = readFileSync(FORM, 'utf8');
/** What a form may have, by its limits, ten times over. */
const MUCH = 'a'.repeat(10 * 1024 * 1024);

/** A command line that asks for what cannot be. */
export interface BadLine extends Refusal {
  readonly title: string;
  readonly by?: 'GD' | 'JM';
  /** `FILE` stands for the file below, `REF` for the case. */
  readonly words: readonly string[];
  readonly file?: string;
  readonly input?: string;
  /** What was prepared is listed among the drafts, and not sent. */
  readonly leavesDraft?: boolean;
}

export const REQUEST = ['request', 'mla.general', '--to', 'JM'];
const { usage, refused, failed, notPermitted } = EXIT;
const HELD_BACK = /^error: nothing was sent: the rules hold it back — mend what is listed/;

/** What is wrong with the form. */
export const BAD_FORMS: readonly BadLine[] = [
  {
    title: 'MLA-20f: a form without a purpose',
    words: [...REQUEST, '--file', 'FILE'],
    file: form.replace(/^purpose: .*\n/m, ''),
    code: refused,
    says: [HELD_BACK, /purpose: “Purpose” is missing.*\(MLA-20f\)/],
  },
  {
    title: 'a form with a field that there is not',
    words: [...REQUEST, '--file', 'FILE'],
    file: `${form}purpse: none\n`,
    code: refused,
    says: [HELD_BACK, /line 57, purpse: There is no field “purpse” here. — Did you mean “purpose”\?/],
  },
  {
    title: 'a form with wrong values',
    words: [...REQUEST, '--file', 'FILE'],
    file: form.replace('nature: investigation', 'nature: fishing').replace('months: 60', 'months: long'),
    code: refused,
    says: [HELD_BACK, /line 5, proceeding_nature: .*Choose one of/, /line 14, .*must be a whole number/],
  },
  {
    title: 'a form that is no YAML',
    words: [...REQUEST, '--file', 'FILE'],
    file: 'subject_matter: "open\n',
    code: usage,
    says: [/form\.yaml: Line 1, column 17: the quotation mark that opens here is not closed\. Put/],
  },
  {
    title: 'a form of ten megabytes',
    words: [...REQUEST, '--file', 'FILE'],
    file: MUCH,
    code: usage,
    says: [/form\.yaml is larger than 1048576 bytes — is it the right file\?/],
  },
  {
    title: 'a form of ten megabytes from a pipe',
    words: [...REQUEST, '--file', '-'],
    input: MUCH,
    code: usage,
    says: [/standard input: The form has more than 1048576 bytes\. Put long texts/],
  },
  {
    title: 'no form',
    words: REQUEST,
    code: usage,
    says: [/--file is missing — make a form with: comity request mla\.general --template/],
  },
];

/** What is named and not there. */
export const BAD_NAMES: readonly BadLine[] = [
  {
    title: 'a State that nobody knows',
    words: ['request', 'mla.general', '--to', 'XX', '--file', FORM],
    code: failed,
    says: [/There is no partner XX — see: comity partners/],
  },
  {
    title: 'MLA-17: a desk that the partner does not have',
    words: [...REQUEST, '--file', FORM, '--to-desk', 'harbour'],
    code: refused,
    says: [HELD_BACK, /JM has no desk “harbour”\. — Address it to central-authority\. \(MLA-17\)/],
  },
  {
    title: 'an own desk that the officer does not act for',
    words: [...REQUEST, '--file', FORM, '--desk', 'harbour'],
    code: notPermitted,
    says: [/You do not act for the desk harbour — ask an officer of that desk/],
  },
  {
    title: 'a kind that there is not',
    words: ['request', 'mla.nothing', '--to', 'JM', '--file', FORM],
    code: usage,
    says: [/there is no kind mla\.nothing — comity kinds lists/],
  },
  {
    title: 'a case that there is not',
    by: 'JM',
    words: ['reply', '7KW', 'acknowledge'],
    code: failed,
    says: [/There is no case of this reference at your desks — see: comity cases/],
  },
  {
    title: 'a reference with a slip',
    by: 'JM',
    words: ['reply', 'GD/2026/ZZZZ-ZZZZ', 'acknowledge'],
    code: usage,
    says: [/is no reference: a character is wrong, or two have changed places/],
  },
  {
    title: 'a command that there is not',
    words: ['inbxo'],
    code: usage,
    says: [/unknown command 'inbxo' — did you mean inbox\?/],
  },
];

const refusal = (ground: string): string =>
  `scope: whole\nbank_secrecy: no\ngrounds:\n  - code: ${ground}\n    parts: [m1, m2]\n`;
const REFUSE = ['reply', 'REF', 'refuse', '--file', 'FILE'];
const POSTPONE = [
  ...['reply', 'REF', 'postpone', '--field', 'ground=G-ONGOING', '--field', 'proceeding_kind=prosecution'],
  ...['--field', 'review_date=2027-01-15', '--field', 'reasons=Arrests are near'],
];

/** What the requested side cannot say to an acknowledged request, or not so. */
export const BAD_REPLIES: readonly BadLine[] = [
  {
    title: 'a verb that there is not',
    words: ['reply', 'REF', 'dance'],
    code: usage,
    says: [/nobody says dance in mla\.general — comity reply REF lists/],
  },
  {
    title: 'a verb that the status does not allow, with those that it does',
    words: ['reply', 'REF', 'resume'],
    code: refused,
    says: [
      /resume \(MLA-30\) cannot be said now — what may be said: .*accept \(MLA-22\), refuse \(MLA-26\), .*postpone \(MLA-30\)/,
      /present status \(in_review\)/,
    ],
  },
  {
    title: 'a check of a verb that the status does not allow, with those that it does',
    words: ['reply', 'REF', 'resume', '--check'],
    code: refused,
    says: [/resume \(MLA-30\) cannot be said now — what may be said: .*accept \(MLA-22\)/],
  },
  {
    title: 'an answer to a question that nobody asked, and nothing about its form',
    words: ['reply', 'REF', 'conditions-determine'],
    code: refused,
    says: [
      /conditions-determine \(MLA-31\) cannot be said now — what may be said: .*conditions-propose \(MLA-31\)/,
    ],
    saysNot: /is missing/,
  },
  {
    title: 'a verb of the other side, with those of this one',
    words: ['reply', 'REF', 'withdraw'],
    code: refused,
    says: [
      /withdraw \(MLA-29\) cannot be said now — what may be said: .*accept/,
      /Only the other State can say this/,
    ],
  },
  {
    title: 'MLA-26: a refusal without a ground',
    words: ['reply', 'REF', 'refuse', '--field', 'scope=whole'],
    code: refused,
    says: [HELD_BACK, /Give a ground by its code for m1, m2: .*\(MLA-26\)/],
  },
  {
    title: 'MLA-28: a refusal without reasons',
    words: REFUSE,
    file: `${refusal('G-DOMESTIC-PROHIBITION')}    provision: Evidence Act, section 12\n`,
    code: refused,
    says: [HELD_BACK, /Give the reasons for refusing measure m1\. \(MLA-28\)/],
  },
  {
    title: 'MLA-8: a refusal on bank secrecy',
    words: REFUSE,
    file: `${refusal('G-LEGAL-SYSTEM').replace('secrecy: no', 'secrecy: yes')}    reasons: It is a bank.\n`,
    code: refused,
    says: [HELD_BACK, /This may not be a ground for refusal: bank secrecy\..*\(MLA-8\)/],
  },
  {
    title: 'MLA-27: a refusal on fiscal matters alone',
    words: REFUSE,
    file: `${refusal('G-FISCAL')}    reasons: It is about taxes.\n`,
    code: refused,
    says: [HELD_BACK, /This is not enough by itself: fiscal matters alone\..*\(MLA-27\)/],
  },
  {
    title: 'MLA-31: a refusal without a consultation',
    words: REFUSE,
    file: `${refusal('G-ESSENTIAL-INTERESTS')}    sub_code: security\n    reasons: Security.\n`,
    code: refused,
    says: [HELD_BACK, /Before refusing on G-ESSENTIAL-INTERESTS, consult on conditions.*\(MLA-31\)/],
  },
  {
    title: 'MLA-31: a postponement without a consultation',
    words: POSTPONE,
    code: refused,
    says: [HELD_BACK, /Before postponing, consult on conditions.*\(MLA-31\)/],
  },
];
