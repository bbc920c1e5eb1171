import { expect } from 'chai';
import { generateKeyPair } from '@libp2p/crypto/keys';
import { peerIdFromPrivateKey } from '@libp2p/peer-id';
import { peerIdFromBytes, peerIdOf, peerIdToBytes } from '../../../../node/host/peer-id.ts';
import { ComityError } from '../../../../protocol/errors.ts';
import { signerFrom } from '../../../support/profiles.ts';

const refuses = (attempt: () => unknown): void => {
  expect(attempt).to.throw(ComityError).with.property('code', 'bad-peer-id');
};

describe('PeerIds', () => {
  it('go from key to text to the bytes in a profile and back', () => {
    const text = peerIdOf(signerFrom('GD node').publicKey);
    expect(text).to.match(/^12D3KooW[1-9A-HJ-NP-Za-km-z]{44}$/);
    expect(peerIdFromBytes(peerIdToBytes(text))).to.equal(text);
  });

  it('are of Ed25519 keys and nothing else', async () => {
    const other = peerIdFromPrivateKey(await generateKeyPair('secp256k1'));
    refuses(() => peerIdToBytes(other.toString()));
    refuses(() => peerIdFromBytes(other.toMultihash().bytes));
    refuses(() => peerIdToBytes('GD'));
    refuses(() => peerIdFromBytes(new Uint8Array(38)));
    refuses(() => peerIdFromBytes(peerIdToBytes(peerIdOf(signerFrom('GD node').publicKey)).subarray(1)));
  });
});
