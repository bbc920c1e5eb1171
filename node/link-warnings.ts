import type { Warning } from '../protocol/control/warnings.ts';
import { awayWarnings, DAY_MS } from './away.ts';
import type { Clock } from './clock.ts';
import type { Directory } from './directory/directory.ts';
import type { Forks } from './forks.ts';
import type { Quarantine } from './inbox/quarantine.ts';
import type { Outbox } from './outbox/outbox.ts';
import type { PartnerWatch } from './partner-watch.ts';
import type { Recovery } from './recovery.ts';

interface Sources {
  readonly directory: Pick<Directory, 'pins'>;
  readonly recovery: Pick<Recovery, 'isRecovering'>;
  readonly watch: Pick<PartnerWatch, 'warnings' | 'silentSince'>;
  readonly outbox: Pick<Outbox, 'depth'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly quarantine: Pick<Quarantine, 'count'>;
  readonly forks: Pick<Forks, 'warnings'>;
}

/** Partners who have not given back yet what this node lost. */
export function recoveringFrom(
  directory: Sources['directory'],
  recovery: Sources['recovery'],
): readonly string[] {
  const parties = directory.pins().map(({ party }) => party);
  return parties.filter((party) => recovery.isRecovering(party));
}

/** What an operator should know of what goes to partners and comes from them. */
export async function linkWarnings(sources: Sources): Promise<Warning[]> {
  const { directory, recovery, watch, outbox, clock, quarantine, forks } = sources;
  const links = {
    silentSince: (party: string) => watch.silentSince(party),
    queued: (party: string) => outbox.depth(party),
  };
  return [
    ...recoveringFrom(directory, recovery).map(recoveringWarning),
    ...watch.warnings(),
    ...awayWarnings({ directory, links, clock }, DAY_MS),
    ...quarantineWarnings(await quarantine.count()),
    ...(await forks.warnings()),
  ];
}

function recoveringWarning(party: string): Warning {
  const message = `${party} has not given back yet what this node lost: nothing is written in existing cases with it.`;
  return { code: 'recovering', subject: party, message };
}

function quarantineWarnings(count: number): Warning[] {
  if (count === 0) return [];
  return [{ code: 'set-aside', message: `${String(count)} items of partners wait in quarantine.` }];
}
