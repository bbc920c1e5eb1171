import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { toHex } from '../../../protocol/hash.ts';
import { comity } from '../../../protocol/protobuf.ts';
import { wireSamples } from '../../support/wire-samples.ts';

const file = join(import.meta.dirname, '../../fixtures/golden/messages.json');
const golden = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;

/** Names of the messages that were decoded while this ran. */
function decodedBy(run: () => void): Set<string> {
  const seen = new Set<string>();
  const messages = Object.entries(comity).filter(([, message]) => 'decode' in message);
  const originals = messages.map(([name, message]) => {
    const target = message as { decode: (...parts: unknown[]) => unknown };
    const { decode } = target;
    target.decode = (...parts) => {
      seen.add(name);
      return decode(...parts);
    };
    return () => {
      target.decode = decode;
    };
  });
  run();
  for (const restore of originals) restore();
  return seen;
}

describe('golden bytes', () => {
  for (const { name, codec, value } of wireSamples) {
    it(`${name} is written and read as it always was`, () => {
      const hex = golden[name];
      expect(toHex(codec.encode(value))).to.equal(hex);
      expect(codec.decode(Buffer.from(hex ?? '', 'hex'))).to.deep.equal(value);
    });
  }

  it('there are no others', () => {
    expect(Object.keys(golden).sort()).to.deep.equal(wireSamples.map(({ name }) => name).sort());
  });

  it('hold every message of the schema', () => {
    const schema = Object.entries(comity).filter(([, message]) => 'decode' in message);
    const seen = decodedBy(() => {
      for (const { name, codec } of wireSamples) codec.decode(Buffer.from(golden[name] ?? '', 'hex'));
    });
    expect(schema.map(([name]) => name).filter((name) => !seen.has(name))).to.deep.equal([]);
  });
});
