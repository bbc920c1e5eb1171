import type { Regime } from '../../item/act.ts';
import type { Fields } from '../../value.ts';
import type { Facts } from '../facts.ts';
import type { DeskRole, Side, Urgency } from '../roles.ts';
import { declaredValue, type PartyProfile } from './party-profile.ts';

/** What is known of a message for which there is no case yet. */
export interface DraftInput {
  readonly content: Fields;
  readonly urgency: Urgency;
  readonly regime?: Regime;
  readonly own: PartyProfile;
  readonly partner: PartyProfile;
  /** In UTC. */
  readonly day: string;
  /** Of the desk to which it is addressed. */
  readonly recipientRole?: DeskRole;
}

/** What a rule may ask before there is a case: the content, the urgency, both profiles, the regime. */
export function draftFacts(input: DraftInput, author: Side): Facts {
  const { content, urgency, regime, own, partner, day, recipientRole } = input;
  return {
    ...{ content, opening: content, author, day, urgency },
    ...(regime === undefined ? {} : { regime }),
    ...{ said: [], dialogs: [], owed: [], caveats: [], conditions: [], agreed: [], quotes: [] },
    ...(recipientRole === undefined ? {} : { recipientRole }),
    links: [],
    whole: true,
    settles: () => false,
    declared: (side, field) => declaredValue(side === author ? own : partner, field, day),
  };
}
