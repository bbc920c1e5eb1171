import type { Act } from '../item/act.ts';
import { holds } from './content/value-at.ts';
import type { Instrument, Side } from './instrument.ts';
import { kindOf, verbIn } from './verb-in.ts';

/**
 * The side that the author of an opening act is on: the requesting one, in unsolicited kinds the requested
 * one; the other way round for who notes what the other side said.
 */
export function openingSide(
  instrument: Instrument,
  { kind, verb, content }: Pick<Act, 'kind' | 'verb' | 'content'>,
): Side {
  const usual: Side = kindOf(instrument, kind)?.unsolicited === true ? 'requested' : 'requesting';
  const theirs = verbIn(instrument, kind, verb)?.opensAs?.theirsWhen;
  return theirs !== undefined && holds(content, theirs)
    ? usual === 'requesting'
      ? 'requested'
      : 'requesting'
    : usual;
}
