import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeNodeKeys, encodeNodeKeys, newNodeKeys } from '../../node/keystore/node-keys.ts';
import { openLevelEngine } from '../../node/storage/level-engine.ts';
import { liveTables } from '../../node/storage/live-tables.ts';
import { readLogFile } from '../../node/storage/log-file.ts';
import { isSoundTable } from '../../node/storage/table-file.ts';
import { createValueCipher } from '../../node/storage/value-cipher.ts';
import { ComityError } from '../../protocol/errors.ts';
import { sameBytes, toHex } from '../../protocol/hash.ts';
import { filled } from '../support/items.ts';
import { JSON_TEXT } from './mutate-text.ts';
import { BYTES, type Target } from './target.ts';

/** What a disk gives back. Rows are authenticated, so their contents are never read unless they are whole. */
const PLACE = 'cases!abc';
const values = [filled(0, 1), filled(40, 2), filled(5000, 3)];
const cipher = createValueCipher({
  ...{ storeKey: filled(32, 4), databaseId: '00'.repeat(16), schemaVersion: 3 },
  randomBytes: (length) => filled(length, 5),
});
const rows = values.map((value) => cipher.seal(PLACE, value));
const files = await filesOfDatabase();

/** A table, a log and a list of files, as LevelDB itself writes them. */
async function filesOfDatabase(): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = await mkdtemp(join(tmpdir(), 'comity-fuzz-'));
  try {
    const engine = await openLevelEngine(folder, { create: true });
    for (let key = 0; key < 60; key++) await engine.write([{ key: `key ${key}`, value: filled(100, key) }]);
    await engine.compact('a', 'z');
    for (let key = 0; key < 20; key++) await engine.write([{ key: `more ${key}`, value: filled(50, key) }]);
    await engine.close();
    const names = (await readdir(folder)).filter((name) => /\.(ldb|log)$|^MANIFEST/.test(name));
    const read = names.map(async (name): Promise<[string, Uint8Array]> => [
      name,
      await readFile(join(folder, name)),
    ]);
    return new Map(await Promise.all(read));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function ending(end: RegExp): Uint8Array[] {
  return [...files].filter(([name]) => end.test(name)).map(([, bytes]) => bytes);
}

const tables = ending(/\.ldb$/);
const logs = ending(/\.log$|^MANIFEST/);
const records = new Set(logs.flatMap((log) => readLogFile(Buffer.from(log)).records.map(toHex)));

function damaged(): never {
  throw new ComityError('damaged', 'It is damaged.');
}

export const storedTargets: readonly Target[] = [
  {
    name: 'row of the store',
    corpus: rows,
    mutate: BYTES,
    codes: ['damaged'],
    take: (input) => {
      const { value } = cipher.open(PLACE, input) ?? damaged();
      const whole = rows.findIndex((row) => sameBytes(row, input));
      if (!sameBytes(value, values[whole] ?? filled(1, 0))) throw new TypeError('another row was opened');
      return input;
    },
  },
  {
    name: 'table file',
    corpus: tables,
    mutate: BYTES,
    codes: ['damaged'],
    share: 100,
    take: (input) => {
      if (!isSoundTable(Buffer.from(input))) damaged();
      return tables.find((table) => sameBytes(table, input)) ?? new Uint8Array();
    },
  },
  {
    name: 'log file and list of files',
    corpus: logs,
    mutate: BYTES,
    share: 100,
    take: (input) => {
      const found = readLogFile(Buffer.from(input)).records;
      liveTables(found);
      if (found.some((record) => !records.has(toHex(record))))
        throw new TypeError('a record that nobody wrote');
      return undefined;
    },
  },
  {
    name: 'edits of the list of files',
    corpus: readLogFile(Buffer.from(logs.at(-1) ?? [])).records,
    mutate: BYTES,
    take: (input) => {
      liveTables([Buffer.from(input)]);
      return undefined;
    },
  },
  {
    name: 'keys of a node',
    corpus: [encodeNodeKeys(newNodeKeys(['central-authority'], (length) => filled(length, 6)))],
    mutate: JSON_TEXT,
    codes: ['keystore-damaged'],
    take: (input) => {
      decodeNodeKeys(input);
      return undefined;
    },
  },
];
