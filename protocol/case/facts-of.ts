import type { Facts } from '../convention/facts.ts';
import { dayOf } from '../convention/partner/party-profile.ts';
import { readQuote } from '../item/read-quote.ts';
import { recordsIn, textIn } from './content.ts';
import { isOpen, partsNamed } from './effects/parts.ts';
import { coversWhole, type Pinned, type Utterance } from './move.ts';
import type { Rulebook } from './rulebook.ts';
import { settles } from './settles.ts';
import type { CaseState } from './state.ts';

/**
 * What the rules of the instrument may ask about an act in a case, as it stands before that act. The opening
 * act is asked in a case that has nothing but itself.
 */
export function factsOf(rules: Rulebook, state: CaseState, said: Utterance): Facts {
  const { side, act, at, pinned } = said;
  const regime = act.regime ?? state.regime;
  return {
    content: act.content,
    opening: state.frame.opening,
    author: side,
    get day() {
      return dayOf(at);
    },
    urgency: pinned?.urgency ?? state.frame.urgency,
    ...(regime === undefined ? {} : { regime }),
    ...recipientRoleOf(rules, pinned),
    status: state.status,
    ...(state.phase === undefined ? {} : { phase: state.phase }),
    said: state.said,
    get dialogs() {
      const open = state.dialogs.map((dialog) => ({ ...dialog, is: 'open' as const }));
      const closed = Object.values(state.lastClosed).map((dialog) => ({
        ...dialog,
        is: dialog.answered ? ('answered' as const) : ('moot' as const),
      }));
      return [...open, ...closed];
    },
    owed: state.obligations,
    get caveats() {
      const day = dayOf(at);
      const binding = state.caveats.filter(({ until }) => until === undefined || day <= until);
      return binding.map(({ caveat }) => caveat);
    },
    get conditions() {
      return state.conditions.map(({ id, state: is, terms }) => {
        const type = textIn(terms, 'type');
        return { id, state: is, ...(type === undefined ? {} : { type }) };
      });
    },
    get links() {
      const own = [act.content, ...recordsIn(act.content, 'links')].map((entry) => textIn(entry, 'relation'));
      const known = state.links.map(({ relation }) => relation);
      return [...known, ...own.filter((relation) => relation !== undefined)];
    },
    get agreed() {
      return state.agreements.map(({ subject }) => subject);
    },
    get quotes() {
      return (act.quotes ?? []).map(readQuote).filter((quoted) => quoted !== undefined);
    },
    get whole() {
      const named = partsNamed(state, act.content);
      return coversWhole(act.content) || state.parts.every((part) => !isOpen(part) || named.has(part.id));
    },
    settles: (dialog) => settles(rules, state, said, dialog),
    declared: (of, field) => {
      const profile = of === side ? pinned?.senderProfile : pinned?.recipientProfile;
      return profile === undefined ? undefined : rules.pins(profile)?.declares(field, dayOf(at));
    },
  };
}

function recipientRoleOf({ pins }: Rulebook, pinned: Pinned | undefined): Pick<Facts, 'recipientRole'> {
  const profile = pinned && pins(pinned.recipientProfile);
  const recipientRole = profile?.roleOf(pinned?.recipient.authority ?? '');
  return recipientRole === undefined ? {} : { recipientRole };
}
