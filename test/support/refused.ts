import assert from 'node:assert/strict';
import type { Ended } from './net.ts';

/** How a command line is to end that asks for what cannot be. */
export interface Refusal {
  readonly code: number;
  /** What is said, the sentence first; every one of them. */
  readonly says: readonly RegExp[];
  readonly saysNot?: RegExp;
}

const STACK_LINE = /^\s+at .*\(?[\w/:.]+:\d+:\d+\)?$/m;

/** One sentence that says what to do, on standard error alone, and nothing that only a programmer reads. */
export function assertRefused({ code, stdout, stderr }: Ended, refusal: Refusal): void {
  const errors = stderr.split('\n').filter((line) => line.startsWith('error: '));
  assert.equal(errors.length, 1, stderr);
  const [sentence = ''] = errors;
  refusal.says.forEach((part, index) => {
    assert.match(index === 0 ? sentence : stderr, part);
  });
  assert.match(sentence, /( — |: |; |, or ).*\S$/, 'it says what to do');
  assert.doesNotMatch(stderr, STACK_LINE);
  assert.doesNotMatch(stderr, /fault in comity/);
  if (refusal.saysNot !== undefined) assert.doesNotMatch(stderr, refusal.saysNot);
  assert.equal(stdout, '');
  assert.equal(code, refusal.code, stderr);
}

/** The same for programs: one document with a code and the sentence. */
export function assertRefusedInJson({ code, stdout, stderr }: Ended, refusal: Refusal): void {
  const { error } = JSON.parse(stderr) as { error: { code: string; message: string } };
  assert.deepEqual(stderr.trimEnd().split('\n').length, 1);
  assert.match(error.code, /^[a-z-]+$/);
  assert.notEqual(error.code, 'fault');
  assert.match(`error: ${error.message}`, refusal.says[0] ?? /./);
  assert.doesNotMatch(error.message, STACK_LINE);
  assert.equal(stdout, '');
  assert.equal(code, refusal.code, stderr);
}
