import { expect } from 'chai';
import { type Anchor, anchorCodec, anchorDigest, openAnchor, signAnchor } from '../../../protocol/anchor.ts';
import { openCheckpoint, signCheckpoint } from '../../../protocol/checkpoint.ts';
import { digest } from '../../../protocol/hash.ts';
import { signedCodec } from '../../../protocol/identity/signed.ts';
import { TAGS } from '../../../protocol/ids.ts';
import { digestOf, filled, signerOf } from '../../support/items.ts';
import { refuses } from '../../support/refuses.ts';

const recordKey = signerOf(5);
const partnerKey = signerOf(6);
const checkpoint = { network: 'caricom', party: 'GD', size: 9, root: digestOf(1), at: 1000 };
const salt = filled(32, 2);

describe('anchors', () => {
  it('fix a signed checkpoint by a salted digest, countersigned by a partner', () => {
    const signed = signCheckpoint(checkpoint, recordKey);
    expect(openCheckpoint(signed, recordKey.publicKey)).to.deep.equal(checkpoint);
    expect(anchorDigest(salt, signed)).to.equal(digest(TAGS.anchor, salt, signedCodec.encode(signed)));
    const anchor: Anchor = { network: 'caricom', party: 'GD', digest: anchorDigest(salt, signed), at: 2000 };
    expect(openAnchor(signAnchor(anchor, partnerKey), partnerKey.publicKey)).to.deep.equal(anchor);
    refuses('unauthentic', () => openAnchor(signAnchor(anchor, partnerKey), recordKey.publicKey));
  });

  it('differ with salt, checkpoint and signature', () => {
    const signed = signCheckpoint(checkpoint, recordKey);
    const digests = [
      anchorDigest(salt, signed),
      anchorDigest(filled(32, 3), signed),
      anchorDigest(salt, signCheckpoint({ ...checkpoint, size: 10 }, recordKey)),
      anchorDigest(salt, signCheckpoint(checkpoint, partnerKey)),
    ];
    expect(new Set(digests).size).to.equal(digests.length);
    refuses('malformed', () => anchorDigest(new Uint8Array(31), signed));
  });

  it('and checkpoints hold what can be', () => {
    const anchor: Anchor = { network: 'caricom', party: 'GD', digest: digestOf(1), at: 1 };
    for (const change of [{ network: '' }, { party: 'a b' }, { digest: '' }, { at: 0 }]) {
      refuses('malformed', () => anchorCodec.encode({ ...anchor, ...change }));
    }
    for (const change of [{ size: -1 }, { size: 2 ** 53 }, { root: digestOf(1).slice(2) }, { at: -1 }]) {
      refuses('malformed', () => signCheckpoint({ ...checkpoint, ...change }, recordKey));
    }
  });
});
