import type { Regime } from '../item/act.ts';
import type { Time } from '../value.ts';
import type { Catalogue } from './catalogue.ts';
import { given, textOf } from './content/form-value.ts';
import type { Language } from './field-spec.ts';
import type { Instrument, KindSpec } from './instrument.ts';
import {
  coversDay,
  dayOf,
  declaredRecords,
  declaredText,
  type PartyProfile,
} from './partner/party-profile.ts';
import { type Finding, type Problem, problem } from './problem.ts';
import { kindOf } from './verb-in.ts';

export interface RegimeInput {
  readonly instrument: Instrument;
  readonly kind: string;
  readonly own: PartyProfile;
  readonly partner: PartyProfile;
  readonly at: Time;
  readonly catalogue?: Catalogue;
  readonly language?: Language;
}

export interface ResolvedRegime {
  /** Absent where neither the convention nor a treaty carries the case. */
  readonly regime?: Regime;
  readonly problems: readonly Problem[];
}

/** A treaty that one of the two profiles alone names: it does not govern, and is not passed over (D-03). */
export const CLAIMED = 'claimed';

/** A treaty or arrangement that both profiles name, with each other as partner. */
interface SharedTreaty {
  readonly id: string;
  readonly form: string;
  readonly rulePack?: string;
}

/**
 * Which rule-book governs a case (register 0.6), from what both public profiles say on the day of the draft,
 * so that both sides find the same. The opening act freezes it.
 */
export function resolveRegime(input: RegimeInput): ResolvedRegime {
  const { instrument, own, partner } = input;
  const day = dayOf(input.at);
  const spec = kindOf(instrument, input.kind);
  if (spec === undefined) throw new TypeError(`no kind ${input.kind} in ${instrument.id}`);
  const treaties = treatiesOn(spec, own, partner, day);
  const claimed = claimedOn(spec, own, partner, day);
  const gates = [own, partner].flatMap((profile) => forceFinding(profile, day));
  const findings = [
    ...(treaties.length > 0 ? [] : gates),
    ...(claimed.length > 0 ? [REGIMES_DIFFER] : []),
    ...treaties
      .filter(({ rulePack, form }) => form !== REPLACEMENT && rulePack === undefined)
      .map(withoutPack),
  ];
  const problems = findings.map((finding) => problem(finding, input.language ?? 'en'));
  if (gates.length > 0 && treaties.length === 0) return { problems };
  return { regime: regimeOf(input, spec, { treaties, claimed, inForce: gates.length === 0 }), problems };
}

interface Bases {
  readonly treaties: readonly SharedTreaty[];
  readonly claimed: readonly string[];
  readonly inForce: boolean;
}

function regimeOf(input: RegimeInput, spec: KindSpec, { treaties, claimed, inForce }: Bases): Regime {
  const governing = treaties.filter(({ form }) => form !== REPLACEMENT);
  const pack = governing.find(({ rulePack }) => rulePack !== undefined)?.rulePack;
  return {
    legalBasis: [
      ...(inForce ? [{ basis: 'convention', reference: input.instrument.id }] : []),
      ...governing.map(({ id, form }) => ({ basis: form, reference: id })),
      ...claimed.map((reference) => ({ basis: CLAIMED, reference })),
    ],
    procedure: procedureOf(spec, treaties, inForce),
    ...(pack === undefined ? {} : { rulePack: pack }),
    ...(input.catalogue === undefined
      ? {}
      : { catalogueVersion: `${input.catalogue.id}/${input.catalogue.version}` }),
    conventionVersion: input.instrument.version,
  };
}

/** MLA-7: the treaty governs, unless both agreed to put the convention's own paragraphs in its place. */
function procedureOf(spec: KindSpec, treaties: readonly SharedTreaty[], inForce: boolean): string {
  const usual = spec.regimes[0] ?? 'article_only';
  if (spec.treaty === undefined || treaties.every(({ form }) => form === REPLACEMENT)) return usual;
  const replaced = treaties.some(({ form }) => form === REPLACEMENT);
  return replaced && inForce ? spec.treaty.replacedBy : spec.treaty.procedure;
}

/** Treaties on the subject of a kind that both name. */
function treatiesOn(
  spec: KindSpec,
  own: PartyProfile,
  partner: PartyProfile,
  day: string,
): readonly SharedTreaty[] {
  const theirs = treatiesWith(partner, own.party, day);
  return treatiesWith(own, partner.party, day).filter(
    (treaty) =>
      concerns(spec, treaty) &&
      theirs.some(({ id, subject }) => id === treaty.id && subject === treaty.subject),
  );
}

/** D-03: what one profile alone names on the subject. Both officers hear of it. */
function claimedOn(spec: KindSpec, own: PartyProfile, partner: PartyProfile, day: string): readonly string[] {
  const idsOf = (profile: PartyProfile, other: string): readonly string[] =>
    treatiesWith(profile, other, day)
      .filter((treaty) => concerns(spec, treaty))
      .map(({ id }) => id);
  const mine = idsOf(own, partner.party);
  const theirs = idsOf(partner, own.party);
  const once = [...mine, ...theirs].filter((id) => mine.includes(id) !== theirs.includes(id));
  return [...new Set(once)].sort();
}

const REGIMES_DIFFER: Finding = { path: '', paragraph: 'MLA-7', level: 'WARN', code: 'regimes-differ' };

/** Whether a treaty is on a subject, and of a form, that may govern a kind. */
function concerns({ treaty }: KindSpec, { subject, form }: SharedTreaty & { subject: string }): boolean {
  if (treaty === undefined) return false;
  const subjects = typeof treaty.subject === 'string' ? [treaty.subject] : treaty.subject;
  const isForm = treaty.forms === undefined || form === REPLACEMENT || treaty.forms.includes(form);
  return subjects.includes(subject) && isForm;
}

/** An agreement to apply the convention in the place of a treaty. */
const REPLACEMENT = 'replacement';

function treatiesWith(
  profile: PartyProfile,
  partner: string,
  day: string,
): readonly (SharedTreaty & { subject: string })[] {
  return declaredRecords(profile, 'arrangements', day)
    .filter((record) => given(record, 'partner') === partner && coversDay(record, day))
    .map((record) => ({
      id: textOf(record, 'id'),
      subject: textOf(record, 'subject'),
      form: textOf(record, 'form'),
      ...(given(record, 'rule_pack') === undefined ? {} : { rulePack: textOf(record, 'rule_pack') }),
    }));
}

/** ICO-1, EIF-2, DEN-1: whether the convention is in force for a party on a day. */
export function forceFinding(profile: PartyProfile, day: string): readonly Finding[] {
  const from = declaredText(profile, 'participation.in_force_from', day);
  const until = declaredText(profile, 'participation.out_of_force_from', day);
  const { party } = profile;
  if (from === undefined) return [block('ICO-1', 'not-in-force', { party })];
  if (day < from) return [block('EIF-2', 'in-force-later', { party, date: from })];
  return until !== undefined && day >= until ? [block('DEN-1', 'out-of-force', { party, date: until })] : [];
}

function block(paragraph: string, code: Finding['code'], details: Readonly<Record<string, string>>): Finding {
  return { path: '', paragraph, level: 'BLOCK', code, details };
}

function withoutPack({ id }: SharedTreaty): Finding {
  return {
    path: '',
    paragraph: 'MLA-7',
    level: 'WARN',
    code: 'treaty-without-pack',
    details: { reference: id },
  };
}
