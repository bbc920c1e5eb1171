import { fingerprintOf } from '../../protocol/identity/fingerprint.ts';
import type { Key } from '../../protocol/identity/key.ts';
import { keyIdOf } from '../../protocol/identity/keys.ts';
import type { Profile } from '../../protocol/identity/profile.ts';
import { absolute } from '../view/when.ts';

/** What is different between two versions of a profile, a line each; nothing is left out. */
export function changesBetween(before: Profile, after: Profile): string[] {
  const lines = [
    ...stateKeyChanges(before, after),
    ...after.desks.flatMap((desk) =>
      keyChanges(
        `authority key of ${desk.id}`,
        before.desks.find(({ id }) => id === desk.id)?.keys,
        desk.keys,
      ),
    ),
    ...keyChanges('receipt key', before.node.receiptKeys, after.node.receiptKeys),
    ...keyChanges('record key', before.node.recordKeys, after.node.recordKeys),
    ...nodeChanges(before, after),
    ...plainChanges(before, after),
  ];
  return lines.length === 0 ? ['nothing but version and date'] : lines;
}

function stateKeyChanges(before: Profile, after: Profile): string[] {
  if (after.stateKey.publicKey === before.stateKey.publicKey) return [];
  return [`another State key signs from now on: ${fingerprintOf(after.stateKey.publicKey)}`];
}

function keyChanges(what: string, before: readonly Key[] = [], after: readonly Key[]): string[] {
  return after.flatMap((key) => {
    const id = keyIdOf(key.publicKey).slice(0, 12);
    const old = before.find(({ publicKey }) => publicKey === key.publicKey);
    if (old === undefined) return [`new ${what} ${id}`];
    if (old.revokedAt !== key.revokedAt) return [`${what} ${id} is revoked`];
    return old.until === key.until ? [] : [`${what} ${id} is retired on ${absolute(key.until ?? 0)}`];
  });
}

function nodeChanges(before: Profile, after: Profile): string[] {
  const [old, now] = [before.node, after.node];
  return [
    ...(old.peerId === now.peerId ? [] : ['another node key answers for the node']),
    ...(now.nextPeerId === undefined || old.nextPeerId === now.nextPeerId
      ? []
      : ['a next node key is announced']),
    ...(same(old.addresses, now.addresses) ? [] : [`reached at: ${now.addresses.join(', ') || 'it dials'}`]),
  ];
}

/** The rest by the names of its fields: what the form of a draft does not show in words. */
function plainChanges(before: Profile, after: Profile): string[] {
  const worded = new Set(['version', 'previous', 'issuedAt', 'stateKey', 'stateKeyHistory', 'node', 'desks']);
  const fields = (Object.keys(after) as (keyof Profile)[]).filter((field) => !worded.has(field));
  const changed = fields.filter((field) => !same(before[field], after[field]));
  const bare = (profile: Profile) => profile.desks.map(({ keys: _keys, ...desk }) => desk);
  return [
    ...changed.map((field) =>
      field === 'validUntil' ? `valid until ${absolute(after.validUntil)}` : `${field} changes`,
    ),
    ...(same(bare(before), bare(after)) ? [] : ['desks change']),
    ...(after.supersedes.length === 0 ? [] : ['names two versions that contradict each other']),
  ];
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
