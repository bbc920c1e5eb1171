import assert from 'node:assert/strict';
import { lookAlikes, type Named } from '../../../node/directory/look-alikes.ts';
import { directoryHandlers } from '../../../node/directory/directory-handlers.ts';
import { skeletonOf } from '../../../node/directory/skeleton.ts';
import type { Caller } from '../../../protocol/control/handlers.ts';
import { fingerprintOf } from '../../../protocol/identity/fingerprint.ts';
import { aDirectoryWithPartner, operator, quietLinks } from '../../support/directory.ts';
import { aProfile, signed } from '../../support/profiles.ts';

function named(party: string, name: string, ...desks: string[]): Named {
  return { party, names: [{ language: 'en', text: name }], desks: desks.map((desk) => ({ name: desk })) };
}

function said(profile: Named, ...others: Named[]): string {
  return lookAlikes(profile, others)
    .map(({ message }) => message)
    .join('\n');
}

describe('a name that looks like another one', () => {
  it('has the same skeleton in letters of other scripts, capitals, accents and digits', () => {
    for (const feigned of [
      'J\u0430m\u0430ica',
      'JAMAlCA',
      'Jama1ca',
      'Jamaïca',
      '\u{1d541}amaica',
      'Jarnaica',
    ]) {
      assert.equal(skeletonOf(feigned), skeletonOf('Jamaica'), feigned);
    }
    assert.notEqual(skeletonOf('Dominica'), skeletonOf('Dominican'));
  });

  it('is warned of where it is that of a State, written thus or nearly so', () => {
    assert.match(
      said(named('XX', 'Jamaica')),
      /XX calls itself “Jamaica”, which looks like Jamaica: that is JM\./,
    );
    assert.match(said(named('XX', 'Government of Jama1ca')), /that is JM/);
    assert.match(said(named('XX', 'Gre nada')), /that is GD/);
    assert.equal(said(named('JM', 'Jamaica')), '');
    assert.equal(said(named('JM-JCF', 'Jamaica Constabulary Force')), '');
    assert.equal(said(named('SS', 'South Sudan')), '');
    assert.match(said(named('SS', 'Sudan')), /that is SD/);
  });

  it('is warned of where it is that of a partner, but not between parties of one State', () => {
    const partner = named('TT-FIU', 'Financial Intelligence Unit');
    const feigned = 'Financial lntelligence Unit';
    assert.match(said(named('XX', feigned), partner), /looks like the name of TT-FIU/);
    assert.equal(said(named('TT', feigned), partner), '');
  });

  it('is warned of where one word mixes scripts, not where two languages stand side by side', () => {
    assert.match(said(named('XX', 'W\u043erld Court')), /mixes letters of Latin and Cyrillic/);
    assert.equal(said(named('XX', 'Justice (\u042e\u0441\u0442\u0438\u0446\u0438\u044f)')), '');
  });

  it('may be that of a desk elsewhere if it is spelt alike, and names no other State', () => {
    const partner = named('JM', 'Jamaica', 'Ministry of Justice');
    assert.equal(said(named('XX', 'Somewhere', 'MINISTRY OF JUSTICE'), partner), '');
    assert.match(
      said(named('XX', 'Somewhere', 'Ministry of Just1ce'), partner),
      /a desk of JM, spelt otherwise/,
    );
    assert.match(said(named('XX', 'Somewhere', 'Ministry of Justice of Jamaica')), /that is JM/);
  });

  it('is shown when the profile is added, listed, looked at and approved, and hinders nothing', async () => {
    const { directory } = await aDirectoryWithPartner();
    const handlers = directoryHandlers({ directory, links: quietLinks, peerIdText: (peerId) => peerId });
    const names = [{ language: 'en', text: 'St\u0430te of JM' }];
    const feigned = signed(aProfile('XX', { names }));
    await directory.takeUp(feigned.bytes, operator);
    const caller: Caller = { officerId: 'op', name: 'op', roles: ['operator'], desks: [], sessionId: '' };
    const asked = { params: { state: 'XX' }, query: {}, body: {} };
    const shown = await handlers['partners.show'](asked, caller);
    const { rows } = await handlers['partners.list']({ params: {}, query: {}, body: {} }, caller);
    const fingerprint = fingerprintOf(feigned.profile.stateKey.publicKey);
    const approved = await handlers['partners.approve']({ ...asked, body: { fingerprint } }, caller);
    const listed = rows.find(({ state }) => state === 'XX');
    for (const one of [shown, listed, approved]) {
      assert.match(one?.warnings.map(({ message }) => message).join() ?? '', /looks like the name of JM/);
    }
    assert.equal(approved.status, 'approved');
  });
});
