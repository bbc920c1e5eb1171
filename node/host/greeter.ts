import type { Meter } from '../../protocol/costs.ts';
import { ComityError } from '../../protocol/errors.ts';
import type { FrameStream } from '../../protocol/frames.ts';
import { meteredChannel } from '../../protocol/metered-channel.ts';
import { TIMES } from '../../protocol/limits.ts';
import { greet } from '../../protocol/session/client.ts';
import { converse } from '../../protocol/session/conversation.ts';
import { exchangeState } from '../../protocol/session/greeting.ts';
import type { SessionState } from '../../protocol/session/messages.ts';
import { answerGreeting } from '../../protocol/session/server.ts';
import type { Hex } from '../../protocol/value.ts';
import type { Clock } from '../clock.ts';
import { nextTurn } from '../supervise.ts';
import type { PeerConnection } from './connection.ts';
import { withDeadline } from './deadline.ts';
import type { Acquaintance } from './session.ts';

export interface GreeterDependencies {
  readonly clock: Clock;
  readonly network: string;
  readonly bootId: Hex;
  readonly ownPeerId: string;
  /** The party whose current profile has this PeerId, if it is pinned and not suspended. */
  readonly admitted: (peerId: string) => string | undefined;
  /** What this node has, for this partner. */
  readonly ownState: (party: string) => Promise<SessionState>;
  /** Counts what the partner says on the session's own stream. */
  readonly meterFor: (party: string, field: 'session') => Meter;
}

/**
 * Makes two nodes known to each other on a connection's session stream: `Hello`, keys, `State`, in 10 s
 * together.
 *
 * @throws ComityError with a `SessionErrorCode`, `not-admitted` or `late`; the connection has then ended
 */
export async function makeAcquaintance(
  dependencies: GreeterDependencies,
  connection: PeerConnection,
  frames: FrameStream,
): Promise<Acquaintance> {
  const { clock } = dependencies;
  try {
    return await withDeadline(clock, TIMES.helloMs, introduce(dependencies, connection, frames), () => {
      connection.abort(new ComityError('late', 'The partner did not open the session in time.'));
    });
  } catch (error) {
    connection.abort(error as Error);
    throw error;
  }
}

async function introduce(
  dependencies: GreeterDependencies,
  connection: PeerConnection,
  frames: FrameStream,
): Promise<Acquaintance> {
  const { network, bootId, ownPeerId, clock, admitted, ownState, meterFor } = dependencies;
  const party = admitted(connection.peerId);
  if (party === undefined)
    throw new ComityError('not-admitted', 'The node on this connection is no partner’s.');
  const introduction = { network, bootId, ownPeerId, partnerPeerId: connection.peerId };
  const open = connection.dialler === 'own' ? greet : answerGreeting;
  const greeting = await open(frames, introduction);
  const channel = greeting.seal(frames, 'session', connection.dialler);
  const state = await exchangeState(channel, await ownState(party));
  const metered = meteredChannel(channel, { meter: meterFor(party, 'session'), clock, turn: nextTurn });
  return { party, connection, greeting, state, conversation: converse(metered, clock) };
}
