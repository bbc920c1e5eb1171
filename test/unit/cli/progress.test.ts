import { expect } from 'chai';
import { createOutput, type Sink } from '../../../cli/output.ts';
import { storeBackup } from '../../../cli/operator/backup-file.ts';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

function sink(isTTY: boolean, columns = 20): Sink & { text: string } {
  return {
    isTTY,
    columns,
    text: '',
    write(text, done) {
      this.text += text;
      done();
      return true;
    },
  };
}

describe('the progress of something long', () => {
  const folder = useTemporaryFolders();

  it('is one line of a terminal, which what comes next takes the place of', async () => {
    const [stdout, stderr] = [sink(true), sink(true)];
    const output = createOutput({ stdout, stderr, json: false, environment: { NO_COLOR: '1' } });
    await output.progress('4 MiB written …');
    await output.progress(`8 MiB written\n${'x'.repeat(40)}`);
    await output.say([{ is: 'line', text: ['Done.'] }]);
    expect(stderr.text).to.equal('\r\u001b[K4 MiB written …\r\u001b[K8 MiB written⟨U+000\r\u001b[KDone.\n');
    expect(stdout.text).to.equal('');
  });

  it('is nothing where no person looks, nor in --json', async () => {
    for (const [isTTY, json, TERM] of [
      [false, false, 'xterm'],
      [true, true, 'xterm'],
      [true, false, 'dumb'],
    ] as const) {
      const [stdout, stderr] = [sink(isTTY), sink(isTTY)];
      const output = createOutput({ stdout, stderr, json, environment: { TERM } });
      await output.progress('4 MiB written …');
      expect(stderr.text + stdout.text).to.equal('');
    }
  });

  it('of a backup is told as it is written, and again as it is read back', async () => {
    const told: (readonly [number, number | undefined])[] = [];
    const parts = [Buffer.alloc(1000, 1), Buffer.alloc(1000, 2)];
    const digest = createHash('sha256').update(Buffer.concat(parts)).digest();
    const bytes = (async function* () {
      yield* [...parts, digest];
      await Promise.resolve();
    })();
    await storeBackup(join(await folder(), 'a.backup'), bytes, (done, of) => {
      told.push([done, of]);
      return Promise.resolve();
    });
    expect(told).to.deep.equal([
      [1000, undefined],
      [2000, undefined],
      [2032, undefined],
      [2032, 2032],
    ]);
  });
});
