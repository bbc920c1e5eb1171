import { classOf, type ErrorClass } from '../protocol/control/errors.ts';

/** What a script may rely on: each code has one meaning, whatever the command. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  refused: 3,
  daemonSilent: 4,
  notDelivered: 5,
  notPermitted: 6,
  caseChanged: 7,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const OF_CLASS: Readonly<Record<ErrorClass, ExitCode>> = {
  usage: EXIT.usage,
  'not-logged-in': EXIT.notPermitted,
  'not-permitted': EXIT.notPermitted,
  'not-found': EXIT.failed,
  conflict: EXIT.failed,
  'case-changed': EXIT.caseChanged,
  refused: EXIT.refused,
  unavailable: EXIT.failed,
  failed: EXIT.failed,
};

/** Codes that mean something else on the command line than their class does. */
const OF_CODE: Readonly<Record<string, ExitCode>> = {
  'daemon-silent': EXIT.daemonSilent,
  stopping: EXIT.daemonSilent,
  'not-delivered': EXIT.notDelivered,
  interrupted: EXIT.interrupted,
  // Also where no paragraph stands behind it: a field that the form does not know.
  'refused-by-rules': EXIT.refused,
  // The word was written by the officer, and is none that there is.
  'unknown-kind': EXIT.usage,
  'unknown-verb': EXIT.usage,
  'unknown-paragraph': EXIT.usage,
  'passphrase-needed': EXIT.usage,
};

/** The exit code of an error, by its code and whether a paragraph stands behind it. */
export function exitCodeOf(error: {
  readonly code: string;
  readonly paragraph?: string | undefined;
}): ExitCode {
  return OF_CODE[error.code] ?? OF_CLASS[classOf(error)];
}
