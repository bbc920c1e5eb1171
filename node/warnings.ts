import type { Warning } from '../protocol/control/warnings.ts';
import type { Backups } from './backups.ts';
import type { Conduct } from './conduct.ts';
import type { Directory } from './directory/directory.ts';
import type { StorageCare } from './storage-care.ts';
import type { Timekeeping } from './timekeeping.ts';

export interface WarningSources {
  readonly directory: Pick<Directory, 'warnings'>;
  readonly care: Pick<StorageCare, 'warnings'>;
  readonly timekeeping: Pick<Timekeeping, 'warnings'>;
  readonly backups: Pick<Backups, 'warnings'>;
  readonly links: { readonly conduct: Pick<Conduct, 'warnings'>; warnings(): Promise<Warning[]> };
}

/** All that an operator should know now. */
export async function warningsOf({
  directory,
  care,
  timekeeping,
  backups,
  links,
}: WarningSources): Promise<Warning[]> {
  return [
    ...(await care.warnings()),
    ...timekeeping.warnings(),
    ...(await backups.warnings()),
    ...links.conduct.warnings(),
    ...(await links.warnings()),
    ...directory.warnings(),
  ];
}
