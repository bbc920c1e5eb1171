import type { CaseRow, CaseView } from '../../protocol/control/types.ts';
import { dutyTitle } from './duty-title.ts';
import { type Line, type Piece, toned, type Tone } from './block.ts';

type Status = CaseView['status'];

const STATUS: Readonly<Record<Status, readonly [string, Tone]>> = {
  received: ['received', 'plain'],
  in_review: ['in review', 'plain'],
  executing: ['being executed', 'plain'],
  postponed: ['postponed', 'warn'],
  executed: ['executed', 'good'],
  refused: ['refused', 'bad'],
  withdrawn: ['withdrawn', 'dim'],
  intake_rejected: ['not taken in', 'bad'],
  closed: ['closed', 'dim'],
  rejected: ["rejected by the partner's node", 'bad'],
};

export function statusWord(status: Status): Piece {
  const [text, tone] = STATUS[status];
  return toned(tone, text);
}

type Turn = Pick<CaseRow, 'waitingOn' | 'side' | 'partner' | 'owed'>;

/**
 * Whose turn it is, said from where the reader sits: who has to say something; while no question is open, who
 * owes something first, and what.
 */
export function turnLine({ waitingOn, side, partner, owed }: Turn): Line {
  const named = (who: string): Piece => (who === side ? toned('warn', 'us') : partner);
  if (waitingOn !== 'nobody') return named(waitingOn);
  if (owed === undefined) return toned('dim', '–');
  return [named(owed.debtor), `: ${dutyTitle(owed.timer)} (${owed.paragraph})`];
}

export function urgencyWord(urgency: CaseRow['urgency']): Piece {
  if (urgency === 'emergency') return toned('bad', 'EMERGENCY');
  return urgency === 'urgent' ? toned('warn', 'urgent') : toned('dim', 'routine');
}

/** The mark of a case that is an exercise: whoever meets it anywhere must not take it for real. */
export function exerciseMark({ exercise }: { readonly exercise?: boolean }): Piece {
  return exercise === true ? toned('warn', 'EXERCISE ') : '';
}

const DELIVERY: Readonly<Record<string, readonly [string, Tone]>> = {
  queued: ['queued: signed and stored here, on its way', 'warn'],
  relayed: ["relayed: the partner's node has it", 'good'],
  rejected: ["rejected by the partner's node", 'bad'],
  held: ["held: waits for a second officer's release", 'warn'],
};

export function deliveryWord(delivery: string): Piece {
  const [text, tone] = DELIVERY[delivery] ?? [delivery, 'plain'];
  return toned(tone, text);
}
