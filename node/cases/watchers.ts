import type { WatchEvent } from '../../protocol/control/types.ts';
import type { Hex } from '../../protocol/value.ts';
import { visibleDesks } from './access.ts';
import type { Officer } from './dependencies.ts';

/** Something that happened in a case, for those whose desks the case has been with. */
export interface CaseEvent {
  readonly desks: readonly string[];
  readonly caseId: Hex;
  readonly event: WatchEvent;
}

export type Listener = (event: CaseEvent) => void;

/** Who hears what happens in cases. Nothing is kept for who does not listen. */
export interface Watchers {
  /** What happens in cases of this officer's desks, until the returned function is called. */
  subscribe(officer: Officer, listener: (event: WatchEvent) => void): () => void;
  /** Everything, for the node itself: the bell of the duty desk. */
  subscribeNode(listener: Listener): () => void;
  tell(events: readonly CaseEvent[]): void;
  /** Whether anybody listens: what costs reads is not told to nobody. */
  readonly anybody: boolean;
}

export function createWatchers(): Watchers {
  const listeners = new Set<Listener>();
  const add = (listener: Listener): (() => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  };
  return {
    subscribe: (officer, listener) =>
      add(({ desks, event }) => {
        if (desks.some((desk) => visibleDesks(officer).includes(desk))) listener(event);
      }),
    subscribeNode: add,
    get anybody() {
      return listeners.size > 0;
    },
    tell(events) {
      for (const event of events) for (const listener of listeners) listener(event);
    },
  };
}
