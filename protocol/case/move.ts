import type { Side } from '../convention/instrument.ts';
import type { Act } from '../item/act.ts';
import type { Header } from '../item/header.ts';
import type { Fields, Hex } from '../value.ts';
import { idsIn, textIn } from './content.ts';
import type { Row, Rulebook } from './rulebook.ts';
import type { CaseState } from './state.ts';

/** What the act of a side may be held against: who, when, and how much of the other side it had seen. */
export interface Utterance {
  readonly side: Side;
  readonly act: SpokenAct;
  /** `created` of the header, or the time at which an officer drafts. */
  readonly at: number;
  /** Items of the other side that its author had seen, by number. */
  readonly seenIndex: number;
  /** What its header pins; absent where only the verb is in question, not the act. */
  readonly pinned?: Pinned;
}

/** What the rules may read of an act. */
export type SpokenAct = Pick<Act, 'verb' | 'content'> & Partial<Pick<Act, 'regime' | 'quotes'>>;

export type Pinned = Pick<Header, 'senderProfile' | 'recipientProfile' | 'recipient' | 'urgency'>;

/** An act that takes effect. */
export interface Move extends Utterance {
  readonly rules: Rulebook;
  readonly row: Row;
  readonly id: Hex;
  readonly header: Header;
  readonly act: Act;
  /** Its place in the chain of its side. */
  readonly index: number;
  /**
   * It breaks no rule. One that does discharges no duty of its author, lifts no caveat, ends no protection.
   */
  readonly conforms: boolean;
  /** The case before it: what the rules of the instrument are asked of. */
  readonly before: CaseState;
  /** It crossed an act over which it prevails (register 3.1.4). */
  readonly prevails: boolean;
  /** It crossed the answer to the question that it asks. */
  readonly closesItsDialog: boolean;
}

/** One consequence of an act. */
export type Consequence = (state: CaseState, move: Move) => CaseState;

/** Whether an act speaks of the whole case: it says so, or it names no parts. */
export function coversWhole(content: Fields): boolean {
  const scope = textIn(content, 'scope');
  return scope === undefined ? idsIn(content, 'parts').length === 0 : scope !== 'part';
}
