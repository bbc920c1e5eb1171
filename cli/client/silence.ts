import { ComityError } from '../../protocol/errors.ts';

const SENTENCES: Readonly<Record<string, string>> = {
  ENOENT: 'no daemon listens at',
  ECONNREFUSED: 'no daemon listens at',
  ETIMEDOUT: 'the daemon does not answer at',
  ECONNRESET: 'the daemon ended the connection at',
  EPIPE: 'the daemon ended the connection at',
};

/** What a failed connection to the daemon means, and what to do about it. */
export function explainSilence(error: Error, socketPath: string): Error {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (error.name === 'AbortError') return new ComityError('interrupted', 'interrupted', { cause: error });
  if (code === 'EACCES' || code === 'EPERM') {
    return new ComityError(
      'not-permitted',
      `this account may not use the socket ${socketPath} — ask the operator to add it to the group of the socket`,
      { cause: error },
    );
  }
  const sentence = SENTENCES[code];
  if (sentence === undefined) return error;
  return new ComityError(
    'daemon-silent',
    `${sentence} ${socketPath} — start it with comity start, or name another socket with --node`,
    { cause: error },
  );
}
