import type { Store } from '../../node/storage/store.ts';

/** The same store, whose commits tell that they are through, and whoever awaited them has gone on. */
export function watchCommits(store: Store, watchers: ReadonlySet<() => void>): Store {
  return {
    ...bound(store),
    commit: async (change) => {
      await store.commit(change);
      setImmediate(() => {
        for (const look of watchers) look();
      });
    },
  };
}

/** A store may be an object with a prototype, which spreading would lose. */
function bound(store: Store): Store {
  return {
    keyspace: (name) => store.keyspace(name),
    caseKeys: store.caseKeys,
    commit: (change) => store.commit(change),
    erase: (change) => store.erase(change),
    assertRoom: () => store.assertRoom(),
    hashKey: (...parts) => store.hashKey(...parts),
    onReopened: (listener) => {
      store.onReopened(listener);
    },
  };
}
