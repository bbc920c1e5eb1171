import type { Handlers } from '../protocol/control/handlers.ts';
import { CARICOM } from '../protocol/convention/instruments.ts';
import { startApi } from './api/api.ts';
import { failureOf } from './api/failures.ts';
import { conventionHandlers } from './api/convention-handlers.ts';
import { recordHandlers } from './audit/record-handlers.ts';
import { caseHandlers, watchSource } from './case-handlers.ts';
import { openCases, type Cases } from './cases/cases.ts';
import { type Backups, backupsOf, openBackups } from './backups.ts';
import { createCertifier } from './certifier.ts';
import type { Clock } from './clock.ts';
import { laneTimesFrom } from './config/lane-times.ts';
import { createClosers, type Closers } from './closers.ts';
import { peerIdText } from './contacts.ts';
import { openDirectory, type Directory } from './directory/directory.ts';
import { refuseDumping } from './debug-variables.ts';
import { directoryHandlers, type Links } from './directory/directory-handlers.ts';
import { nameOf } from './directory/pin.ts';
import { assertMarks } from './home/marker.ts';
import { publishPlaces } from './publish-places.ts';
import { chooseSocket } from './choose-socket.ts';
import { openLinks, type OpenLinks } from './links.ts';
import { createOwnKeys, type OwnKeys } from './own-keys.ts';
import type { Log } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { addNodeMetrics } from './node-metrics.ts';
import { keyHandlers } from './key-handlers.ts';
import { nodeHandlers } from './node-handlers.ts';
import { noteStart, noteStop } from './note-life.ts';
import { openLogins, type Logins } from './officers/logins.ts';
import { controlCaller, officerHandlers } from './officers/officer-handlers.ts';
import { openOfficers, type Officers } from './officers/officers.ts';
import { openHome, type HomeFacts, type OpenHome } from './open-home.ts';
import { careLimits, startStorageCare, type StorageCare } from './storage-care.ts';
import { quarantineHandlers } from './quarantine-handlers.ts';
import { type KeptClock, steadyClock } from './steady-clock.ts';
import { startSweeping } from './sweeping.ts';
import { resumeTime, startTimekeeping, type Timekeeping } from './timekeeping.ts';
import { upkeepHandlers } from './upkeep-handlers.ts';
import { warningsOf } from './warnings.ts';

export interface NodeOptions {
  readonly home: string;
  readonly facts: HomeFacts;
  readonly passphrase: string;
  readonly log: Log;
  readonly clock: Clock;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Hears of what the node can't go on with: the process ends. */
  readonly onFatal: (error: unknown) => void;
}

export interface RunningNode {
  readonly peerId: string;
  readonly socketPath: string;
  /** Where partners reach it, without `/p2p/…`. */
  addresses(): string[];
  /**
   * Lets what is under way finish, for as long as the configuration says or until `hurry`, and closes
   * everything.
   */
  stop(hurry?: AbortSignal): Promise<void>;
}

const HOUR_MS = 60 * 60 * 1000;

/**
 * Starts the parts of a node in the order in which they need each other; they stop in reverse. What fails
 * half way closes what was opened.
 *
 * @throws ComityError why it does not start: `secrets-dumped`, `wrong-passphrase`, `already-running`,
 * `address-in-use`, …
 */
export async function startNode(options: NodeOptions): Promise<RunningNode> {
  const { clock, log, facts } = options;
  refuseDumping(options.env);
  const closers = createClosers();
  try {
    const node = await open({ ...options, clock: steadyClock(clock) }, closers);
    log.info({ party: facts.marker.party, peerId: node.peerId, addresses: node.addresses() }, 'node started');
    const drainMs = facts.config.shutdown.drainSeconds * 1000;
    return { ...node, stop: (hurry) => stopWithin(clock, closers, drainMs, hurry) };
  } catch (error) {
    await closers.closeAll(AbortSignal.abort());
    throw error;
  }
}

/** Closes everything, with so much time for what is under way, or until somebody is in a hurry. */
async function stopWithin(clock: Clock, closers: Closers, ms: number, hurry?: AbortSignal): Promise<void> {
  const late = new AbortController();
  const closed = new AbortController();
  const signals = [closed.signal, ...(hurry === undefined ? [] : [hurry])];
  const wait = clock.delay(ms, AbortSignal.any(signals)).catch(() => undefined);
  void wait.then(() => {
    late.abort();
  });
  try {
    await closers.closeAll(late.signal);
  } finally {
    closed.abort();
  }
}

type KeptOptions = NodeOptions & { readonly clock: KeptClock };

/** What all parts of the node are made of. */
interface Parts {
  readonly options: KeptOptions;
  readonly home: OpenHome;
  readonly metrics: Metrics;
  readonly directory: Directory;
  readonly keys: OwnKeys;
  readonly officers: Officers;
  readonly logins: Logins;
  readonly cases: Cases;
  readonly links: OpenLinks;
  readonly care: StorageCare;
  readonly timekeeping: Timekeeping;
  readonly backups: Backups;
}

