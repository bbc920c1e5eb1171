import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { createKeyText, openKeyText } from '../../../protocol/key-text.ts';
import {
  type Keystore,
  KEYSTORE_CHARACTERS_MAX,
  openKeystore,
  readKeystoreFacts,
  sealKeystore,
} from '../../../protocol/keystore.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { rejectsWith } from '../../support/rejects-with.ts';

const { randomBytes } = createFakeClock();
const keystore: Keystore = { kind: 'node', facts: { b: '2', a: '1' }, secret: new Uint8Array([1, 2, 3]) };
const passphrase = 'correct horse';

type Document = Record<string, unknown> & {
  derivation: Record<string, unknown>;
  cipher: Record<string, unknown>;
};

describe('the keystore format', () => {
  let text = '';
  before(async () => {
    text = await sealKeystore(keystore, passphrase, randomBytes);
  });

  const edited = (edit: (document: Document) => void): string => {
    const document = JSON.parse(text) as Document;
    edit(document);
    return JSON.stringify(document);
  };

  /** What somebody makes who knows the format: the checksum fits what was changed. */
  const forged = (edit: (document: Document) => void): string =>
    edited((document) => {
      edit(document);
      const { format, version, kind, facts, derivation, cipher, sealed } = document;
      const sorted = Object.entries(facts as Record<string, string>).sort(([a], [b]) => (a < b ? -1 : 1));
      const cost = ['name', 'memoryKiB', 'passes', 'lanes', 'salt'].map((name) => derivation[name]);
      const bound = JSON.stringify([format, version, kind, sorted, cost, [cipher['name'], cipher['nonce']]]);
      document['checksum'] = createHash('sha256')
        .update(bound)
        .update(sealed as string)
        .digest('hex');
    });

  it('gives back what was sealed, also when another program wrote the members in another order', async () => {
    expect(await openKeystore(text, 'node', passphrase)).to.deep.equal(keystore);
    const { kind, facts, ...others } = JSON.parse(text) as Document;
    const reordered = JSON.stringify({ ...others, facts: { a: '1', b: '2' }, kind });
    expect(facts).to.deep.equal(keystore.facts);
    expect(await openKeystore(reordered, 'node', passphrase)).to.deep.equal(keystore);
  });

  it('says what is no secret without the passphrase, and shows no secret', () => {
    expect(readKeystoreFacts(text)).to.deep.equal({ kind: 'node', facts: keystore.facts });
    expect(text).not.to.include('010203');
  });

  it('seals the same under the same passphrase differently each time', async () => {
    expect(await sealKeystore(keystore, passphrase, randomBytes)).not.to.equal(text);
  });

  it('refuses another passphrase, an empty one, and a file of another kind', async () => {
    await rejectsWith(openKeystore(text, 'node', 'Correct horse'), 'wrong-passphrase');
    await rejectsWith(openKeystore(text, 'node', ''), 'empty-passphrase');
    await rejectsWith(sealKeystore(keystore, '', randomBytes), 'empty-passphrase');
    const error = await rejectsWith(openKeystore(text, 'state', passphrase), 'wrong-keystore');
    expect(error.message).to.match(/"node".*"state"/);
  });

  it('takes one passphrase however the keyboard encodes it', async () => {
    const composed = await sealKeystore(keystore, 'pâsse', randomBytes);
    expect((await openKeystore(composed, 'node', 'pa\u0302sse')).secret).to.deep.equal(keystore.secret);
  });

  it('refuses what is damaged in any place, as damaged', async () => {
    const damaged = [
      '',
      '{}',
      '[]',
      'null',
      text.slice(0, -30),
      text.replace('comity-keystore', 'other-keystore'),
      text.replace('"1"', '"3"'),
      edited((document) => (document['sealed'] = '00')),
      edited((document) => (document['facts'] = { a: 1 })),
      edited((document) => (document.cipher['nonce'] = 'zz')),
      edited((document) => Object.assign(document, { derivation: undefined })),
      ' '.repeat(KEYSTORE_CHARACTERS_MAX + 1 - text.length) + text,
    ];
    for (const one of damaged) await rejectsWith(openKeystore(one, 'node', passphrase), 'keystore-damaged');
    const longest = ' '.repeat(KEYSTORE_CHARACTERS_MAX - text.length) + text;
    expect(await openKeystore(longest, 'node', passphrase)).to.deep.equal(keystore);
  });

  it('opens nothing in which what stands in clear was exchanged with care', async () => {
    const forgeries = [
      forged((document) => (document['facts'] = { a: '1', b: '3' })),
      forged((document) => (document.derivation['passes'] = 2)),
      forged((document) => (document.cipher['nonce'] = '00'.repeat(12))),
      forged((document) => (document['sealed'] = `00${String(document['sealed']).slice(2)}`)),
    ];
    for (const one of forgeries) await rejectsWith(openKeystore(one, 'node', passphrase), 'wrong-passphrase');
    const renamed = forged((document) => (document['kind'] = 'state'));
    await rejectsWith(openKeystore(renamed, 'state', passphrase), 'wrong-passphrase');
    expect(
      await openKeystore(
        forged(() => undefined),
        'node',
        passphrase,
      ),
    ).to.deep.equal(keystore);
  });

  it('refuses a file that would cost more than it may, before any of that is spent', async () => {
    const costs = [
      { memoryKiB: 1024 * 1024 + 1 },
      { memoryKiB: 31 },
      { passes: 17 },
      { passes: 0 },
      { lanes: 17, memoryKiB: 1024 },
      { lanes: 0 },
      { passes: 1.5 },
      { name: 'scrypt' },
    ];
    for (const cost of costs) {
      const one = forged((document) => (document.derivation = { ...document.derivation, ...cost }));
      await rejectsWith(openKeystore(one, 'node', passphrase), 'keystore-damaged');
    }
    const most = forged(
      (document) => (document.derivation = { ...document.derivation, memoryKiB: 32, passes: 16 }),
    );
    await rejectsWith(openKeystore(most, 'node', passphrase), 'wrong-passphrase');
  });
});

describe('the text of a single key', () => {
  it('opens to the key that was drawn, for its kind of owner', async () => {
    const { signer, text } = await createKeyText('officer', passphrase, randomBytes);
    const opened = await openKeyText(text, 'officer', passphrase);
    expect(opened.keyId).to.equal(signer.keyId);
    await rejectsWith(openKeyText(text, 'state', passphrase), 'wrong-keystore');
  });

  it('is refused when it holds another key than it says, or none', async () => {
    for (const secret of [new Uint8Array(32).fill(1), new Uint8Array(31)]) {
      const facts = { publicKey: 'ab'.repeat(32) };
      const text = await sealKeystore({ kind: 'state', facts, secret }, passphrase, randomBytes);
      await rejectsWith(openKeyText(text, 'state', passphrase), 'keystore-damaged');
    }
  });
});
