import type { Handlers } from '../protocol/control/handlers.ts';
import { toInstant } from '../protocol/control/instant.ts';
import { type Warning, warningViews } from '../protocol/control/warnings.ts';
import type { Backups } from './backups.ts';
import type { SteadyClock } from './clock.ts';
import { type DoctorDependencies, examineLinks } from './doctor.ts';
import { examineHome } from './examine-home.ts';
import type { StorageCare } from './storage-care.ts';

interface UpkeepDependencies extends DoctorDependencies {
  readonly clock: SteadyClock;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly care: StorageCare;
  readonly backups: Backups;
  readonly warnings: () => Promise<readonly Warning[]>;
}

/** The routes about the store, its copies, and what is wrong. They tell of no case. */
export function upkeepHandlers(
  dependencies: UpkeepDependencies,
): Handlers<'storage.scrub' | 'backup.make' | 'backup.stored' | 'doctor'> {
  const { care, backups } = dependencies;
  return {
    'storage.scrub': async (_, { officerId }) => {
      const { bytes, rows, damage } = await care.scrub(officerId);
      return { bytes, rows, damage: [...damage] };
    },
    'backup.make': ({ body }) => backups.make(body.passphrase),
    'backup.stored': async ({ body }, { officerId }) => ({
      createdAt: toInstant(await backups.stored(body.digest, officerId)),
    }),
    doctor: async () => ({ findings: warningViews(distinct(await allOf(dependencies))) }),
  };
}

async function allOf(dependencies: UpkeepDependencies): Promise<Warning[]> {
  const { clock } = dependencies;
  return [
    ...(await dependencies.warnings()),
    ...(await examineHome({ ...dependencies, now: clock.machine.now() })),
    ...(await examineLinks(dependencies)),
  ];
}

/** Some things are looked at in two ways. */
function distinct(warnings: readonly Warning[]): Warning[] {
  return [...new Map(warnings.map((one) => [`${one.code} ${one.subject ?? ''}`, one])).values()];
}
