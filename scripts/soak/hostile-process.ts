import { setPriority } from 'node:os';
import { peerIdText } from '../../node/contacts.ts';
import { foreignState } from '../../test/support/foreign-state.ts';
import { makeForeigner, pinForeigner } from '../../test/support/foreign-partner.ts';
import { ATTACKS } from '../../test/support/hostile/attacks.ts';
import type { Attacker } from '../../test/support/hostile/attack.ts';
import type { Net, NetNode } from '../../test/support/net.ts';

/** What the attacker's process is told, and what it answers. */
export type HostileOrder = { readonly attack: string; readonly ms: number };
export type HostileReport = { readonly ready: true } | { readonly times: number };

/** It takes only what nobody else wants of the processor, so that what is measured is the node's burden. */
const LOWEST_PRIORITY = 19;

const [dir = '', node = '{}'] = process.argv.slice(2);
const victim = JSON.parse(node) as NetNode;
setPriority(LOWEST_PRIORITY);

const net = { dir, node: () => victim } as unknown as Net;
const partner = await makeForeigner(net, 'LC', victim.state);
await pinForeigner(net, partner);
await partner.node.stop();
const { profile } = partner.target;
let times = 0;
const did = (): void => {
  times += 1;
};
const by: Attacker = {
  did,
  state: partner.state,
  profile: partner.target,
  target: { peerId: peerIdText(profile.node.peerId), addresses: profile.node.addresses },
};
const stranger: Attacker = { ...by, state: foreignState('XX', profile.network, { now: Date.now() }) };

process.on('message', (order: HostileOrder) => {
  const attack = ATTACKS[order.attack];
  if (attack === undefined) throw new Error(`no attack is called ${order.attack}`);
  times = 0;
  const over = AbortSignal.timeout(order.ms);
  void attack.run(attack.by === 'stranger' ? stranger : by, over).then(() => {
    process.send?.({ times } satisfies HostileReport);
  });
});
process.on('disconnect', () => process.exit());
process.send?.({ ready: true } satisfies HostileReport);
