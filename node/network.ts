import { startHost } from './host/host.ts';
import { Sessions, type SessionsDependencies, type SessionsOptions } from './host/sessions.ts';

/** How nodes connect. */
export interface Network {
  readonly startHost: typeof startHost;
  readonly openSessions: (dependencies: SessionsDependencies, options: SessionsOptions) => Sessions;
}

/** Over TCP, Noise and yamux. */
export const OVER_LIBP2P: Network = {
  startHost,
  openSessions: (dependencies, options) => new Sessions(dependencies, options),
};
