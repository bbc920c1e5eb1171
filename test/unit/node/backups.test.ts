import { expect } from 'chai';
import { type Backups, openBackups } from '../../../node/backups.ts';
import { initHome } from '../../../node/init.ts';
import { readMarker } from '../../../node/home/marker.ts';
import { homePlaces } from '../../../node/home/places.ts';
import { AuditRecord } from '../../../node/audit/record.ts';
import { systemClock } from '../../../node/clock.ts';
import { openKeystore } from '../../../node/keystore/keystore.ts';
import { openStorage } from '../../../node/storage/open-storage.ts';
import type { Storage } from '../../../node/storage/storage.ts';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fingerprintOf } from '../../../protocol/identity/fingerprint.ts';
import type { Profile } from '../../../protocol/identity/profile.ts';
import { collect } from '../../support/collect.ts';
import { aFullProfile } from '../../support/full-profile.ts';
import { signerFrom } from '../../support/profiles.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const PASSPHRASE = 'correct horse';
const { node } = aFullProfile;
const changes: readonly (readonly [string, Profile])[] = [
  ['the node key', { ...aFullProfile, node: { ...node, peerId: `${node.peerId.slice(0, -2)}00` } }],
  ['an announced node key', { ...aFullProfile, node: { ...node, nextPeerId: node.peerId } }],
  ['a receipt key', { ...aFullProfile, node: { ...node, receiptKeys: node.recordKeys } }],
  ['the State key', { ...aFullProfile, stateKey: { ...aFullProfile.stateKey, publicKey: 'ab' } }],
];

describe('what a node knows of its backups', () => {
  const opened: Storage[] = [];
  afterEach(async () => {
    for (const storage of opened.splice(0)) await storage.close();
  });
  // Its hook comes behind ours.
  const newFolder = useTemporaryFolders();

  async function aNode() {
    const home = join(await newFolder(), 'node');
    await initHome({
      ...{ home, state: 'GD', name: 'Grenada', passphrase: PASSPHRASE, stateKey: signerFrom('state') },
      listen: ['/ip4/127.0.0.1/tcp/4801'],
      operator: { name: 'Ann', fingerprint: fingerprintOf(signerFrom('Ann').publicKey) },
    });
    const keystore = await openKeystore(homePlaces(home).keys, PASSPHRASE);
    const record = new AuditRecord(systemClock);
    const onFatal = (error: unknown): never => {
      throw error;
    };
    const storage = await openStorage({
      ...{ home, recorder: record, clock: systemClock, onFatal },
      storeKey: keystore.storeKey,
      databaseSecret: keystore.databaseSecret,
    });
    opened.push(storage);
    const marker = await readMarker(home);
    return (profile: Profile): Promise<Backups> =>
      openBackups({
        ...{ home, marker, keystore, storage, record, clock: systemClock, warnAfterMs: 1e9 },
        profile: () => profile,
      });
  }

  const codes = async (backups: Backups): Promise<string[]> =>
    (await backups.warnings()).map(({ code }) => code);

  const backUp = async (backups: Backups): Promise<void> => {
    const bytes = Buffer.concat(await collect(backups.make(undefined)));
    const digest = bytes.subarray(-32);
    expect(createHash('sha256').update(bytes.subarray(0, -32)).digest()).to.deep.equal(digest);
    await backups.stored(digest.toString('hex'), 'ann');
  };

  it('warns from a change of any key on, until a backup is stored that was made after it', async () => {
    const open = await aNode();
    expect(await codes(await open(aFullProfile))).to.deep.equal([]);
    for (const [what, profile] of changes) {
      const changed = await open(profile);
      expect(await codes(changed), what).to.deep.equal(['backup-behind-keys']);
      await collect(changed.make(undefined));
      expect(await codes(changed), what).to.deep.equal(['backup-behind-keys']);
      await backUp(changed);
      expect(await codes(changed), what).to.deep.equal([]);
      await backUp(await open(aFullProfile));
    }
  });
});
