import { toHex } from '../protocol/hash.ts';
import type { Cases } from './cases/cases.ts';
import type { CasesDependencies } from './cases/dependencies.ts';
import type { SteadyClock } from './clock.ts';
import type { Warning } from '../protocol/control/warnings.ts';
import { laneTimesFrom } from './config/lane-times.ts';
import type { Config } from './config/schema.ts';
import { type Conduct, createConduct } from './conduct.ts';
import { admittedBy, contactsIn, deniedBy, familiarAddresses, peerConduct } from './contacts.ts';
import type { Directory } from './directory/directory.ts';
import type { Links } from './directory/directory-handlers.ts';
import { createExchange, type Exchange } from './directory/exchange.ts';
import { createForks, type Forks, itemIn } from './forks.ts';
import type { Host } from './host/host.ts';
import type { Sessions, SessionsDependencies } from './host/sessions.ts';
import type { Inbox } from './inbox/inbox.ts';
import type { Quarantine } from './inbox/quarantine.ts';
import { inboxFor } from './inbox-for.ts';
import { linkStatus } from './link-status.ts';
import { linkWarnings, recoveringFrom } from './link-warnings.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { type Network, OVER_LIBP2P } from './network.ts';
import { openOutbox, type Outbox } from './outbox/outbox.ts';
import type { OwnKeys } from './own-keys.ts';
import { type KeptWatch, openPartnerWatch } from './partner-watch.ts';
import { createPresence } from './presence.ts';
import { createReceipts, type Receipts } from './receipts.ts';
import { openRecovery, type Recovery } from './recovery.ts';
import { sessionProtocols } from './session-protocols.ts';
import { stateFor } from './session-state.ts';
import { createSignedAgain } from './signed-again.ts';
import { standingItem } from './standing-item.ts';
import type { Store } from './storage/store.ts';

const SECOND_MS = 1000;

export interface LinkDependencies {
  readonly network: string;
  /** Code of the party that this node serves. */
  readonly party: string;
  readonly store: Store;
  readonly clock: SteadyClock;
  readonly log: Log;
  readonly directory: Directory;
  readonly keys: Pick<OwnKeys, 'authority' | 'receipt' | 'nodeSeed'>;
  readonly config: Config;
  readonly metrics: Metrics;
  readonly onBug: (error: unknown) => void;
}

/**
 * What connects this node with its partners: opened before the cases, which queue what it sends, started
 * after them.
 */
export interface OpenLinks {
  readonly forCases: Pick<CasesDependencies, 'outbox' | 'receipts'>;
  readonly status: Links;
  readonly watch: KeptWatch;
  readonly conduct: Conduct;
  readonly quarantine: Quarantine;
  readonly forks: Forks;
  /** Partners who have not given back yet what this node lost. */
  recovering(): readonly string[];
  /** What an operator should know of partners’ parcels. */
  warnings(): Promise<Warning[]>;
  /** Listens, and gives where. @throws ComityError `address-in-use`, `cannot-listen` */
  start(cases: Cases): Promise<() => string[]>;
  /** Lets what is under way with each partner finish, at most until the signal aborts. */
  stop(hurry: AbortSignal): Promise<void>;
}

/** The parts of the link while they are being put together. */
interface Parts extends LinkDependencies {
  readonly over: Network;
  /** Cases need the outbox and the outbox needs the cases: whoever calls first waits for them. */
  readonly cases: PromiseWithResolvers<Cases>;
  readonly exchange: Exchange;
  readonly receipts: Receipts;
  readonly recovery: Recovery;
  readonly forks: Forks;
  readonly outbox: Outbox;
  readonly watch: KeptWatch;
  readonly conduct: Conduct;
}

/** @param over libp2p, unless a whole network is to run in one process, under its own time */
export async function openLinks(
  dependencies: LinkDependencies,
  over: Network = OVER_LIBP2P,
): Promise<OpenLinks> {
  const parts = await openParts(dependencies, over);
  const { directory, cases, receipts, recovery, forks, outbox, watch, conduct } = parts;
  const inbox = inboxFor(parts);
  const presence = createPresence({
    ...dependencies,
    makeSessions: () => sessionsFor(parts, inbox),
    listen: (sessions) => listenFor(parts, sessions),
    peerId: () => directory.own().profile.node.peerId,
    awaited: () => directory.awaited(),
  });
  directory.onChanged(() => {
    presence.refresh();
  });
  directory.onAlarm((warning) => {
    watch.alarmed(warning);
  });
  return {
    forCases: {
      outbox: {
        queue: (party, parcel, lane) => outbox.queue(party, parcel, lane),
        wake: (party) => {
          outbox.wake(party);
        },
        mayWrite: (party) => !recovery.isRecovering(party),
      },
      receipts,
    },
    status: linkStatus({ presence, watch, outbox, inbox }),
    watch,
    conduct,
    quarantine: inbox.quarantine,
    forks,
    recovering: () => recoveringFrom(directory, recovery),
    warnings: () => linkWarnings({ ...parts, quarantine: inbox.quarantine }),
    start: async (opened) => {
      cases.resolve(opened);
      await presence.start();
      return () => presence.addresses();
    },
    stop: async (hurry) => {
      receipts.release();
      await Promise.race([presence.stop(), aborted(hurry)]);
      await presence.close();
      await outbox.stop();
    },
  };
}

