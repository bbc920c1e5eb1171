import { escapedText } from '../protocol/visible-text.ts';

/**
 * JSON in which each character that would not be seen is an escape: it means the same, and is safe on a
 * terminal.
 */
export function jsonText(value: unknown, indent?: number): string {
  const text = JSON.stringify(value, undefined, indent);
  // Line feeds are layout: within strings JSON writes them as escapes already.
  return text.split('\n').map(escapedText).join('\n');
}
