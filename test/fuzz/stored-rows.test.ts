import { dirname } from 'node:path';
import { expect } from 'chai';
import { AuditRecord } from '../../node/audit/record.ts';
import { systemClock } from '../../node/clock.ts';
import type { OpenEngine, StoredRow } from '../../node/storage/engine.ts';
import { KEYSPACES, type KeyspaceName } from '../../node/storage/keyspaces.ts';
import { openLevelEngine } from '../../node/storage/level-engine.ts';
import { openStorage } from '../../node/storage/open-storage.ts';
import type { Storage } from '../../node/storage/storage.ts';
import { isComityError } from '../../protocol/errors.ts';
import { sameBytes, toHex } from '../../protocol/hash.ts';
import { aReply, aRequest } from '../support/case-messages.ts';
import { collect } from '../support/collect.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { optionsFor } from '../support/storage-home.ts';
import { useTwoParties } from '../support/two-parties.ts';
import { mutateBytes } from './mutate-bytes.ts';

const random = seededRandom('FUZZ_SEED');
const ROWS = Number(process.env['FUZZ_ROWS'] ?? 40);
const EVERYTHING = { gte: ' ', lt: '~', reverse: false, limit: -1 };
/** Of an open store that may be damaged: not looked at. */
const AS_IT_IS = { create: false, check: { bytesMax: 0, lose: () => undefined } } as const;

type Values = ReadonlyMap<string, string>;

describe(`rows that a disk gives back otherwise, with seed ${random.seed}`, () => {
  const makeParties = useTwoParties();

  /** The folder of a database with a case in it. */
  const written = async (): Promise<string> => {
    let folder = '';
    const openEngine: OpenEngine = (where, options) => {
      // The first of two parties: the other one's database is opened later.
      folder ||= where;
      return openLevelEngine(where, options);
    };
    const { gd, jm, exchange } = await makeParties({ openEngine });
    const { reference } = await gd.say(aRequest('JM'));
    await exchange();
    await jm.say(aReply(reference, 'info-request'));
    await exchange();
    await gd.cases.prepare(gd.officer, aReply(reference, 'info-reply'));
    await gd.storage.close();
    return folder;
  };

  it('are never served, and each is named', async () => {
    const folder = await written();
    const sound = await withStore(folder, valuesIn);
    expect(sound.size).to.be.above(10);
    const rows = await rowsIn(folder);
    for (let left = ROWS; left > 0; left--) {
      const [key, value] = random.pick(rows);
      const other = mutateBytes(value, random, random.pick(rows)[1]);
      if (sameBytes(other, value)) continue;
      await write(folder, [key, other]);
      await assertDetected(folder, key, sound);
      await write(folder, [key, value]);
    }
    expect(await withStore(folder, valuesIn)).to.deep.equal(sound);
  });
});

/** Either the store does not open and says why, or the one row is damaged and all others are as they were. */
async function assertDetected(folder: string, spoilt: string, sound: Values): Promise<void> {
  const opened = await withStore(folder, async (storage) => {
    const steps = await collect(storage.scrub());
    return { values: await valuesIn(storage), damage: steps.flatMap(({ damage }) => damage) };
  }).catch((error: unknown) => {
    if (isComityError(error)) return undefined;
    throw error;
  });
  if (opened === undefined) return;
  const { values, damage } = opened;
  const wrong = [...values].filter(([key, value]) => sound.get(key) !== value).map(([key]) => key);
  expect(wrong, spoilt).to.deep.equal([]);
  const missing = [...sound.keys()].filter((key) => !values.has(key));
  const named = damage.map((found) => ('key' in found ? `${found.keyspace}!${found.key}` : ''));
  expect(named, spoilt).to.deep.equal(missing);
  expect(missing, spoilt).to.have.length(spoilt.startsWith('#') ? 0 : 1);
}

/** Every value that can be read, by its place. */
async function valuesIn(storage: Storage): Promise<Values> {
  const values = new Map<string, string>();
  for (const name of Object.keys(KEYSPACES) as KeyspaceName[]) {
    const keyspace = storage.keyspace(name);
    for (const key of await collect(keyspace.keys())) {
      const value = await keyspace.get(key).catch((error: unknown) => {
        if (isComityError(error, 'damaged')) return undefined;
        throw error;
      });
      if (value !== undefined) values.set(`${name}!${key}`, toHex(value));
    }
  }
  return values;
}

async function withStore<T>(folder: string, use: (storage: Storage) => Promise<T>): Promise<T> {
  const storage = await openStorage(optionsFor(dirname(folder), new AuditRecord(systemClock)));
  try {
    return await use(storage);
  } finally {
    await storage.close();
  }
}

async function rowsIn(folder: string): Promise<StoredRow[]> {
  const engine = await openLevelEngine(folder, AS_IT_IS);
  const cursor = engine.rows(EVERYTHING);
  const rows = await cursor.next(100_000);
  await cursor.close();
  await engine.close();
  return rows;
}

async function write(folder: string, [key, value]: StoredRow): Promise<void> {
  const engine = await openLevelEngine(folder, AS_IT_IS);
  await engine.write([{ key, value }]);
  await engine.close();
}
