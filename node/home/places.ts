import { join } from 'node:path';

/** Where things lie in a node's home. The database and its sentinel are named by the storage. */
export interface HomePlaces {
  /** Written last: a folder without it is no home. */
  readonly marker: string;
  readonly config: string;
  readonly keys: string;
  /** The State key, while it has not been moved to a machine of its own. */
  readonly stateKey: string;
  /** The signed profile as partners are given it. */
  readonly profile: string;
  /** Says where the control socket is while the daemon runs. */
  readonly socket: string;
}

export function homePlaces(home: string): HomePlaces {
  return {
    marker: join(home, 'home.json'),
    config: join(home, 'config.yaml'),
    keys: join(home, 'keys'),
    stateKey: join(home, 'keys', 'state-key.json'),
    profile: join(home, 'profile.comity'),
    socket: join(home, 'socket'),
  };
}
