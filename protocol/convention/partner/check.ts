import type { Regime } from '../../item/act.ts';
import type { Fields, Time } from '../../value.ts';
import type { Language } from '../field-spec.ts';
import type { DeskRole, Instrument, KindSpec, Urgency } from '../instrument.ts';
import type { Finding } from '../problem.ts';
import type { PartyProfile } from './party-profile.ts';

export interface PresendInput {
  readonly instrument: Instrument;
  readonly kind: string;
  readonly verb: string;
  readonly urgency: Urgency;
  /** Completed content, act and body together. */
  readonly content: Fields;
  /** Language of the body. */
  readonly bodyLanguage: string;
  readonly channel: 'node' | 'diplomatic' | 'interpol';
  readonly itemBytes: number;
  readonly attachmentBytes: readonly number[];
  /** It is the first of its case, though its verb is not the one that opens the kind. */
  readonly notesOpening?: boolean;
  /** Security requirements that this message fulfils, such as `countersignature`. */
  readonly fulfilled: readonly string[];
  readonly own: PartyProfile;
  readonly partner: PartyProfile;
  /** The rule-book that both profiles give; absent in a case that has its own, or where none does. */
  readonly regime?: Regime;
  /** Of the desk to which it is addressed. */
  readonly recipientRole?: DeskRole;
  readonly at: Time;
  readonly language?: Language;
}

/** What each check of a message against the partner's profile reads. */
export interface Check extends PresendInput {
  readonly spec: KindSpec;
  readonly opening: boolean;
  /** The day of the draft, in UTC. */
  readonly day: string;
}

export type Find = (check: Check) => readonly Finding[];

type Details = Readonly<Record<string, string | number>>;

export function block(paragraph: string, code: Finding['code'], details: Details): Finding {
  return { path: '', paragraph, level: 'BLOCK', code, details };
}

export function warn(paragraph: string, code: Finding['code'], details: Details): Finding {
  return { path: '', paragraph, level: 'WARN', code, details };
}
