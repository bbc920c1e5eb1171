import type { Entry } from './epoch-queue.ts';

/** Numbers that are watched one by one until they are seen in the store. */
const GIVEN_MAX = 4096;

/** How far one lane of an epoch has been read from the store, and what of it can be sent. */
export interface LaneView {
  /** Up to here all has been read, but for what was given and is not seen yet. */
  cursor: number;
  /** Given in this process and not yet seen in the store: their commits may come in another order. */
  readonly given: Set<number>;
  /** There were too many of these: every commit is worth a look. */
  manyGiven: boolean;
  /** There may be more behind the cursor. */
  more: boolean;
  readonly ready: Entry[];
}

/** Of a lane of which nothing has been read. */
export function laneView(): LaneView {
  return { cursor: 0, given: new Set(), manyGiven: false, more: true, ready: [] };
}

/** A number was given, and is not in the store yet. */
export function noteGiven(view: LaneView, number: number): void {
  view.given.add(number);
  if (view.given.size > GIVEN_MAX) rereadGiven(view);
}

/**
 * While nobody takes, a lane may grow without end: it is read again from there on instead of being
 * remembered.
 */
function rereadGiven(view: LaneView): void {
  view.cursor = Math.min(view.cursor, Math.min(...view.given) - 1);
  view.manyGiven = true;
  view.given.clear();
}
