import type { Regime } from '../../item/act.ts';
import type { Fields } from '../../value.ts';
import type { Facts } from '../facts.ts';
import type { Side, Urgency } from '../roles.ts';
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
}

/** What a rule may ask before there is a case: the content, the urgency, both profiles, the regime. */
export function draftFacts({ content, urgency, regime, own, partner, day }: DraftInput, author: Side): Facts {
  return {
    ...{ content, opening: content, author, day, urgency },
    ...(regime === undefined ? {} : { regime }),
    ...{ said: [], dialogs: [], owed: [], caveats: [], conditions: [], agreed: [], quotes: [] },
    links: [],
    declared: (side, field) => declaredValue(side === author ? own : partner, field, day),
  };
}
