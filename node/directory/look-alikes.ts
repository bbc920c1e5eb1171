import type { Warning } from '../../protocol/control/warnings.ts';
import type { Profile } from '../../protocol/identity/profile.ts';
import { stateOf } from './pin.ts';
import { mixedWord, plainOf, skeletonOf, squeezed } from './skeleton.ts';
import { otherStatesIn } from './state-names.ts';

/** The names of a profile that people read. */
export interface Named extends Pick<Profile, 'party' | 'names'> {
  readonly desks: readonly { readonly name: string }[];
}

/** Of one profile no more is said than this, however many names it has. */
const SENTENCES_MAX = 4;

/**
 * What the names in a profile look like that they are not: the name of another State, that of one of
 * `others`, or a word in two scripts. Different parties of one State may have the same names, and desks of
 * different States too, as long as they are spelt alike.
 */
export function lookAlikes({ party, names, desks }: Named, others: readonly Named[]): Warning[] {
  const foreign = others.filter((other) => stateOf(other.party) !== stateOf(party));
  const messages = [
    ...names.flatMap(({ text }) => aboutName(party, text, foreign)),
    ...desks.flatMap(({ name }) => aboutDesk(party, name, foreign)),
  ];
  if (messages.length === 0) return [];
  const message = [...new Set(messages)].slice(0, SENTENCES_MAX).join(' ');
  return [{ code: 'look-alike', subject: party, message }];
}

function aboutName(party: string, text: string, others: readonly Named[]): string[] {
  const what = `${party} calls itself “${text}”`;
  const skeleton = joined(text);
  const alike = others.filter(({ names }) => names.some((name) => joined(name.text) === skeleton));
  const known = alike.map((other) => `${what}, which looks like the name of ${other.party}.`);
  return [...aboutText(party, text, what), ...known];
}

function aboutDesk(party: string, text: string, others: readonly Named[]): string[] {
  const what = `${party} has a desk called “${text}”`;
  const [skeleton, plain] = [joined(text), plainOf(text)];
  const feigns = (name: string): boolean => joined(name) === skeleton && plainOf(name) !== plain;
  const alike = others.filter(({ desks }) => desks.some(({ name }) => feigns(name)));
  const known = alike.map((other) => `${what}, which looks like a desk of ${other.party}, spelt otherwise.`);
  return [...aboutText(party, text, what), ...known];
}

function aboutText(party: string, text: string, what: string): string[] {
  const mixed = mixedWord(text);
  const states = new Map(otherStatesIn(text, stateOf(party)).map((state) => [state.code, state]));
  return [
    ...[...states.values()].map(({ code, name }) => `${what}, which looks like ${name}: that is ${code}.`),
    ...(mixed === undefined ? [] : [`${what}: “${mixed.word}” mixes letters of ${mixed.scripts}.`]),
  ];
}

function joined(text: string): string {
  return squeezed(skeletonOf(text));
}
