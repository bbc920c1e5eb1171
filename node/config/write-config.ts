import { stringify } from 'yaml';
import { CONFIG } from './schema.ts';

interface Node {
  readonly description?: string;
  readonly default?: unknown;
  readonly env?: string;
  readonly properties?: Readonly<Record<string, Node>>;
}

const COLUMNS = 110;

/**
 * A configuration file that names every option with what it does and its default, commented out, but for
 * those that are given. It reads back as exactly what was given.
 */
export function writeConfig(given: Readonly<Record<string, unknown>>): string {
  const head = [
    '# Configuration of this node. A line that begins with # is a comment: take the # away to set the option.',
    '# The daemon reads this file when it starts, and names every mistake with its line.',
  ];
  return `${[...head, ...written(CONFIG as Node, given, 0)].join('\n')}\n`;
}

function written(node: Node, given: Readonly<Record<string, unknown>>, depth: number): string[] {
  const indent = '  '.repeat(depth);
  return Object.entries(node.properties ?? {}).flatMap(([key, option]) => {
    const comment = [option.description ?? '', option.env && `Variable: ${option.env}.`]
      .filter(Boolean)
      .join(' ');
    const space = depth === 0 ? [''] : [];
    const head = [
      ...space,
      ...wrapped(comment, COLUMNS - indent.length - 2).map((line) => `${indent}# ${line}`),
    ];
    const value = given[key];
    if (option.properties !== undefined) {
      const inner = written(option, (value ?? {}) as Record<string, unknown>, depth + 1);
      const set = inner.some((line) => !/^\s*(#|$)/.test(line));
      return [...head, `${indent}${set ? '' : '# '}${key}:`, ...inner];
    }
    const mark = value === undefined ? '# ' : '';
    return [...head, ...setting(key, value ?? option.default).map((line) => `${indent}${mark}${line}`)];
  });
}

function setting(key: string, value: unknown): string[] {
  return stringify({ [key]: value })
    .trimEnd()
    .split('\n');
}

function wrapped(text: string, columns: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length >= columns) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}
