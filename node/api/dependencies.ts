import type { Caller, Handlers, WatchSource } from '../../protocol/control/handlers.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';

export interface ApiDependencies {
  readonly handlers: Handlers;
  readonly watch: WatchSource;
  /** Whose session a token opens, if it is one that is open. */
  readonly authenticate: (token: string) => Caller | undefined;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
}

export interface ApiOptions {
  /** Where the socket is made. */
  readonly socketPath: string;
  /**
   * Whether the folder of the socket is the daemon's own: made, opened to the group and taken away with it.
   */
  readonly ownFolder: boolean;
  /** Group whose members may connect, if there is such a group. */
  readonly group: string;
  /** Whether `/metrics` needs no session. */
  readonly metricsWithoutLogin: boolean;
}
