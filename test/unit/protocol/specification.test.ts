import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { fromHex, lengthPrefixed, toHex } from '../../../protocol/hash.ts';
import { FOLD_MACHINE, FORMAT_VERSION, PROTOCOLS, SESSION_VERSIONS, TAGS } from '../../../protocol/ids.ts';
import { fingerprintOf } from '../../../protocol/identity/fingerprint.ts';
import { createSigner, verifySignature } from '../../../protocol/identity/keys.ts';
import { itemIdOf } from '../../../protocol/item/header.ts';
import { commitment } from '../../../protocol/item/parts.ts';
import {
  COUNTS,
  FRAME_BYTES_MAX,
  LANE_TIMES,
  PROFILES,
  SIZES,
  TIMES,
  WINDOWS,
} from '../../../protocol/limits.ts';
import { REJECTIONS } from '../../../protocol/rejection.ts';

const folder = join(import.meta.dirname, '../../../protocol');
const page = readFileSync(join(folder, 'README.md'), 'utf8');
// A reason may run over several lines of its comment.
const reasons = readFileSync(join(folder, 'limits.ts'), 'utf8').replaceAll(/\n +\* /g, ' ');

/** Rows of the table behind a heading, as cells without their marks. */
function rowsUnder(heading: string): string[][] {
  const section = page.split(`\n${heading}\n`)[1]?.split(/\n#+ /)[0] ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim().replaceAll('`', '')),
    )
    .filter(([first]) => first !== undefined && !/^(---|name|code|for|protocol|what)$/.test(first));
}

const lanes = Object.entries(LANE_TIMES).flatMap(([lane, times]) =>
  Object.entries(times).map(([name, value]) => [`${lane}.${name}`, value] as const),
);

describe('the specification', () => {
  it('names every protocol and every tag, as they are', () => {
    const named = rowsUnder('## 2. Names').map(([name, id]) => [name, id]);
    expect(named).to.deep.equal([...Object.entries(PROTOCOLS), ...Object.entries(TAGS)]);
    expect(page).to.include(`\`Profile.format\` are ${FORMAT_VERSION};`);
    expect(page).to.include(
      `session versions ${SESSION_VERSIONS.join(', ')}. The fold is machine ${FOLD_MACHINE}.`,
    );
  });

  it('lists every rejection with its sentence', () => {
    expect(rowsUnder('## 6. Rejections')).to.deep.equal(Object.entries(REJECTIONS));
  });

  for (const [name, limits] of Object.entries({
    SIZES,
    FRAME_BYTES_MAX,
    COUNTS,
    TIMES,
    LANE_TIMES: Object.fromEntries(lanes),
    WINDOWS,
    PROFILES,
  })) {
    it(`gives each number of ${name}, and its reason as the code does`, () => {
      const rows = rowsUnder(`### ${name}`);
      expect(rows.map(([limit, value]) => [limit, Number(value)])).to.deep.equal(Object.entries(limits));
      for (const [limit, , why = ''] of rows) {
        expect(reasons.replaceAll('`', ''), limit).to.include(why);
        if (!limit?.includes('.')) expect(why, limit).to.not.equal('');
      }
    });
  }

  it('has vectors that hold', () => {
    const vectors = JSON.parse(/```json\n(.*?)```/s.exec(page)?.[1] ?? '{}') as Record<string, unknown>;
    const part = Buffer.from('616263', 'hex');
    const signer = createSigner(fromHex(String(vectors['seed'])));
    const { salt } = vectors['commitment'] as { salt: string };
    const signature = signer.sign(TAGS.signReceipt, part);
    expect(vectors).to.deep.equal({
      seed: '07'.repeat(32),
      publicKey: toHex(signer.publicKey),
      keyId: signer.keyId,
      fingerprint: fingerprintOf(signer.publicKey),
      lengthPrefixed: { parts: ['', '616263'], bytes: toHex(lengthPrefixed('', part)) },
      signature: toHex(signature.value),
      commitment: {
        salt,
        act: commitment(TAGS.act, fromHex(salt), part),
        body: commitment(TAGS.body, fromHex(salt), part),
      },
      itemId: itemIdOf(part),
    });
    expect(verifySignature(signer.publicKey, TAGS.signReceipt, signature, part)).to.equal(true);
  });
});
