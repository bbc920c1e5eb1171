import { createRequire } from 'node:module';

interface Names {
  readonly countries: Readonly<Record<string, string | readonly string[]>>;
}

let names: Names['countries'] | undefined;

/**
 * A State by its pinned code and the name that the standard gives it: `JM Jamaica`, `GD-RGPF Grenada, RGPF`.
 */
export function stateName(party: string): string {
  const [code = '', ...rest] = party.split('-');
  const name = nameOf(code);
  if (name === undefined) return party;
  return rest.length === 0 ? `${code} ${name}` : `${party} ${name}, ${rest.join('-')}`;
}

function nameOf(code: string): string | undefined {
  // The names alone: the package round them takes longer to load than most commands to run.
  names ??= (createRequire(import.meta.url)('i18n-iso-countries/langs/en.json') as Names).countries;
  const name = names[code];
  return typeof name === 'string' ? name : name?.[0];
}
