import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ComityError } from '../../protocol/errors.ts';

/**
 * Where the daemon of a home listens, as it has written there itself: its configuration may name any place.
 * @throws ComityError `daemon-silent` if none has been started there; `failed` if this account may not look.
 */
export function socketOfHome(home: string): string {
  try {
    return readFileSync(join(home, 'socket'), 'utf8').trim();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EPERM') {
      const sentence = `the home ${home} can't be read by this account — ask who runs the node, or name the daemon's socket: --node SOCKET`;
      throw new ComityError('failed', sentence, { cause });
    }
    throw new ComityError(
      'daemon-silent',
      `no daemon runs for the home ${home} — start it: comity start --home ${home}`,
      { cause },
    );
  }
}
