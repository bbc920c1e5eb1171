import { expect } from 'chai';
import { checkpointCodec, openCheckpoint, recordLeaf, signCheckpoint } from '../../../protocol/checkpoint.ts';
import { ComityError } from '../../../protocol/errors.ts';
import { toHex } from '../../../protocol/hash.ts';
import { createSigner } from '../../../protocol/identity/keys.ts';

const signer = createSigner(new Uint8Array(32).fill(3));
const checkpoint = {
  network: 'caricom',
  party: 'GD',
  size: 12,
  root: 'ab'.repeat(32),
  at: 1_700_000_000_000,
};

describe('a checkpoint', () => {
  it('has these bytes', () => {
    expect(toHex(checkpointCodec.encode(checkpoint))).to.equal(
      `0a0763617269636f6d12024744180c2220${'ab'.repeat(32)}2880d095ffbc31`,
    );
  });

  it('opens under the record key that signed it, and under no other', () => {
    const signed = signCheckpoint(checkpoint, signer);
    expect(openCheckpoint(signed, signer.publicKey)).to.deep.equal(checkpoint);
    const other = createSigner(new Uint8Array(32).fill(4)).publicKey;
    expect(() => openCheckpoint(signed, other))
      .to.throw(ComityError)
      .with.property('code', 'unauthentic');
  });

  it('of an empty record has size 0', () => {
    const empty = { ...checkpoint, size: 0 };
    expect(checkpointCodec.decode(checkpointCodec.encode(empty))).to.deep.equal(empty);
  });
});

describe('the leaf of an event', () => {
  it('is this one, and another one under another salt', () => {
    const event = Buffer.from('{"at":1,"type":"t"}');
    const leaf = toHex(recordLeaf(new Uint8Array(16).fill(1), event));
    expect(leaf).to.equal('f86d7f87429b50183f99f5c845ffe2b51bfdff492e7804f5f240465832ff7d6e');
    expect(toHex(recordLeaf(new Uint8Array(16).fill(2), event))).not.to.equal(leaf);
  });
});
