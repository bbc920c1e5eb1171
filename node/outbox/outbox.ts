import type { Urgency } from '../../protocol/convention/instrument.ts';
import type { ParcelSource } from '../../protocol/delivery/client.ts';
import type { Deliver } from '../../protocol/delivery/messages.ts';
import { LANES } from '../../protocol/delivery/lane-queue.ts';
import { toHex } from '../../protocol/hash.ts';
import { COUNTS } from '../../protocol/limits.ts';
import type { Signed } from '../../protocol/identity/signed.ts';
import type { LinkState } from '../../protocol/session/link-state.ts';
import type { Hex } from '../../protocol/value.ts';
import type { Change, Operation } from '../storage/change.ts';
import { createTasks, type Tasks } from '../supervise.ts';
import type { OutboxDependencies } from './dependencies.ts';
import { EpochQueue } from './epoch-queue.ts';
import { giveAgain } from './give-again.ts';
import { type Depth, noDepth } from './lane.ts';
import { createLateWatch, type LateWatch } from './late-watch.ts';
import { createOutboxRepository, type OutboxRepository } from './outbox-repository.ts';
import { type QueuedItem, type QueuedParcel, rowOf } from './parcel-row.ts';
import { PartnerQueue } from './partner-queue.ts';
import { Settlement } from './settlement.ts';

/** A queued parcel's place in its link, and what must be committed for it to be there. */
export interface Queued {
  readonly operations: readonly Operation[];
  readonly position: { readonly epoch: Hex; readonly number: number };
}

/** What must be committed for a number to be noted, and is to be called then. */
export interface Recalled {
  readonly operations: readonly Operation[];
  readonly committed: () => void;
}

/** What goes to partners: durable from the commit that queues it to the commit that holds its receipt. */
export interface Outbox {
  /** Gives the next number. The operations go into the caller's commit; then comes `wake`. */
  queue(party: string, parcel: QueuedParcel, lane: Urgency): Queued;
  /** Something queued for this partner has been committed. */
  wake(party: string): void;
  /**
   * What a session's delivery stream takes from; what had no answer in an earlier session comes again.
   *
   * @param known what the partner says it has
   */
  sourceFor(party: string, known?: readonly LinkState[]): ParcelSource;
  /** What a session's `State` says of what was sent to this partner: numbers that stand for something. */
  links(party: string): LinkState[];
  /** The epoch in which numbers are given to this partner. */
  epoch(party: string): Hex;
  /**
   * What the partner once had and has lost, of the epochs of which it says what it has: those of each in
   * order, with the answers that it gave.
   */
  giveAgain(party: string, known: readonly LinkState[]): AsyncIterable<Deliver>;
  /**
   * Notes what a number of an earlier epoch stood for, which this node lost and the partner has given back:
   * the partner may lose it in its turn. A number that is known, or far beyond all that are, is not noted.
   */
  recall(party: string, parcel: QueuedItem, lane: Urgency, place: Queued['position']): Recalled;
  depth(party: string): Depth;
  /** A partner rejects, later, what it had receipted. Commits `extra` with what is kept of that. */
  rejectedLater(party: string, rejection: Signed, extra: Change): Promise<void>;
  stop(): Promise<void>;
}

/** Takes up what waits in the store, and begins to watch for what is late. */
export async function openOutbox(dependencies: OutboxDependencies): Promise<Outbox> {
  const repository = createOutboxRepository(dependencies.store);
  const outbox = new StoredOutbox(dependencies, repository);
  await outbox.load();
  return outbox;
}

class StoredOutbox implements Outbox {
  readonly #dependencies: OutboxDependencies;
  readonly #repository: OutboxRepository;
  readonly #queues = new Map<string, PartnerQueue>();
  readonly #depths = new Map<string, Depth>();
  /** Epochs whose row is not in the store yet. */
  readonly #fresh = new Set<Hex>();
  readonly #tasks: Tasks;
  readonly #settlement: Settlement;
  readonly #lateWatch: LateWatch;

  constructor(dependencies: OutboxDependencies, repository: OutboxRepository) {
    this.#dependencies = dependencies;
    this.#repository = repository;
    this.#tasks = createTasks(dependencies.onBug);
    this.#lateWatch = createLateWatch(dependencies, repository);
    const settled = (party: string, lane: Urgency): void => {
      this.#depthOf(party)[lane] -= 1;
    };
    this.#settlement = new Settlement(dependencies, repository, settled);
  }

