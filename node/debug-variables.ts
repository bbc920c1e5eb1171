import type { Warning } from '../protocol/control/warnings.ts';
import { ComityError } from '../protocol/errors.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Variables that make this process write keys, tokens or its memory where others may read them. */
const DUMPING: Readonly<Record<string, { readonly values: RegExp; readonly does: string }>> = {
  DUMP_SESSION_KEYS: { values: /^/, does: 'prints the keys of every connection' },
  NODE_DEBUG: { values: /./, does: 'prints the tokens of officers' },
  NODE_OPTIONS: {
    values: /--(inspect|heapsnapshot|heap-prof|report-|tls-keylog|abort-on-uncaught)/,
    does: 'lets others look into the memory, or writes it to the disk',
  },
};

/** What of the environment gives secrets away. */
export function dumpingVariables(env: Environment): Warning[] {
  return Object.entries(DUMPING).flatMap(([name, { values, does }]): Warning[] => {
    const value = env[name];
    if (value === undefined || !values.test(value)) return [];
    return [{ code: 'secrets-dumped', subject: name, message: `${name} is set, which ${does}.` }];
  });
}

/** @throws ComityError `secrets-dumped` */
export function refuseDumping(env: Environment): void {
  const [first] = dumpingVariables(env);
  if (first === undefined) return;
  throw new ComityError('secrets-dumped', `${first.message.slice(0, -1)} — unset it and start again.`);
}
