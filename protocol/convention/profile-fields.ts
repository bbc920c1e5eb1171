import type { Fields, Value } from '../value.ts';
import { checkContent, type CheckContext } from './content/check-content.ts';
import { completeContent } from './content/complete-content.ts';
import { type FormContent, type FormValue, given, isRecord } from './content/form-value.ts';
import type { FieldSpec } from './field-spec.ts';
import type { Problem } from './problem.ts';
import { ASSISTANCE_FIELDS } from './profile/assistance-fields.ts';
import { AUTHORITY_FIELDS } from './profile/authority-fields.ts';
import { DATA_FIELDS } from './profile/data-fields.ts';
import { EXTRADITION_FIELDS } from './profile/extradition-fields.ts';
import { PARTICIPATION_FIELDS } from './profile/participation-fields.ts';
import { oneOf, type ProfileField, says } from './profile/profile-field.ts';

/** What a State may say of itself beside its keys, desks and limits (register, section 4), by dotted name. */
export const PROFILE_FIELDS: readonly ProfileField[] = [
  ...PARTICIPATION_FIELDS,
  ...AUTHORITY_FIELDS,
  ...ASSISTANCE_FIELDS,
  ...EXTRADITION_FIELDS,
  ...DATA_FIELDS,
];

/**
 * What stands round a declaration. A moment that the text does not foresee is carried, never rejected.
 */
const WRAPPER: readonly FieldSpec[] = [
  says('text', 'MLA-16', ['In the State’s own words', 'Dans les termes de l’État'], { type: 'text' }),
  says('moment', 'EPROD-3', ['Made at', 'Faite lors de'], {
    ...oneOf(
      ['signature', 'signature', 'la signature'],
      ['ratification', 'ratification', 'la ratification'],
      ['acceptance', 'acceptance', 'l’acceptation'],
      ['approval', 'approval', 'l’approbation'],
      ['accession', 'accession', 'l’adhésion'],
      ['later', 'later', 'ultérieurement'],
      ['not_stated', 'not stated', 'non indiqué'],
    ),
  }),
  says('effective_from', 'MLA-16', ['Effective from', 'Prend effet le'], { type: 'date' }),
  says('withdrawn_on', 'MLA-16', ['Withdrawn on', 'Retirée le'], {
    type: 'date',
    notBefore: 'effective_from',
  }),
  says('notification_reference', 'MLA-16', ['Depositary’s reference', 'Référence du dépositaire'], {
    type: 'text',
  }),
  says('notification_date', 'MLA-16', ['Notified on', 'Notifiée le'], { type: 'date' }),
].map(({ spec }) => spec);

/**
 * Declarations under their full names: an operator may also write them in groups, `mla:` with `costs_note`
 * below it. A name that is no field and no group stays, for the check to name.
 */
function flatDeclarations(content: FormContent | Fields): FormContent {
  return Object.fromEntries(flatten(content as FormContent, ''));
}

function flatten(group: FormContent, prefix: string): readonly [string, FormValue][] {
  return Object.entries(group).flatMap(([name, value]): readonly [string, FormValue][] => {
    const whole = `${prefix}${name}`;
    const isGroup = isRecord(value) && NAMES.some((known) => known.startsWith(`${whole}.`));
    return isGroup ? flatten(value as FormContent, `${whole}.`) : [[whole, value]];
  });
}

const NAMES = PROFILE_FIELDS.map(({ spec }) => spec.name);

/** The fields as a form, fitted to which declarations of this content are wrapped. */
function profileForm(content: FormContent | Fields): readonly FieldSpec[] {
  return PROFILE_FIELDS.map(({ spec, declared }) => {
    const value = given(content as Fields, spec.name);
    return declared && isWrapped(value) ? wrapped(spec) : spec;
  });
}

function isWrapped(value: Value | undefined): boolean {
  return isRecord(value) && Object.hasOwn(value, 'value');
}

function wrapped(spec: FieldSpec): FieldSpec {
  return { ...spec, type: 'record', fields: [{ ...spec, name: 'value', required: true }, ...WRAPPER] };
}

/** Declarations as they travel: texts turned into numbers and truths, empty ones dropped. */
export function completeDeclarations(content: FormContent | Fields): Fields {
  const flat = flatDeclarations(content);
  return completeContent(profileForm(flat), flat);
}

/** Everything that is wrong with declarations, at once: unknown names, wrong types and values. */
export function checkDeclarations(
  content: FormContent | Fields,
  context: CheckContext = {},
): readonly Problem[] {
  const flat = flatDeclarations(content);
  return checkContent(profileForm(flat), flat, context);
}

/**
 * What a new profile says before anybody has edited it: in force from a day on, in these languages, node to
 * node.
 */
export function defaultDeclarations(inForceFrom: string, languages: readonly string[]): Fields {
  return {
    'participation.in_force_from': inForceFrom,
    'languages.accepted': languages.map((language) => ({ language })),
    'mla.diplomatic_channel': 'no',
    'mla.interpol_channel': 'no',
    'mla.oral_requests': 'urgent_only',
    'mla.oral_confirmation_required': true,
    'mla.without_dual_criminality': 'non_coercive',
    'mla.emergency_grounds': 'budapest_27',
    'contact_24_7.part_of': 'CA',
    'preservation.usual_period_days': 90,
    'rules.mla14_reading': 'not',
  };
}
