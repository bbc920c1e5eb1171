import { createRequire } from 'node:module';
import { skeletonOf, squeezed } from './skeleton.ts';

interface Names {
  readonly countries: Readonly<Record<string, string | readonly string[]>>;
}

/** A name that the standard gives a State, in English. */
export interface StateName {
  readonly code: string;
  readonly name: string;
  /** As `skeletonOf` gives it. */
  readonly skeleton: string;
}

/** Shorter ones, such as `US`, are words of other sentences too. */
const LETTERS_MIN = 4;

type Index = ReadonlyMap<string, readonly StateName[]>;

let indexes: Readonly<Record<'byCode' | 'byWord' | 'byLetters', Index>> | undefined;

function known() {
  return (indexes ??= readNames());
}

function readNames() {
  // The names alone: the package round them takes longer to load.
  const { countries } = createRequire(import.meta.url)('i18n-iso-countries/langs/en.json') as Names;
  const all = Object.entries(countries)
    .flatMap(([code, given]) => [given].flat().map((name) => ({ code, name, skeleton: skeletonOf(name) })))
    .filter(({ skeleton }) => skeleton.length >= LETTERS_MIN);
  return {
    byCode: Map.groupBy(all, ({ code }) => code),
    byWord: Map.groupBy(all, ({ skeleton }) => skeleton.split(' ')[0] ?? ''),
    byLetters: Map.groupBy(all, ({ skeleton }) => squeezed(skeleton)),
  };
}

/**
 * The States that a text of this State or of one of its parties names, or seems to name, as whole words. Its
 * own name is none of them: South Sudan is not Sudan.
 */
export function otherStatesIn(text: string, state: string): StateName[] {
  const { byCode, byWord, byLetters } = known();
  const own = byCode.get(state) ?? [];
  const skeleton = own.reduce((rest, one) => without(rest, one.skeleton), skeletonOf(text));
  const words = skeleton.split(' ');
  const named = words.flatMap((word, at) => {
    const rest = `${words.slice(at).join(' ')} `;
    return (byWord.get(word) ?? []).filter((one) => rest.startsWith(`${one.skeleton} `));
  });
  const all = [...(byLetters.get(squeezed(skeleton)) ?? []), ...named];
  return all.filter((one) => own.every(({ skeleton: mine }) => mine !== one.skeleton));
}

function without(skeleton: string, name: string): string {
  return ` ${skeleton} `.replaceAll(` ${name} `, ' ').trim();
}