async function open(options: KeptOptions, closers: Closers): Promise<Omit<RunningNode, 'stop'>> {
  const { clock, log, facts, onFatal } = options;
  const { config } = facts;
  const home = await openHome({ ...options, config });
  const { storage: store, keystore } = home;
  closers.add(() => store.close());
  await resumeTime(store, clock);

  const directory = await openDirectory({ store, clock, log });
  assertMarks(options.home, facts.marker, directory.own().profile);
  const { home: folder, passphrase } = options;
  const profile = () => directory.own().profile;
  const { now, randomBytes } = clock;
  const keys = createOwnKeys({
    ...{ home: folder, passphrase, keystore, profile, now, randomBytes },
    awaited: () => directory.awaited(),
  });
  await keys.settle();
  const certifier = createCertifier(keys, () => directory.own().profile, clock.now);
  const officers = await openOfficers({ store, clock, certifier });
  const peerId = peerIdText(directory.own().profile.node.peerId);
  const logins = await openLogins(
    { store, clock, officers, peerId: () => peerIdText(profile().node.peerId) },
    config.sessions.hours * HOUR_MS,
  );

  const { network, party } = certifier;
  const metrics = createMetrics();
  const shared = { store, clock, log, directory, onBug: onFatal };
  const links = await openLinks({ ...shared, network, party, keys, config, metrics });
  closers.add((hurry) => links.stop(hurry));
  const cases = openCases({
    network,
    party,
    store,
    clock,
    log,
    laneTimes: laneTimesFrom(config),
    directory,
    officers,
    keys,
    ...links.forCases,
  });
  await noteStart({ ...options, ...home });
  closers.add(() => noteStop({ ...options, ...home }));
  const care = await startStorageCare({ ...home, clock, log, ...careLimits(config), onFatal });
  closers.add(() => care.stop());
  const backups = await openBackups(backupsOf(options, { ...home, profile }));
  const timekeeping = startTimekeeping({ ...shared, links: links.status, watch: links.watch });
  closers.add(() => timekeeping.stop());
  const parts: Parts = {
    keys,
    ...{ options, home, metrics, directory, officers, logins, cases, links },
    ...{ care, timekeeping, backups },
  };

  const addresses = await links.start(cases);
  closers.add(startSweeping({ cases, directory, keys, watch: links.watch }, { clock, log, onBug: onFatal }));
  const api = await serve(parts, addresses);
  closers.add((hurry) => api.stop(hurry));
  closers.add(await publishPlaces(options.home, { socketPath: api.socketPath, directory, onBug: onFatal }));
  return { peerId, socketPath: api.socketPath, addresses };
}

async function serve(parts: Parts, addresses: () => string[]) {
  const { options, metrics, logins, cases, links } = parts;
  const { clock, log, facts, env } = options;
  const { socket, metrics: exposure } = facts.config;
  return startApi(
    {
      handlers: handlersFor(parts, addresses),
      watch: watchSource(cases, (_, listener) => links.watch.subscribe(listener)),
      authenticate: (token) => {
        const caller = logins.authenticate(token);
        return caller && controlCaller(caller);
      },
      clock,
      log,
      metrics,
    },
    {
      socketPath: socket.path ?? (await chooseSocket(options.home, env)),
      ownFolder: socket.path === null,
      group: socket.group,
      metricsWithoutLogin: exposure.withoutLogin,
    },
  );
}

function handlersFor(parts: Parts, addresses: () => string[]): Handlers {
  const { options, home, metrics, directory, keys, officers, logins, cases, links, care } = parts;
  const { clock } = options;
  const { storage, record } = home;
  const own = () => directory.own().profile;
  const noteReading = (type: string, actor: string) =>
    storage.commit({ operations: [], events: [{ type, at: clock.now(), actor }] });
  const status: Links = links.status;
  const overdue = () => cases.overdue();
  const freeBytes = () => storage.freeBytes();
  const warnings = () => warningsOf(parts);
  addNodeMetrics(metrics, {
    ...{ directory, links: status, clock, overdue, freeBytes, warnings },
    recordSize: () => record.size(),
  });
  return {
    ...nodeHandlers({
      directory,
      links: status,
      clock,
      metrics,
      peerId: () => peerIdText(own().node.peerId),
      addresses,
      freeBytes,
      warnings,
      overdue,
      recovering: () => links.recovering().length > 0,
      waitingFor: () => [],
    }),
    ...officerHandlers({
      officers,
      logins,
      facts: () => ({
        state: own().party,
        stateName: nameOf(own()),
        network: own().network,
        peerId: peerIdText(own().node.peerId),
      }),
    }),
    ...directoryHandlers({ directory, links: status, peerIdText }),
    ...keyHandlers({ directory, keys, clock }),
    ...conventionHandlers(CARICOM, own),
    ...caseHandlers(cases, (error) => failureOf(error, options).document),
    ...recordHandlers({ record, noteReading, officerName: (id) => officers.byId(id)?.name }),
    ...quarantineHandlers(links),
    ...upkeepHandlers({ ...parts, ...options, ...home, care, links: status, store: storage, warnings }),
  };
}
