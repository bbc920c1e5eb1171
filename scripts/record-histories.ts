/**
 * Writes the recorded histories anew: `node scripts/record-histories.ts`, then `prettier --write
 * test/fixtures/cases`. Only before the first release of a version of the instrument; afterwards its records
 * stay as they are, and another version gets its own.
 */
import { writeFileSync } from 'node:fs';
import { encodeCase } from '../protocol/case/encode.ts';
import { fold } from '../protocol/case/fold.ts';
import { CARICOM } from '../protocol/convention/caricom/caricom.ts';
import { RECORDED } from '../test/support/recorded-cases.ts';

for (const [name, play] of Object.entries(RECORDED)) {
  const { entries } = play();
  const current = fold(CARICOM, entries);
  if (current === undefined) throw new Error(`${name} has no opening`);
  const record = {
    machine: current.machine,
    case: Buffer.from(encodeCase(current)).toString('utf8'),
    entries,
  };
  writeFileSync(
    new URL(`../test/fixtures/cases/${name}.json`, import.meta.url),
    `${JSON.stringify(record, null, 2)}\n`,
  );
}
