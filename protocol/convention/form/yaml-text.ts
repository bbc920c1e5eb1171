/** Columns of a printed form. */
const WIDTH = 96;

/** Text that YAML reads as itself without quotes, whatever stands round it. */
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N}_ .()’/+-]|[,;?](?= |$))*$/u;

/** `name: value`, with a text that does not fit on its line folded below it. */
export function yamlLines(name: string, text: string): readonly string[] {
  if (text === '') return [`${name}:`];
  if (text.length + name.length > WIDTH - 20 && /^\S.*\S$/.test(text) && !/ {2}/.test(text)) {
    return [`${name}: >-`, ...wrap(text, WIDTH - 12).map((line) => `  ${line}`)];
  }
  return [`${name}: ${yamlScalar(text)}`];
}

export function yamlScalar(text: string): string {
  return PLAIN.test(text) && !text.endsWith(' ') ? text : JSON.stringify(text);
}

/** Lines of a comment, each begun with `# `. */
export function commentLines(text: string): readonly string[] {
  return wrap(text, WIDTH - 8).map((line) => `# ${line}`);
}

export function indent(lines: readonly string[], columns: number): readonly string[] {
  return lines.map((line) => (line === '' ? line : `${' '.repeat(columns)}${line}`));
}

/** What is not in use: a `#` directly before it, so that it is the same text without it. */
export function commentOut(lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line === '' ? line : `#${line}`));
}

/** French puts spaces inside its quotation marks and before its colons: no line ends there. */
const BREAK = /(?<!«) (?![»:;?!](?: |$))/u;

function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(BREAK)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length > columns && line !== '') {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}
