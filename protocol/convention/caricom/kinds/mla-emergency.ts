import type { KindGround, KindSpec, Level, Predicate } from '../../instrument.ts';
import { emergency, relationToEmergency } from '../fields/emergency.ts';
import { words } from '../fields/field.ts';
import { measures, particularProcedures } from '../fields/measures.ts';
import { assistanceContent, MLA_TREATY, MLA_VERBS } from './assistance.ts';
import { BUDAPEST, EMERGENCY_CHECKS, EMERGENCY_DRAFTING } from './mla-emergency-checks.ts';
import { EMERGENCY_VARIATIONS } from './mla-emergency-variations.ts';
import { EXPLAIN_VERBS } from './verb-sets.ts';

/** Both States say that an emergency request meets the grounds of MLA-26 instead of Budapest 27. */
const MLA_26: Predicate = {
  all: (['requesting', 'requested'] as const).map((by) => ({
    declares: { by, field: 'mla.emergency_grounds', equals: 'mla_26' },
  })),
};

const ground = (code: string, paragraph: string, rest: Partial<KindGround> = {}): KindGround => ({
  code,
  paragraph,
  consultFirst: true,
  reasons: 'block',
  ...rest,
});

/** What MLA-9 to 29 weigh in an emergency: as Budapest 27 and 28 say the same; less under a treaty. */
const paragraphsUnder: KindSpec['paragraphsUnder'] = {
  ...Object.fromEntries(
    ['20', '21', '22', '25', '26', '26a', '26b', '26c', '26d', '28', '29'].map((number) => [
      `MLA-${number}`,
      { regimes: BUDAPEST, otherwise: 'WARN' satisfies Level },
    ]),
  ),
  'MLA-9': { regimes: [], otherwise: 'WARN' },
  'MLA-27': { regimes: BUDAPEST, otherwise: 'WARN' },
  // D-10: read into an emergency request, with a reason to depart from it.
  'MLA-8': { regimes: [], otherwise: 'ACK' },
  'MLA-24': { regimes: [], otherwise: 'ACK' },
};

/** EMLA: mutual legal assistance that cannot wait. */
export const MLA_EMERGENCY: KindSpec = {
  kind: 'mla.emergency',
  title: words('Mutual legal assistance in an emergency', 'Entraide judiciaire d’urgence'),
  articles: ['EMLA-1', 'EMLA-4', 'EMLA-7'],
  opensWith: 'REQUEST',
  unsolicited: false,
  routes: [
    { from: ['CA', 'COMP'], to: ['CA'], paragraph: 'EMLA-1' },
    {
      from: ['CA', 'JUD'],
      to: ['JUD'],
      paragraph: 'EMLA-9',
      onlyIf: { declares: { by: 'requested', field: 'mla.emergency_direct.judicial', equals: true } },
      copies: ['CA'],
    },
    {
      from: ['CA', 'JUD', 'POC'],
      to: ['POC'],
      paragraph: 'EMLA-9',
      onlyIf: { declares: { by: 'requested', field: 'mla.emergency_direct.contact_24_7', equals: true } },
      copies: ['CA'],
    },
    // EMLA-6: what was agreed lets the result go straight to another desk of the State that asked.
    {
      from: ['LEA', 'POC', 'JUD', 'COMP'],
      to: ['CA', 'JUD', 'POC'],
      paragraph: 'EMLA-6',
      onlyIf: { agreed: 'alt_result_channel' },
    },
  ],
  regimes: ['budapest_27_28', 'treaty', 'treaty_replaced_by_budapest'],
  treaty: { ...MLA_TREATY, replacedBy: 'treaty_replaced_by_budapest' },
  languageLevel: 'BLOCK',
  content: assistanceContent([
    ...emergency(
      'EMLA-1',
      relationToEmergency('assistance_relation_to_emergency', 'EMLA-1', [
        'How the assistance bears on the emergency: what it will allow to be done.',
        'Le rapport de l’aide avec l’urgence : ce qu’elle permettra de faire.',
      ]),
    ),
    measures,
    particularProcedures,
  ]),
  grounds: [
    ground('G-POLITICAL', 'EMLA-7', { onlyIf: { procedure: BUDAPEST } }),
    ground('G-ESSENTIAL-INTERESTS', 'EMLA-7'),
    ground('G-DOMESTIC-PROHIBITION', 'EMLA-7'),
    ground('G-LEGAL-SYSTEM', 'EMLA-7'),
    ground('G-NO-DUAL-CRIM', 'EMLA-7'),
    ground('G-NONCONFORM', 'MLA-26a', { onlyIf: MLA_26 }),
    ground('G-TREATY-PACK', 'EMLA-8', { consultFirst: false, onlyIf: { procedure: ['treaty'] } }),
    ground('G-FISCAL', 'MLA-27', { consultFirst: false }),
  ],
  groundsClosed: false,
  forbidden: ['X-BANK-SECRECY', 'X-FISCAL-SOLE', 'X-DC-LABEL', 'X-ELECTRONIC-FORM'],
  dualCriminality: 'domestic',
  postpone: { allowed: true, consultFirst: true },
  intakeReasons: ['security_level', 'authenticity', 'not_party'],
  timers: [
    'T-ORAL-CONFIRM',
    'T-DUTY-ACK',
    'T-EMLA-SUPP-ASK',
    'T-EMLA-SUPP',
    'T-EMLA-RESPOND',
    'T-EXECUTE',
    'T-SUGGESTED',
    'T-STATUS-REPLY',
    'T-STILL-NEEDED',
    'T-CONSULT',
    'T-POSTPONE-REVIEW',
    'T-CONF-CANNOT',
    'T-EXCULP-PRIOR',
    'T-EXCULP-AFTER',
    'T-USE-EXPLAIN',
    'T-CA-COPY',
    'T-REFER',
    'T-INTRA-STATE',
  ],
  verbs: [...MLA_VERBS, ...EXPLAIN_VERBS, 'CA_COPY', 'REFER_NOTICE'],
  automaticCaveats: ['C-USE-LIMIT'],
  variations: EMERGENCY_VARIATIONS,
  paragraphsUnder,
  checks: EMERGENCY_CHECKS,
  drafting: EMERGENCY_DRAFTING,
};
