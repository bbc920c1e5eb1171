import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createControlClient } from '../../cli/client/control-client.ts';
import type { Reply } from '../../protocol/control/types.ts';
import { peerIdText } from '../../node/contacts.ts';
import { FORM, REQUEST } from '../support/bad-lines.ts';
import { type ForeignPartner, makeForeigner, pinForeigner } from '../support/foreign-partner.ts';
import type { Attacker } from '../support/hostile/attack.ts';
import { ATTACKS } from '../support/hostile/attacks.ts';
import { comity, foldersOf, signingOf } from '../support/net.ts';
import { sessionIn } from '../support/signing-officer.ts';
import { useNet } from '../support/use-net.ts';

const GROWTH_BYTES_MAX = 128 * 1024 * 1024;

describe('a node under attack', function () {
  this.timeout(120_000);
  const net = useNet('GD', 'JM');
  let partner: ForeignPartner;
  let by: Readonly<Record<'partner' | 'stranger', Attacker>>;
  let times = 0;
  const did = (): void => {
    times += 1;
  };

  const client = () => createControlClient(sessionIn(net().node('GD').officer));
  const residentBytes = async (): Promise<number> => {
    const status = await readFile(`/proc/${String(net().node('GD').pid)}/status`, 'utf8');
    return 1024 * Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]);
  };
  const pingPartner = () => client().call('partners.ping', { params: { state: 'JM' } });

  before(async () => {
    partner = await makeForeigner(net(), 'LC', 'GD');
    await pinForeigner(net(), partner);
    const stranger = await makeForeigner(net(), 'XX', 'GD');
    const { profile } = partner.target;
    const target = { peerId: peerIdText(profile.node.peerId), addresses: profile.node.addresses };
    const attacker = ({ state }: ForeignPartner): Attacker => ({
      state,
      target,
      profile: partner.target,
      did,
    });
    by = { partner: attacker(partner), stranger: attacker(stranger) };
    await Promise.all([partner, stranger].map(({ node }) => node.stop()));
    await pingPartner();
  });

  for (const [name, attack] of Object.entries(ATTACKS)) {
    it(`answers its partners, within 128 MiB more, while a ${attack.by} ${attack.does} (${name})`, async () => {
      const before = await residentBytes();
      times = 0;
      const over = new AbortController();
      const attacked = attack.run(by[attack.by], over.signal);
      try {
        do await pingPartner();
        while (times < attack.enough);
      } finally {
        over.abort();
        await attacked;
      }
      assert.ok((await residentBytes()) - before < GROWTH_BYTES_MAX);
    });
  }

  it('says who is slowed down and in what, keeps it in the record, and slows down nobody else', async () => {
    const slowed = async () => {
      const { warnings } = await client().call('status', {});
      return warnings.filter(({ code }) => code === 'partner-slowed');
    };
    const over = new AbortController();
    const attacked = ATTACKS['garbage']?.run(by.partner, over.signal);
    try {
      while (!(await slowed()).some(({ message }) => message.includes('delivery'))) await pingPartner();
    } finally {
      over.abort();
      await attacked;
    }
    assert.deepEqual(
      (await slowed()).map(({ subject }) => subject),
      ['LC'],
    );
    const listed = await comity(
      'audit',
      'list',
      '--type',
      'partner.throttled',
      ...foldersOf(net().node('GD')),
    );
    const { rows } = listed as Reply<'audit.list'>;
    const told = rows.filter(({ detail }) => (detail as { where: string }).where === 'delivery');
    assert.equal(told.length, 1);
  });

  it('still takes in what its partners send', async () => {
    const request = REQUEST.map((word) => (word === 'JM' ? 'GD' : word));
    const sent = await comity(...request, '--file', FORM, '--wait', ...signingOf(net().node('JM')));
    assert.equal((sent as { delivery: string }).delivery, 'relayed');
  });
});
