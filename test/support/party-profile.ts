import type { DeskRole } from '../../protocol/convention/instrument.ts';
import { CARICOM, currentPins } from '../../protocol/convention/instruments.ts';
import type { Desk } from '../../protocol/identity/desk.ts';
import type { OpenedProfile } from '../../protocol/identity/profile.ts';
import { POLICE } from './party-officers.ts';
import { aProfile, keyOf, signed, signerFrom } from './profiles.ts';

/**
 * The profile of one of two parties with a central authority and a police desk.
 * `role`: what kind of authority the first desk is; `treatyOn`: the subject of a treaty between the two.
 */
export function profileOf(code: string, role: DeskRole, treatyOn?: string): OpenedProfile {
  const bare = aProfile(code);
  const [desk] = bare.desks;
  if (desk === undefined) throw new Error('a profile without a desk');
  const central: Desk = { ...desk, role };
  const police: Desk = {
    ...central,
    id: POLICE,
    role: 'LEA',
    name: 'Police',
    keys: [keyOf(signerFrom(`${code} police`))],
  };
  const instruments = [{ id: CARICOM.id, version: CARICOM.version, digest: currentPins().instrument }];
  const partner = code === 'GD' ? 'JM' : 'GD';
  const treaty = { id: 'treaty', partner, form: 'treaty', from: '2020-01-01' };
  const declarations = {
    'participation.in_force_from': '2020-01-01',
    ...(treatyOn === undefined ? {} : { arrangements: [{ ...treaty, subject: treatyOn }] }),
  };
  return signed({ ...bare, desks: [central, police], instruments, declarations });
}
