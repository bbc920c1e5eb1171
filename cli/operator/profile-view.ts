import type { ProfileView } from '../../protocol/control/types.ts';
import { type Block, gap, pairs, toned } from '../view/block.ts';
import { stateName } from '../view/state-name.ts';
import { when } from '../view/when.ts';

/** A profile as people read it. All text in it is the State's own. */
export function profileBlocks(profile: ProfileView, now: number): readonly Block[] {
  return [
    pairs([
      ['State', toned('strong', stateName(profile.state))],
      ['calls itself', profile.name],
      ['network', profile.network],
      ['profile', `version ${profile.version}, valid until ${when(profile.validUntil, now)}`],
      ['fingerprint', profile.fingerprint],
      ['node', profile.peerId],
      ['reached at', profile.dialable ? profile.addresses.join(', ') : 'it can not be dialled, it dials'],
      ['languages', profile.languages.join(', ')],
      ['instruments', profile.instruments.map(({ id, version }) => `${id} ${version}`).join(', ')],
      ['channels', profile.channels.join(', ') || undefined],
    ]),
    gap,
    {
      is: 'table',
      head: [{ whole: 'desk' }, { whole: 'role' }, 'name', 'territory', 'languages', 'hours'],
      rows: profile.desks.map((desk) => [
        desk.id,
        desk.role,
        desk.name,
        desk.territory,
        desk.languages.join(', '),
        desk.aroundTheClock ? '24/7' : desk.hours,
      ]),
      empty: 'No desks.',
    },
  ];
}
