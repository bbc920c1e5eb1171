import { once } from 'node:events';
import process from 'node:process';
import type { Context } from '../context.ts';
import { line, toned } from '../view/block.ts';

/** Resolves when the person at the terminal presses Enter. @throws AbortError on Ctrl-C. */
export async function untilEnter({ say, signal }: Context): Promise<void> {
  await say(line(toned('dim', '[Enter]')));
  process.stdin.resume();
  try {
    await once(process.stdin, 'data', { signal });
  } finally {
    process.stdin.pause();
  }
}
