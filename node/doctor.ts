import { connect } from 'node:net';
import type { Warning } from '../protocol/control/warnings.ts';
import type { AuditRecord } from './audit/record.ts';
import { awayWarnings } from './away.ts';
import type { Clock } from './clock.ts';
import type { Directory } from './directory/directory.ts';
import type { Links } from './directory/directory-handlers.ts';
import { examineClocks } from './doctor-clocks.ts';
import type { Store } from './storage/store.ts';

export interface DoctorDependencies {
  readonly directory: Directory;
  readonly links: Links;
  readonly record: Pick<AuditRecord, 'list'>;
  readonly store: Pick<Store, 'keyspace'>;
  readonly clock: Clock;
}

/** What takes a moment to find out, and is asked for by an operator only: addresses, partners, clocks. */
export async function examineLinks(dependencies: DoctorDependencies): Promise<Warning[]> {
  return [
    ...(await unreachable(dependencies)),
    ...undialable(dependencies),
    ...awayWarnings(dependencies, 0),
    ...lookAlikes(dependencies),
    ...(await examineClocks(dependencies)),
  ];
}

const ADDRESS = /^\/ip[46]\/([^/]+)\/tcp\/(\d+)$/;
const ANSWER_MS = 2_000;

async function unreachable({ directory, clock }: DoctorDependencies): Promise<Warning[]> {
  const { addresses } = directory.own().profile.node;
  const answered = await Promise.all(addresses.map((address) => answers(address, clock)));
  return addresses
    .filter((_, index) => answered[index] === false)
    .map((address) => ({
      ...({ code: 'address-unreachable', subject: address } as const),
      message: `Nothing answers at ${address}, which the profile of this node names.`,
    }));
}

/** Whether a connection comes about from this machine; addresses of names are left to partners. */
async function answers(address: string, clock: Clock): Promise<boolean> {
  const [, host, port] = ADDRESS.exec(address) ?? [];
  if (host === undefined) return true;
  const socket = connect({ host, port: Number(port) });
  const over = new AbortController();
  const answered = new Promise<boolean>((resolve) => {
    socket.once('connect', () => {
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
  const late = clock.delay(ANSWER_MS, over.signal).then(
    () => false,
    () => false,
  );
  try {
    return await Promise.race([answered, late]);
  } finally {
    over.abort();
    socket.destroy();
  }
}

function undialable({ directory, links }: DoctorDependencies): Warning[] {
  if (directory.own().profile.node.dialable) return [];
  return directory.pins().flatMap((pin): Warning[] => {
    if (pin.current === undefined || directory.latestOf(pin).profile.node.dialable) return [];
    // By a route of its own it may be reached all the same.
    if (links.connected(pin.party)) return [];
    const message = `Neither this node nor that of ${pin.party} names an address in its profile.`;
    return [{ code: 'partner-undialable', subject: pin.party, message }];
  });
}

/** Desks of partners alone: who is not approved can name as many as it likes. */
function lookAlikes({ directory }: DoctorDependencies): Warning[] {
  return [
    ...directory.pins().flatMap((pin) => directory.lookAlikes(directory.latestOf(pin), true)),
    ...directory.candidates().flatMap((candidate) => directory.lookAlikes(candidate, false)),
  ];
}
