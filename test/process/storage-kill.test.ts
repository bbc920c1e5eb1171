import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'chai';
import { collect } from '../support/collect.ts';
import { useStorageHomes } from '../support/storage-home.ts';

const program = join(import.meta.dirname, '../support/committing-process.ts');

/** What the process acknowledged up to its death, which comes in the midst of its commits. */
async function acknowledgedUntilKilled(child: ChildProcess, acknowledgements: number): Promise<string[]> {
  if (child.stdout === null) throw new Error('the process has no output');
  const exited = once(child, 'exit');
  const keys: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    keys.push(line);
    if (keys.length === acknowledgements) child.kill('SIGKILL');
  }
  await exited;
  return keys;
}

describe('a process that is killed while it commits', () => {
  const newHome = useStorageHomes();

  it('loses nothing that it acknowledged, and leaves a record without gaps', async () => {
    const home = await newHome();
    await (await home.create()).storage.close();
    const acknowledged: string[] = [];
    for (const [round, acknowledgements] of [1, 40, 90, 150].entries()) {
      const arguments_ = [program, home.home, `r${round}`];
      const child = spawn(process.execPath, arguments_, { stdio: ['ignore', 'pipe', 'inherit'] });
      acknowledged.push(...(await acknowledgedUntilKilled(child, acknowledgements)));
      const { storage, record } = await home.open();
      const receipts = await storage.keyspace('receipts').getMany(acknowledged);
      expect(receipts.filter((value) => value === undefined)).to.have.length(0);
      // A change is there whole or not at all, with its entry in the record.
      const keys = await collect(storage.keyspace('receipts').keys());
      expect(await collect(storage.keyspace('items').keys())).to.deep.equal(keys);
      expect((await collect(storage.keyspace('items').scan())).map(({ key }) => key)).to.deep.equal(keys);
      const recorded = (await collect(record.list())).map(({ event }) => event?.detail?.['key']);
      expect(recorded.toSorted()).to.deep.equal(keys);
      expect((await record.verify()).intact).to.equal(true);
      await storage.close();
    }
    expect(acknowledged.length).to.be.at.least(281);
  });
});
