import type { Urgency } from '../convention/instrument.ts';
import { comity } from '../protobuf.ts';
import { demand } from '../shape.ts';

const wireOf: Readonly<Record<Urgency, comity.Urgency>> = {
  routine: comity.Urgency.ROUTINE,
  urgent: comity.Urgency.URGENT,
  emergency: comity.Urgency.EMERGENCY,
};

export function urgencyOut(urgency: Urgency): comity.Urgency {
  return wireOf[urgency];
}

/** @throws ComityError `malformed` for a number without a name. */
export function urgencyIn(wire: comity.Urgency | null | undefined, where: string): Urgency {
  for (const [name, number] of Object.entries(wireOf)) if (number === wire) return name as Urgency;
  demand(false, where, 'is no urgency');
}
