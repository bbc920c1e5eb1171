/**
 * A rule about who may import what. `from` and `to` are paths from the root of the project, or `to` is a
 * package.
 */
interface Direction {
  readonly name: string;
  readonly sentence: string;
  forbids(from: string, to: string): boolean;
}

const leaves = ['node/clock.ts', 'node/log.ts', 'node/metrics.ts', 'node/supervise.ts'];
/** What services speak to the store in: repositories share one vocabulary, and none opens a database. */
const storeWords = ['change', 'keys', 'keyspace', 'keyspaces', 'store'].map(
  (file) => `node/storage/${file}.ts`,
);
const pureBuiltins = ['node:assert', 'node:assert/strict', 'node:buffer', 'node:crypto', 'node:util'];
const purePackages = ['@noble/curves', 'it-pipe', 'p-event', 'protobufjs', 'typebox', 'yaml'];
const framePackages = ['@libp2p/utils', '@libp2p/interface'];
const folders = ['protocol', 'node', 'cli', 'test', 'scripts'];

const under = (path: string, ...places: readonly string[]): boolean =>
  places.some((place) => path === place || path.startsWith(`${place}/`));
const isOurs = (path: string): boolean => under(path, ...folders);
const isLibp2p = (name: string): boolean => /^(libp2p|@libp2p\/.+|@chainsafe\/libp2p-.+)$/.test(name);
const isProduct = (path: string): boolean => under(path, 'protocol', 'node', 'cli');

/** `node/outbox/lane.ts` belongs to the service `node/outbox`; files directly in `node/` belong to none. */
const serviceOf = (path: string): string | undefined => /^(node\/[^/]+)\/./.exec(path)?.[1];

/** The directions of ARCHITECTURE.md as a table. The first that forbids an import names the reason. */
const directions: readonly Direction[] = [
  {
    name: 'generated',
    sentence: 'Only protocol/ sees generated code: import what codec.ts or messages.ts make of it.',
    forbids: (from, to) => under(to, 'protocol/gen') && !under(from, 'protocol'),
  },
  {
    name: 'product',
    sentence: 'What is shipped imports nothing from test/ or scripts/.',
    forbids: (from, to) => isProduct(from) && under(to, 'test', 'scripts'),
  },
  {
    name: 'protocol',
    sentence: 'protocol/ imports nothing of ours: move what both need down into it.',
    forbids: (from, to) => under(from, 'protocol') && isOurs(to) && !under(to, 'protocol'),
  },
  {
    name: 'cli',
    sentence:
      'cli/ and node/ meet only in protocol/control; cli/operator/offline.ts alone may import node/index.ts.',
    forbids: (from, to) =>
      under(from, 'cli') &&
      under(to, 'node') &&
      !(from === 'cli/operator/offline.ts' && to === 'node/index.ts'),
  },
  {
    name: 'node',
    sentence: 'node/ never imports cli/.',
    forbids: (from, to) => under(from, 'node') && under(to, 'cli'),
  },
  {
    name: 'sideways',
    sentence: 'Services never import each other: declare a narrow interface here, node/node.ts hands it in.',
    forbids: (from, to) => {
      const service = leaves.includes(from) ? 'no service' : serviceOf(from);
      return service !== undefined && under(to, 'node') && !under(to, service, ...leaves, ...storeWords);
    },
  },
  {
    name: 'store',
    sentence: 'Only node/storage imports level.',
    forbids: (from, to) =>
      isProduct(from) && /^(|classic-|abstract-|memory-)level$/.test(to) && !under(from, 'node/storage'),
  },
  {
    name: 'streams',
    sentence:
      'Only node/host imports libp2p; protocol/frames.ts alone knows streams (@libp2p/utils and types).',
    forbids: (from, to) => {
      if (!isProduct(from) || under(from, 'node/host')) return false;
      return isLibp2p(to) && !(from === 'protocol/frames.ts' && framePackages.includes(to));
    },
  },
  {
    name: 'pure',
    sentence: 'protocol/ is pure: no I/O, and only the packages listed in scripts/lint/directions.ts.',
    forbids: (from, to) => {
      if (!under(from, 'protocol') || isOurs(to)) return false;
      const allowed = from === 'protocol/frames.ts' ? [...purePackages, ...framePackages] : purePackages;
      return !pureBuiltins.includes(to) && !under(to, ...allowed);
    },
  },
];

/** The direction that an import in `from` of `to` breaks, if any. */
export function brokenDirection(from: string, to: string): { name: string; sentence: string } | undefined {
  return directions.find((direction) => direction.forbids(from, to));
}
