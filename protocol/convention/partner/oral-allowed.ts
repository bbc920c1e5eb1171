import { given } from '../content/form-value.ts';
import { verbIn } from '../verb-in.ts';
import { block, type Check, type Find, warn } from './check.ts';
import { declaredText } from './party-profile.ts';

/**
 * MLA-18, 19, EPROD-6: a request is spoken where the other State takes it so, and in urgency where it says
 * so. Who notes a request that it was given itself has taken it.
 */
export const oralAllowed: Find = (check) => {
  if (!isSpokenByUs(check)) return [];
  const { partner, spec, day, urgency } = check;
  const { party } = partner;
  const { declaredIn, paragraph } = { declaredIn: 'mla.oral_requests', paragraph: undefined, ...spec.oral };
  const declared = declaredText(partner, declaredIn, day);
  if (declared === 'no') return [block(paragraph ?? 'MLA-19', 'oral-not-taken', { party })];
  if (declared === 'urgent_only' && urgency === 'routine')
    return [block(paragraph ?? 'MLA-18', 'oral-not-urgent', { party })];
  return declared === undefined ? [warn(paragraph ?? 'MLA-18', 'oral-not-declared', { party })] : [];
};

function isSpokenByUs({ instrument, kind, verb, content, notesOpening }: Check): boolean {
  const notes = notesOpening === true && verbIn(instrument, kind, verb)?.opensAs !== undefined;
  return notes && given(content, 'medium') === 'oral' && given(content, 'said_by') === 'us';
}
