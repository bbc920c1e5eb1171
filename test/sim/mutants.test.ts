import assert from 'node:assert/strict';
import type { Change, Operation } from '../../node/storage/change.ts';
import type { Keyspace } from '../../node/storage/keyspace.ts';
import type { Store } from '../../node/storage/store.ts';
import { planOf } from './plan.ts';
import type { Tamper } from './sim-state.ts';
import { simulate } from './simulation.ts';
import { Violation } from './violation.ts';

/** So many seeds are enough to find each of these. */
const SEEDS = 25;

type Commit = Store['commit'];

/** A State's store that does something else with changes. */
function committing(other: (change: Change, commit: Commit, code: string) => Promise<void>): Tamper {
  return {
    store: (store, code) => ({
      ...store,
      commit: (change) => other(change, (kept) => store.commit(kept), code),
    }),
  };
}

const puts = (change: Change, keyspace: Operation['keyspace']): boolean =>
  change.operations.some((operation) => operation.keyspace === keyspace && operation.value !== undefined);

const without = (change: Change, keyspace: Operation['keyspace']): Change => ({
  ...change,
  operations: change.operations.filter((operation) => operation.keyspace !== keyspace),
});

const MUTANTS: readonly (readonly [what: string, tamper: () => Tamper, invariants: readonly string[]])[] = [
  [
    'tells its officer that an item is queued before it is on the disk',
    () =>
      committing((change, commit) => {
        const stored = commit(change);
        return puts(change, 'sent') && puts(change, 'items') ? Promise.resolve() : stored;
      }),
    ['nothing accepted is lost', 'what was accepted arrives'],
  ],
  [
    'forgets a commit now and then',
    () => {
      let commits = 0;
      return committing((change, commit) => {
        commits += puts(change, 'items') ? 1 : 0;
        return puts(change, 'items') && commits % 5 === 0 ? Promise.resolve() : commit(change);
      });
    },
    ['nothing accepted is lost', 'what is relayed is stored at the receiver'],
  ],
  [
    'answers an item before it stores it',
    () =>
      committing((change, commit) => {
        const stored = commit(change);
        return puts(change, 'receipts') && puts(change, 'items') ? Promise.resolve() : stored;
      }),
    ['what is relayed is stored at the receiver'],
  ],
  [
    'queues an item and does not put it into the outbox',
    () => committing((change, commit) => commit(puts(change, 'sent') ? without(change, 'outbox') : change)),
    ['what was accepted arrives', 'no node calls anything an error'],
  ],
  [
    'takes an item off the outbox as soon as it is queued',
    () => {
      const queued: Operation[] = [];
      return committing((change, commit) => {
        const leaving = queued.splice(0).map(({ keyspace, key }) => ({ keyspace, key }));
        queued.push(...change.operations.filter(({ keyspace, value }) => keyspace === 'outbox' && value));
        return commit({ ...change, operations: [...change.operations, ...leaving] });
      });
    },
    ['nothing leaves the outbox without its proof'],
  ],
  [
    'writes an item into its chain without its place',
    () => committing((change, commit) => commit(without(change, 'chains'))),
    ['an item has its place in a chain'],
  ],
  [
    'gives its receipts to nobody a second time',
    () => ({
      store: (store) => ({
        ...store,
        keyspace: (name) =>
          name === 'receipts'
            ? { ...store.keyspace(name), get: () => Promise.resolve(undefined) }
            : store.keyspace(name),
      }),
    }),
    ['what was accepted arrives', 'a receipt is the same for ever', 'no node calls anything an error'],
  ],
  [
    'shows a State what is for others',
    () => {
      let seen: readonly Operation[] = [];
      return committing((change, commit, code) => {
        if (code === 'GD' && puts(change, 'items')) seen = change.operations;
        const strange = code === 'TT' ? seen : [];
        if (code === 'TT') seen = [];
        return commit({ ...change, operations: [...change.operations, ...strange] });
      });
    },
    ['nobody sees what is not for them'],
  ],
  [
    'tells its officer that an item is queued though the disk has refused it',
    () =>
      committing((change, commit) =>
        puts(change, 'sent') && puts(change, 'items')
          ? commit(change).catch(() => undefined)
          : commit(change),
      ),
    ['nothing accepted is lost', 'what was accepted arrives'],
  ],
  [
    'does not know after a start what it had stored and not answered',
    () => {
      const latest = new Map<string, string>();
      return {
        store: (store, code) => {
          const forgotten = latest.get(code);
          return {
            ...store,
            keyspace: (name) =>
              name === 'receipts' ? lacking(store.keyspace(name), forgotten) : store.keyspace(name),
            commit: (change) => {
              const stored = change.operations.find(({ keyspace }) => keyspace === 'receipts');
              if (stored !== undefined) latest.set(code, stored.key);
              return store.commit(change);
            },
          };
        },
      };
    },
    [
      ...['what was accepted arrives', 'a receipt is the same for ever', 'no node calls anything an error'],
      // What has no answer is not given back.
      'nothing accepted is lost',
    ],
  ],
  [
    'was restored and does not know it',
    () => ({
      store: (store) => ({
        ...store,
        keyspace: (name) =>
          name === 'meta' ? lacking(store.keyspace(name), 'restored') : store.keyspace(name),
      }),
    }),
    ['nothing accepted is lost', 'chains agree', 'the own chain has no gap'],
  ],
  [
    'takes nothing back of what it lost and its partner has',
    () =>
      committing((change, commit) =>
        change.events?.some(({ type }) => type === 'item.recovered') === true
          ? Promise.resolve()
          : commit(change),
      ),
    ['nothing accepted is lost', 'chains agree', 'the own chain has no gap'],
  ],
  [
    'knows no more what it once sent under a number, when a partner has lost it',
    () =>
      committing((change, commit) => {
        const gone = change.operations.filter(
          ({ keyspace, value }) => keyspace === 'outbox' && value === undefined,
        );
        const rows = gone.map(({ key }): Operation => {
          const [epoch = '', , number = ''] = key.split('/');
          return { keyspace: 'sent', key: `${epoch}/${number}` };
        });
        return commit({ ...change, operations: [...change.operations, ...rows] });
      }),
    [
      ...['both sides see the same case', 'what is relayed is seen', 'what was accepted arrives'],
      // Who is told once more that all was sent, and misses something, says so.
      'no node calls anything an error',
    ],
  ],
];

/** A keyspace in which one row is not found. */
function lacking(keyspace: Keyspace, missing: string | undefined): Keyspace {
  return { ...keyspace, get: (key) => (key === missing ? Promise.resolve(undefined) : keyspace.get(key)) };
}

describe('the simulation finds out a node that', function () {
  this.timeout(120_000);

  for (const [what, tamper, invariants] of MUTANTS) {
    it(what, async () => {
      const found = await firstViolation(tamper);
      assert.ok(found !== undefined, `none of ${SEEDS} seeds shows it`);
      assert.ok(invariants.includes(found.invariant), found.message);
    });
  }
});

async function firstViolation(tamper: () => Tamper): Promise<Violation | undefined> {
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    try {
      await simulate(planOf(seed), tamper());
    } catch (error) {
      if (error instanceof Violation) return error;
      throw error;
    }
  }
  return undefined;
}
