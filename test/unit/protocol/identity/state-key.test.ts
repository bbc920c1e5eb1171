import { expect } from 'chai';
import { toHex } from '../../../../protocol/hash.ts';
import type { Key } from '../../../../protocol/identity/key.ts';
import type { Signer } from '../../../../protocol/identity/keys.ts';
import {
  type FormerStateKey,
  signHandover,
  type StateKeys,
  successorsOf,
  verifyHandovers,
} from '../../../../protocol/identity/state-key.ts';
import { signerOf } from '../../../support/items.ts';
import { refuses } from '../../../support/refuses.ts';

const [first, second, third] = [signerOf(1), signerOf(2), signerOf(3)];
const network = 'caricom';
const hex = (signer: Signer): string => toHex(signer.publicKey);
const key = (signer: Signer): Key => ({ suite: 1, publicKey: hex(signer), from: 1 });
const former = (signer: Signer, next: Signer): FormerStateKey => ({
  key: key(signer),
  handover: signHandover(signer, network, hex(next)),
});
const keys = (stateKey: Signer, ...stateKeyHistory: readonly FormerStateKey[]): StateKeys => ({
  network,
  stateKey: key(stateKey),
  stateKeyHistory,
});

describe('State keys', () => {
  it('are trusted from the pinned one on, each signed by the one before it', () => {
    const all = keys(third, former(first, second), former(second, third));
    verifyHandovers(all);
    expect(successorsOf(hex(first), all)).to.deep.equal([hex(second), hex(third)]);
    expect(successorsOf(hex(second), all)).to.deep.equal([hex(third)]);
    expect(successorsOf(hex(third), all)).to.deep.equal([]);
    expect(successorsOf(hex(signerOf(4)), all)).to.equal(undefined);
  });

  it('lose that trust where one was lost, and gain it again after it', () => {
    const all = keys(third, { key: key(first) }, former(second, third));
    verifyHandovers(all);
    expect(successorsOf(hex(first), all)).to.equal(undefined);
    expect(successorsOf(hex(second), all)).to.deep.equal([hex(third)]);
  });

  it('are handed over by their own signature, in this network, to the next key', () => {
    const by = (signer: Signer, where: string, next: Signer): StateKeys =>
      keys(second, { key: key(first), handover: signHandover(signer, where, hex(next)) });
    verifyHandovers(by(first, network, second));
    for (const forged of [
      by(third, network, second),
      by(first, 'other', second),
      by(first, network, third),
    ]) {
      refuses('unauthentic', () => {
        verifyHandovers(forged);
      });
    }
  });
});
