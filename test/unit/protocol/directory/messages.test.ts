import { expect } from 'chai';
import { type DirectoryFrame, directoryFrameCodec } from '../../../../protocol/directory/messages.ts';
import { COUNTS } from '../../../../protocol/limits.ts';
import { aSignedProfile } from '../../../support/full-profile.ts';
import { digestOf } from '../../../support/items.ts';
import { refuses } from '../../../support/refuses.ts';

const digests = Array.from({ length: COUNTS.wantedProfiles + 1 }, (_, index) => digestOf(index));
const versions = Array.from({ length: COUNTS.parties + 1 }, (_, index) => ({
  party: `P${1000 + index}`,
  version: 1,
  digest: digestOf(index),
}));

function refusesFrame(frame: DirectoryFrame): void {
  refuses('malformed', () => directoryFrameCodec.encode(frame));
}

describe('directory frames', () => {
  it('come back as they were, empty lists included', () => {
    const frames: DirectoryFrame[] = [
      { kind: 'inventory', profiles: [] },
      { kind: 'want', digests: [] },
      { kind: 'profile', profile: aSignedProfile },
      { kind: 'done' },
    ];
    for (const frame of frames) {
      expect(directoryFrameCodec.decode(directoryFrameCodec.encode(frame))).to.deep.equal(frame);
    }
  });

  it('are of one kind', () => {
    refuses('malformed', () => directoryFrameCodec.decode(new Uint8Array()));
    const want = directoryFrameCodec.encode({ kind: 'want', digests: [] });
    const done = directoryFrameCodec.encode({ kind: 'done' });
    refuses('malformed', () => directoryFrameCodec.decode(Buffer.concat([want, done])));
  });

  it('bound what is offered and asked for at n and n + 1, no one twice', () => {
    directoryFrameCodec.encode({ kind: 'want', digests: digests.slice(1) });
    refusesFrame({ kind: 'want', digests });
    refusesFrame({ kind: 'want', digests: [digestOf(1), digestOf(1)] });
    directoryFrameCodec.encode({ kind: 'inventory', profiles: versions.slice(1) });
    refusesFrame({ kind: 'inventory', profiles: versions });
    refusesFrame({ kind: 'inventory', profiles: versions.slice(0, 2).reverse() });
  });

  it('hold profiles that are signed', () => {
    const { profile, signature } = aSignedProfile;
    refusesFrame({ kind: 'profile', profile: { profile: new Uint8Array(), signature } });
    const unsigned = { profile, signature: { ...signature, value: new Uint8Array() } };
    refusesFrame({ kind: 'profile', profile: unsigned });
  });
});
