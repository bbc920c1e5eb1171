import type { Warning } from '../../protocol/control/warnings.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Store } from '../storage/store.ts';
import type { Allowance } from './allowance.ts';
import type { DirectoryBook } from './book.ts';
import type { Floods } from './floods.ts';
import type { KnownProfile } from './known-profile.ts';

export interface DirectoryDependencies {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}

/** What the parts of the directory share. */
export interface SharedBook extends DirectoryDependencies {
  readonly book: DirectoryBook;
  readonly allowance: Allowance;
  readonly floods: Floods;
  /** @throws ComityError `damaged` if there is no own profile. */
  readonly own: () => KnownProfile;
  /** Tells an operator at once. */
  readonly alarm: (warning: Warning) => void;
  /** Tells whoever listens that the profile or the admission of a party has changed. */
  readonly changed: (party: string) => void;
}
