/**
 * Writes what this release leaves behind, for later ones to open: `node scripts/record-release.ts`, then
 * `prettier --write test/fixtures/releases`. Only before a release is published; afterwards its record stays
 * as it is, and the next release gets its own.
 */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseView } from '../protocol/control/types.ts';
import { RELEASE } from '../protocol/release.ts';
import { FORM, REQUEST } from '../test/support/bad-lines.ts';
import { recordSessions } from '../test/sim/record-sessions.ts';
import { comity, foldersOf, netUp, signingOf } from '../test/support/net.ts';
import { packFolder } from '../test/support/release-home.ts';

const net = await netUp('GD', 'JM');
try {
  const [gd, jm] = [net.node('GD'), net.node('JM')];
  const { reference } = (await comity(...REQUEST, '--file', FORM, '--wait', ...signingOf(gd))) as {
    reference: string;
  };
  await comity('case', 'read', reference, ...foldersOf(jm));
  await comity('reply', reference, 'acknowledge', '--wait', ...signingOf(jm));
  const view = (await comity('case', 'show', reference, ...foldersOf(gd))) as CaseView;
  const passphrase = (await readFile(join(gd.officer, 'passphrase'), 'utf8')).trim();
  // As a power failure leaves them: what was acknowledged is there all the same.
  await net.kill('GD');
  await net.kill('JM');
  const folder = join(import.meta.dirname, '../test/fixtures/releases');
  await mkdir(folder, { recursive: true });
  const files = {
    ...prefixed('GD/home', await packFolder(gd.home)),
    ...prefixed('GD/officer', await packFolder(gd.officer)),
    ...prefixed('JM/home', await packFolder(jm.home)),
    ...prefixed('JM/officer', await packFolder(jm.officer)),
  };
  const record = { passphrase, reference, foldDigest: view.foldDigest, files };
  await writeFile(join(folder, `${RELEASE}.json`), `${JSON.stringify(record, undefined, 2)}\n`);
  // What was said in sessions, and the stores that those who said it had.
  const sessions = await recordSessions();
  await writeFile(join(folder, `${RELEASE}.sessions.json`), `${JSON.stringify(sessions, undefined, 2)}\n`);
  // Every message with every field, also what no session has carried yet.
  const messages = join(import.meta.dirname, '../test/fixtures/golden/messages.json');
  await copyFile(messages, join(folder, `${RELEASE}.messages.json`));
} finally {
  await net.down().catch(() => undefined);
}

function prefixed(prefix: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, packed]) => [`${prefix}/${path}`, packed]));
}