async function openParts(dependencies: LinkDependencies, over: Network): Promise<Parts> {
  const { directory, clock, log, store, metrics } = dependencies;
  const cases: PromiseWithResolvers<Cases> = Promise.withResolvers();
  const exchange = createExchange({ directory, clock, log });
  const receipts = createReceipts(store, clock);
  const watch = await openPartnerWatch(store, clock);
  const conduct = createConduct({
    clock,
    log,
    metrics,
    commit: (change) => store.commit(change),
    tell: (slowed) => {
      watch.slowed(slowed);
    },
  });
  const recovery = await openRecovery(dependencies);
  const forks = createForks(dependencies);
  const outbox = await openOutboxFor(dependencies, { cases, exchange, receipts, recovery, forks });
  return {
    ...dependencies,
    over,
    cases,
    exchange,
    receipts,
    recovery,
    forks,
    outbox,
    watch,
    conduct,
  };
}

type Early = Pick<Parts, 'cases' | 'exchange' | 'receipts' | 'recovery' | 'forks'>;

function openOutboxFor(
  { network, party, store, clock, log, directory, keys, config, onBug }: LinkDependencies,
  { cases, exchange, receipts, recovery, forks }: Early,
): Promise<Outbox> {
  return openOutbox({
    network,
    party,
    store,
    clock,
    log,
    laneTimes: laneTimesFrom(config),
    statementKey: (from, keyId, at) => directory.statementKey(from, keyId, at),
    signer: () => keys.receipt(),
    restoration: recovery.restoration,
    forked: async (standing, item) => {
      const stands = itemIn(standing);
      if (stands !== undefined) await forks.note(stands, item);
    },
    standing: (item, shown) => standingItem({ network, party, directory }, item, shown),
    items: {
      envelope: async (itemId) => (await cases.promise).envelope(itemId),
      signedAgain: createSignedAgain({ directory, keys }),
      relayed: async (itemId) => {
        receipts.answered(itemId);
        await (await cases.promise).relayed(itemId);
      },
      passOver: async (passed, extra, standing) => {
        await (await cases.promise).passOver(passed, extra, standing);
        receipts.answered(passed.id);
      },
      takeLateness: async (statement, extra) => {
        await (await cases.promise).takeEvidence(statement, extra);
      },
    },
    giveProfiles: (to, digests) => {
      exchange.give(to, digests);
    },
    onBug,
  });
}

function sessionsFor(parts: Parts, inbox: Inbox): Sessions {
  const { network, directory, clock, log, outbox, exchange, watch, conduct, recovery } = parts;
  const { config, over, onBug } = parts;
  const dependencies: SessionsDependencies = {
    // What a partner compares its clock with is the machine's.
    clock: clock.machine,
    log,
    network,
    bootId: toHex(clock.randomBytes(16)),
    admitted: admittedBy(directory),
    ownState: (party) => stateFor({ directory, inbox, outbox, recovery }, party),
    protocols: sessionProtocols({ exchange, directory, inbox, outbox, conduct, recovery, clock }),
    contacts: () => contactsIn(directory, config.routes),
    events: watch,
    meterFor: (party, field) => conduct.meter(party, field),
    onBug,
  };
  return over.openSessions(dependencies, { drainMs: config.shutdown.drainSeconds * SECOND_MS });
}

function listenFor(
  { keys, directory, conduct, clock, config, over, watch, log }: Parts,
  sessions: Sessions,
): Promise<Host> {
  const admitted = admittedBy(directory);
  return over.startHost(
    {
      isAdmitted: (peerId) => admitted(peerId) !== undefined,
      accept: (protocol, frames, connection) => {
        sessions.accept(protocol, frames, connection);
      },
      conduct: peerConduct(conduct, admitted, deniedBy({ directory, watch, log })),
      isFamiliar: familiarAddresses(directory),
      clock,
    },
    { seed: keys.nodeSeed(), listen: config.listen },
  );
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
}
