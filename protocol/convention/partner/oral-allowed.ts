import { given } from '../content/form-value.ts';
import { verbIn } from '../verb-in.ts';
import { block, type Find, warn } from './check.ts';
import { declaredText } from './party-profile.ts';

/**
 * MLA-18, 19: a request is spoken where the other State takes it so, and in urgency where it says so. Who
 * notes a request that it was given itself has taken it.
 */
export const oralAllowed: Find = ({
  instrument,
  kind,
  verb,
  content,
  notesOpening,
  urgency,
  partner,
  day,
}) => {
  const notes = notesOpening === true && verbIn(instrument, kind, verb)?.opensAs !== undefined;
  if (!notes || given(content, 'medium') !== 'oral' || given(content, 'said_by') !== 'us') return [];
  const { party } = partner;
  const declared = declaredText(partner, 'mla.oral_requests', day);
  if (declared === 'no') return [block('MLA-19', 'oral-not-taken', { party })];
  if (declared === 'urgent_only' && urgency === 'routine')
    return [block('MLA-18', 'oral-not-urgent', { party })];
  return declared === undefined ? [warn('MLA-18', 'oral-not-declared', { party })] : [];
};
