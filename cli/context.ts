import type { Time } from '../protocol/value.ts';
import type { Block } from './view/block.ts';

/** What a handler may know of the process that it runs in. It reads nothing of it by itself. */
export interface Context {
  readonly now: () => Time;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly places: Places;
  readonly json: boolean;
  /** Whether a person can be asked. */
  readonly interactive: boolean;
  /** Tells a person how far it is or what comes next; nothing in `--json`. Never the result. */
  readonly say: (...blocks: readonly Block[]) => Promise<void>;
  /**
   * Shows on a terminal how far something long is, in one line that the next text takes the place of; nothing
   * elsewhere, nor in `--json`.
   */
  readonly progress: (text: string) => Promise<void>;
  /** Aborted by Ctrl-C. Who does something long listens, and leaves nothing half done. */
  readonly signal: AbortSignal;
  /** From now on the command listens to signals itself. */
  readonly takeSignals: () => void;
}

/** Where things lie, as options, environment and defaults say together. */
export interface Places {
  /** The node's home; undefined if nobody said, then the officer's folder knows the node. */
  readonly home: string | undefined;
  /** The home of a node that `init` makes and `start` opens, if nobody said. */
  readonly defaultHome: string;
  readonly officer: string;
  /** Socket of the daemon, if it was named. */
  readonly node: string | undefined;
  readonly passphraseFile: string | undefined;
}