  async load(): Promise<void> {
    const links = (await this.#repository.links()).sort((a, b) => a.since - b.since);
    for (const party of new Set(links.map((link) => link.party))) {
      const depth = this.#depthOf(party);
      const epochs: EpochQueue[] = [];
      for (const link of links.filter((one) => one.party === party)) {
        epochs.push(new EpochQueue(link, this.#repository, await this.#repository.given(link.epoch)));
        const waiting = await this.#repository.depth(link.epoch);
        for (const lane of LANES) depth[lane] += waiting[lane];
      }
      if (epochs.at(-1)?.link.restoration !== this.#dependencies.restoration)
        epochs.push(this.#freshEpoch(party));
      this.#queues.set(party, this.#partnerQueue(party, epochs));
    }
    const epochs = (): EpochQueue[] => [...this.#queues.values()].flatMap((queue) => queue.epochs);
    this.#tasks.spawn((signal) => this.#lateWatch.run(epochs, signal));
    this.#dependencies.store.onReopened(() => {
      this.#tasks.spawn(() => this.#recount());
    });
  }

  queue(party: string, parcel: QueuedParcel, lane: Urgency): Queued {
    const { clock } = this.#dependencies;
    const queue = this.#queueOf(party);
    const { current } = queue;
    const row = rowOf(parcel, lane, clock.now());
    const number = current.give(lane);
    const { epoch } = current.link;
    this.#depthOf(party)[lane] += 1;
    if (row.kind === 'item') this.#lateWatch.queued(row);
    if (parcel.kind === 'item') queue.keepFresh(parcel.itemId, parcel.item);
    const link = this.#fresh.has(epoch) ? [this.#repository.putLink(current.link)] : [];
    return {
      operations: [...link, ...this.#repository.add(epoch, number, row)],
      position: { epoch, number },
    };
  }

  wake(party: string): void {
    const queue = this.#queueOf(party);
    this.#fresh.delete(queue.current.link.epoch);
    queue.wake();
  }

  sourceFor(party: string, known: readonly LinkState[] = []): ParcelSource {
    const queue = this.#queueOf(party);
    const session = queue.rewind(known);
    return {
      take: (room) => queue.take(room, session),
      watch: (wake) => queue.watch(wake),
      answered: (answer) => this.#settlement.answered(party, queue, answer),
      acknowledged: (epoch, numbers) => this.#settlement.acknowledged(party, queue, epoch, numbers),
      putOff: (busy) => this.#settlement.putOff(party, queue, busy),
      complete: () => queue.complete(),
      asked: () => undefined,
    };
  }

  links(party: string): LinkState[] {
    return this.#queueOf(party)
      .epochs.map(({ state }) => state)
      .sort((a, b) => (a.epoch < b.epoch ? -1 : 1));
  }

  epoch(party: string): Hex {
    return this.#queueOf(party).current.link.epoch;
  }

  giveAgain(party: string, known: readonly LinkState[]): AsyncIterable<Deliver> {
    return giveAgain(this.#dependencies, this.#repository, { epochs: this.#queueOf(party).epochs, known });
  }

  recall(party: string, parcel: QueuedItem, lane: Urgency, place: Queued['position']): Recalled {
    const { epoch, number } = place;
    const queue = this.#queueOf(party);
    const find = (): EpochQueue | undefined => queue.epochs.find(({ link }) => link.epoch === epoch);
    const link = { party, epoch, since: 0 };
    const earlier = find() ?? new EpochQueue(link, this.#repository, { last: 0, unused: [] });
    const hasRoom = find() !== undefined || queue.epochs.length < COUNTS.epochs;
    if (earlier === queue.current || !hasRoom || !earlier.numbers.mayRecall(number)) {
      return { operations: [], committed: () => undefined };
    }
    const row = rowOf(parcel, lane, this.#dependencies.clock.now());
    return {
      operations: [this.#repository.putLink(earlier.link), this.#repository.replace(epoch, number, row)],
      committed: () => {
        if (find() === undefined) queue.epochs.unshift(earlier);
        find()?.numbers.recall(number);
      },
    };
  }

  depth(party: string): Depth {
    return { ...this.#depthOf(party) };
  }

  rejectedLater(party: string, rejection: Signed, extra: Change): Promise<void> {
    return this.#settlement.rejectedLater(party, rejection, extra);
  }

  async stop(): Promise<void> {
    await this.#tasks.stop();
  }

  #depthOf(party: string): Depth {
    const depth = this.#depths.get(party) ?? noDepth();
    this.#depths.set(party, depth);
    return depth;
  }

  #queueOf(party: string): PartnerQueue {
    const known = this.#queues.get(party);
    if (known !== undefined) return known;
    const first = this.#freshEpoch(party);
    const queue = this.#partnerQueue(party, [first]);
    this.#queues.set(party, queue);
    return queue;
  }

  /** An epoch of which nothing is in the store yet. */
  #freshEpoch(party: string): EpochQueue {
    const { clock, restoration } = this.#dependencies;
    const epoch = toHex(clock.randomBytes(16));
    this.#fresh.add(epoch);
    const link = { party, epoch, since: clock.now(), ...(restoration !== undefined && { restoration }) };
    return new EpochQueue(link, this.#repository, { last: 0, unused: [] });
  }

  #partnerQueue(party: string, epochs: EpochQueue[]): PartnerQueue {
    const { clock, log, items } = this.#dependencies;
    return new PartnerQueue(epochs, {
      envelope: (itemId) => items.envelope(itemId),
      item: (bytes) => items.signedAgain.item(bytes, party),
      statement: (kind, signed) => items.signedAgain.statement(kind, signed),
      monotonic: () => clock.monotonic(),
      later: (ms, then) => {
        this.#tasks.spawn((signal) => clock.delay(ms, signal).then(then));
      },
      lost: ({ number, row }) => {
        const itemId = row.kind === 'item' ? row.itemId : undefined;
        log.error({ partner: party, number, itemId }, 'a queued item is not in the store and cannot be sent');
      },
    });
  }

  /** The store failed and came back: what was under way may be there or not. */
  async #recount(): Promise<void> {
    for (const [party, queue] of this.#queues) {
      const depths = await Promise.all(queue.epochs.map(({ link }) => this.#repository.depth(link.epoch)));
      const depth = this.#depthOf(party);
      for (const lane of LANES) depth[lane] = depths.reduce((sum, one) => sum + one[lane], 0);
      queue.wake();
    }
  }
}
