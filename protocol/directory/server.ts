import { ComityError } from '../errors.ts';
import type { FrameChannel } from '../frames.ts';
import { signedProfileCodec } from '../identity/profile.ts';
import type { ProfileVersion } from '../session/link-state.ts';
import type { Hex } from '../value.ts';
import { directoryFrameCodec } from './messages.ts';

export interface ProfileIntake {
  /**
   * Which of these this side lacks and would take up, once it has room for them: none that it has asked for
   * in this round, and at most `COUNTS.wantedProfiles`.
   */
  readonly wanted: (inventory: readonly ProfileVersion[], asked: ReadonlySet<Hex>) => Promise<readonly Hex[]>;
  /** Takes up a profile as far as it may be believed. What it throws ends the stream. */
  readonly takeUp: (bytes: Uint8Array) => Promise<void>;
}

/**
 * Serves the opener of a directory stream until it ends: answers each inventory, and each end of giving, with
 * what is still wanted, at most `COUNTS.wantedProfiles` at a time. What was asked for once in a round is not
 * asked for again.
 *
 * @throws ComityError `malformed`, `too-large`.
 */
export async function takeProfiles(channel: FrameChannel, intake: ProfileIntake): Promise<void> {
  let inventory: readonly ProfileVersion[] = [];
  let asked = new Set<Hex>();
  for (let bytes = await channel.read(); bytes !== undefined; bytes = await channel.read()) {
    const frame = directoryFrameCodec.decode(bytes);
    switch (frame.kind) {
      case 'profile':
        await intake.takeUp(signedProfileCodec.encode(frame.profile));
        continue;
      case 'inventory':
        inventory = frame.profiles;
        asked = new Set();
        break;
      case 'done':
        break;
      case 'want':
        throw new ComityError('malformed', 'The partner asked where it has to offer.');
    }
    const digests = await intake.wanted(inventory, asked);
    for (const digest of digests) asked.add(digest);
    // A session lasts for days: what its partner has said is not kept for longer than the round.
    if (digests.length === 0) inventory = [];
    await channel.write(directoryFrameCodec.encode({ kind: 'want', digests }));
  }
}
