import type { Choice, FieldSpec, KindSpec, VerbSpec } from '../../instrument.ts';
import type { VerbVariation } from '../../verb-spec.ts';
import { choice, field, words } from '../fields/field.ts';
import { outcomes } from '../fields/scope.ts';
import { BASE_VERBS, CONSULT_VERBS } from './verb-sets.ts';

/** What is said where help is owed by no paragraph: proposals and talks, but no conditions. */
export const COOPERATION_VERBS: readonly string[] = [
  'REQUEST',
  ...BASE_VERBS,
  ...CONSULT_VERBS.filter((name) => !name.startsWith('CONDITIONS_')),
  'RECONSIDER',
];

export const COOPERATION_TIMERS: readonly string[] = [
  'T-ORAL-CONFIRM',
  'T-DUTY-ACK',
  'T-ACK',
  'T-EXECUTE',
  'T-STATUS-REPLY',
  'T-INFO-REPLY',
  'T-CONSULT',
  'T-INTRA-STATE',
];

/** Subjects on which something can be proposed in a kind, in the place of those of assistance. */
export function proposalsOn(
  paragraph: string,
  subjects: readonly Choice[],
): Readonly<Record<'PROPOSE' | 'AGREE' | 'DECLINE', VerbVariation>> {
  const subject: FieldSpec = field('subject', 'choice', paragraph, {
    required: true,
    choices: [
      ...subjects,
      choice('regime', 'which rule-book governs', 'les règles applicables', { paragraph: 'MLA-7' }),
    ],
    en: ['Subject', 'What is to be agreed.'],
    fr: ['Objet', 'Ce qui est à convenir.'],
    example: subjects[0]?.code ?? 'regime',
  });
  const content = [subject];
  return { PROPOSE: { content }, AGREE: { content }, DECLINE: { content } };
}

/** The answer may be a text alone: there is nothing to be executed entry by entry. */
export const PLAIN_RESULT: VerbVariation = {
  guards: ['conditions-settled'] satisfies VerbSpec['guards'],
  content: [outcomes(false)],
};

export const viaOrganization = field('via_organization', 'text', 'LEC-2', {
  textMax: 500,
  en: ['Through an organization', 'The organization whose channels are used besides, if any.'],
  fr: ['Par une organisation', 'L’organisation dont les voies servent aussi, le cas échéant.'],
  example: words('INTERPOL, regional bureau', 'INTERPOL, bureau régional'),
});

type CooperationData = Pick<KindSpec, 'kind' | 'title' | 'articles' | 'routes' | 'content'> &
  Partial<KindSpec>;

/**
 * A kind of cooperation beside assistance: who cannot help says so and owes no reasons; nothing is postponed,
 * no dual criminality is asked for (register 1.2).
 */
export const cooperation = (data: CooperationData): KindSpec => ({
  opensWith: 'REQUEST',
  unsolicited: false,
  regimes: ['article_only'],
  grounds: [
    {
      code: 'G-DISCRETION',
      paragraph: data.articles[0] ?? '',
      consultFirst: false,
      reasons: 'none',
      whenIncomplete: 'ACK',
    },
  ],
  groundsClosed: false,
  forbidden: [],
  dualCriminality: 'none',
  postpone: { allowed: false, consultFirst: false },
  intakeReasons: ['security_level', 'authenticity', 'not_party'],
  timers: COOPERATION_TIMERS,
  verbs: COOPERATION_VERBS,
  automaticCaveats: [],
  paragraphsUnder: {},
  ...data,
});
