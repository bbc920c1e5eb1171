import { ComityError } from '../errors.ts';
import type { FieldSpec, Language, Text } from './field-spec.ts';
import type { Instrument, KindGround, KindSpec, PeriodSpec, TimerSpec, Urgency } from './instrument.ts';
import { say } from './say.ts';
import { fieldsOf, kindOf } from './verb-in.ts';

/** One line of the list of what can be asked for. */
export interface KindRow {
  readonly kind: string;
  readonly title: string;
  readonly articles: string[];
  readonly opensWith: string;
  readonly unsolicited: boolean;
}

export interface KindDetails extends KindRow {
  readonly routes: KindSpec['routes'];
  readonly content: readonly FieldSpec[];
  readonly grounds: readonly (KindGround & { readonly title: string })[];
  readonly groundsClosed: boolean;
  readonly forbidden: readonly {
    readonly code: string;
    readonly paragraph: string;
    readonly title: string;
  }[];
  readonly dualCriminality: KindSpec['dualCriminality'];
  readonly postpone: KindSpec['postpone'];
  readonly timers: readonly TimerRow[];
  readonly verbs: string[];
}

export interface TimerRow {
  readonly timer: string;
  readonly paragraph: string;
  readonly title: string;
  readonly bound: string;
  /** In words; says so where the number is ours and not the text's. */
  readonly period: string;
}

export interface ParagraphDetails {
  readonly code: string;
  readonly article: string;
  readonly says: string;
  /** What the software does about it. */
  readonly does?: string;
  readonly slip?: { readonly literal: string; readonly applied: string; readonly anomaly: string };
}

/** Everything that can be opened under an instrument. */
export function describeKinds(instrument: Instrument, language: Language): KindRow[] {
  return Object.values(instrument.kinds).map((kind) => kindRow(kind, language));
}

/** What a kind asks for, allows and forbids, and its periods. @throws ComityError `unknown-kind` */
export function describeKind(instrument: Instrument, name: string, language: Language): KindDetails {
  const kind = kindOf(instrument, name);
  if (kind === undefined) {
    throw new ComityError('unknown-kind', `There is no kind ${name} — see: comity kinds.`);
  }
  return {
    ...kindRow(kind, language),
    routes: kind.routes,
    content: fieldsOf(instrument, kind.kind, kind.opensWith) ?? kind.content,
    grounds: kind.grounds.map((ground) => ({
      ...ground,
      title: titleIn(instrument.grounds, ground.code, language),
    })),
    groundsClosed: kind.groundsClosed,
    forbidden: kind.forbidden.map((code) => ({
      code,
      paragraph: instrument.forbiddenGrounds[code]?.paragraph ?? '',
      title: titleIn(instrument.forbiddenGrounds, code, language),
    })),
    dualCriminality: kind.dualCriminality,
    postpone: kind.postpone,
    timers: kind.timers.flatMap((timer) => {
      const spec = instrument.timers[timer];
      return spec === undefined ? [] : [timerRow(spec, language)];
    }),
    verbs: [...kind.verbs],
  };
}

/**
 * A paragraph in our words; `mla-20F` and `MLA-20f` are the same.
 * @throws ComityError `unknown-paragraph`
 */
export function describeParagraph(
  instrument: Instrument,
  name: string,
  language: Language,
): ParagraphDetails {
  const code = name.toUpperCase().replace(/\d[A-Z]+$/, (end) => end.toLowerCase());
  const found = Object.hasOwn(instrument.paragraphs, code) ? instrument.paragraphs[code] : undefined;
  if (found === undefined) {
    throw new ComityError('unknown-paragraph', `There is no paragraph ${name} here — write it as in MLA-24.`);
  }
  const { article, says, does, slip } = found;
  return {
    code,
    article,
    says: say(says, language),
    ...(does === undefined ? {} : { does: say(does, language) }),
    ...(slip === undefined ? {} : { slip }),
  };
}

function kindRow({ kind, title, articles, opensWith, unsolicited }: KindSpec, language: Language): KindRow {
  return { kind, title: say(title, language), articles: [...articles], opensWith, unsolicited };
}

function titleIn(
  table: Readonly<Record<string, { readonly title: Text } | undefined>>,
  code: string,
  language: Language,
): string {
  const entry = table[code];
  return entry === undefined ? code : say(entry.title, language);
}

function timerRow(spec: TimerSpec, language: Language): TimerRow {
  const { timer, paragraph, title, bound } = spec;
  return { timer, paragraph, title: say(title, language), bound, period: periodWords(spec, language) };
}

/** A period in words. Where the text gives no number, the words say that the number is a default. */
export function periodWords(spec: TimerSpec, language: Language): string {
  const lanes = (['routine', 'urgent', 'emergency'] as const).flatMap((lane) => {
    const period = spec.period[lane];
    return period === undefined ? [] : [`${say(LANES[lane], language)} ${amountWords(period, language)}`];
  });
  if (lanes.length === 0) return say(AS_DATED, language);
  const mark = spec.bound === 'number_in_text' ? '' : ` (${say(DEFAULT, language)})`;
  return `${lanes.join(', ')}${mark}`;
}

function amountWords({ amount, unit }: PeriodSpec, language: Language): string {
  return `${amount} ${say(amount === 1 ? UNITS[unit].one : UNITS[unit].many, language)}`;
}

const LANES: Readonly<Record<Urgency, Text>> = {
  routine: { en: 'routine', fr: 'ordinaire' },
  urgent: { en: 'urgent', fr: 'urgent' },
  emergency: { en: 'emergency', fr: 'urgence absolue' },
};
const UNITS: Readonly<Record<PeriodSpec['unit'], { readonly one: Text; readonly many: Text }>> = {
  minutes: { one: { en: 'minute', fr: 'minute' }, many: { en: 'minutes', fr: 'minutes' } },
  hours: { one: { en: 'hour', fr: 'heure' }, many: { en: 'hours', fr: 'heures' } },
  days: { one: { en: 'day', fr: 'jour' }, many: { en: 'days', fr: 'jours' } },
};
const AS_DATED: Text = { en: 'on the day that the act names', fr: 'au jour que l’acte indique' };
const DEFAULT: Text = { en: 'our default, not the text’s', fr: 'valeur par défaut, non celle du texte' };
