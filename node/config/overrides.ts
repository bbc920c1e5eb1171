import { CONFIG } from './schema.ts';

interface Node {
  readonly type?: string;
  readonly env?: string;
  readonly properties?: Readonly<Record<string, Node>>;
}

export interface Overrides {
  readonly values: Record<string, unknown>;
  /** By dotted path of the option: the variable that it came from, for messages. */
  readonly variables: ReadonlyMap<string, string>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What the environment says of options that have a variable. Lists are separated by commas. */
export function overridesFrom(env: Environment): Overrides {
  const variables = new Map<string, string>();
  const values = collect(CONFIG as Node, [], { env, variables });
  return { values, variables };
}

function collect(
  node: Node,
  path: readonly string[],
  context: { readonly env: Environment; readonly variables: Map<string, string> },
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [key, option] of Object.entries(node.properties ?? {})) {
    const at = [...path, key];
    const text = option.env === undefined ? undefined : context.env[option.env];
    if (option.properties !== undefined) {
      const inner = collect(option, at, context);
      if (Object.keys(inner).length > 0) values[key] = inner;
    } else if (option.env !== undefined && text !== undefined) {
      context.variables.set(at.join('.'), option.env);
      values[key] = option.type === 'array' ? text.split(',').filter((entry) => entry !== '') : text;
    }
  }
  return values;
}
