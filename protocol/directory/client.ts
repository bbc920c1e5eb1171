import { ComityError } from '../errors.ts';
import type { FrameChannel } from '../frames.ts';
import { signedProfileCodec } from '../identity/profile.ts';
import type { ProfileVersion } from '../session/link-state.ts';
import type { Hex } from '../value.ts';
import { type DirectoryFrame, directoryFrameCodec } from './messages.ts';

/** What this side can pass on. */
export interface ProfileSource {
  /** Ascending by party. */
  readonly inventory: () => readonly ProfileVersion[];
  /** A signed profile as it is passed on, if it is on file. */
  readonly signedProfile: (digest: Hex) => Uint8Array | undefined;
}

/**
 * One round of the opener of a directory stream: says what it has, or gives what was asked for elsewhere,
 * then gives what the other side wants until it wants nothing more.
 *
 * @returns false when the other side has ended the stream.
 * @throws ComityError `malformed` for what is no answer, or is asked for a second time.
 */
export async function offerProfiles(
  channel: FrameChannel,
  source: ProfileSource,
  asked?: readonly Hex[],
): Promise<boolean> {
  if (asked === undefined) await write(channel, { kind: 'inventory', profiles: source.inventory() });
  else await give(channel, source, asked);
  const given = new Set<Hex>();
  for (;;) {
    const wanted = await readWant(channel);
    if (wanted === undefined) return false;
    if (wanted.length === 0) return true;
    noteGiven(given, wanted);
    await give(channel, source, wanted);
  }
}

/** A profile is thousands of times as long as the wish for it: so much for one in a round. */
function noteGiven(given: Set<Hex>, wanted: readonly Hex[]): void {
  for (const digest of wanted) {
    if (given.has(digest)) {
      throw new ComityError('malformed', 'The partner asked twice for one profile in one round.');
    }
    given.add(digest);
  }
}

/** What is wanted and not on file is passed over: `done` says that no more comes. */
async function give(channel: FrameChannel, source: ProfileSource, digests: readonly Hex[]): Promise<void> {
  for (const digest of digests) {
    const bytes = source.signedProfile(digest);
    if (bytes === undefined) continue;
    await write(channel, { kind: 'profile', profile: signedProfileCodec.decode(bytes) });
  }
  await write(channel, { kind: 'done' });
}

async function readWant(channel: FrameChannel): Promise<readonly Hex[] | undefined> {
  const bytes = await channel.read();
  if (bytes === undefined) return undefined;
  const frame = directoryFrameCodec.decode(bytes);
  if (frame.kind === 'want') return frame.digests;
  throw new ComityError('malformed', 'The partner answered what it was not asked about profiles.');
}

function write(channel: FrameChannel, frame: DirectoryFrame): Promise<void> {
  return channel.write(directoryFrameCodec.encode(frame));
}
