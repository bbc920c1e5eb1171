import type { comity } from '../protobuf.ts';
import { rejection } from '../rejection.ts';
import { idOut, ifGiven, optionalIdOut, textIn } from '../shape.ts';

/** Where an item comes from or goes to: a desk of a party, and the special region that it speaks for. */
export interface Address {
  readonly party: string;
  /** Id of a desk in the party's profile. */
  readonly authority: string;
  readonly scope?: string;
}

export function addressOut(address: Address, where: string): comity.Address.$Properties {
  return {
    party: idOut(address.party, `${where}.party`),
    authority: idOut(address.authority, `${where}.authority`),
    scope: optionalIdOut(address.scope, `${where}.scope`),
  };
}

export function addressIn(wire: comity.Address.$Properties): Address {
  return {
    party: textIn(wire.party),
    authority: textIn(wire.authority),
    ...ifGiven('scope', wire.scope, textIn),
  };
}

/** Who must be at the two ends of an item on this connection. */
export interface ExpectedParties {
  readonly network: string;
  readonly sender: string;
  readonly recipient: string;
}

/** @throws ComityError `wrong-network`, `impostor` or `misaddressed`. */
export function assertAddressed(
  header: { readonly network: string; readonly sender: Address; readonly recipient: Address },
  expected: ExpectedParties,
): void {
  if (header.network !== expected.network) throw rejection('wrong-network', { network: header.network });
  if (header.sender.party !== expected.sender) {
    throw rejection('impostor', { named: header.sender.party, connected: expected.sender });
  }
  if (header.recipient.party !== expected.recipient) {
    throw rejection('misaddressed', { recipient: header.recipient.party });
  }
}
