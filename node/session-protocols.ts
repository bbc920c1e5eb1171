import { deliverParcels } from '../protocol/delivery/client.ts';
import { receiveParcels } from '../protocol/delivery/server.ts';
import type { FrameChannel } from '../protocol/frames.ts';
import { meteredChannel, slowedChannel } from '../protocol/metered-channel.ts';
import type { Clock } from './clock.ts';
import type { Conduct, Field } from './conduct.ts';
import type { SessionProtocol, SessionProtocols } from './host/session.ts';
import type { Inbox } from './inbox/inbox.ts';
import type { Outbox } from './outbox/outbox.ts';
import { nextTurn } from './supervise.ts';

interface Parts {
  readonly exchange: SessionProtocol;
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly conduct: Conduct;
  readonly clock: Clock;
}

/** What runs in every session. */
export function sessionProtocols(parts: Parts): SessionProtocols {
  return { directory: metered(parts.exchange, 'directory', parts), delivery: deliveryOf(parts) };
}

/** A sender who owes less is told when to come again; one who owes more, and sends on, is not read. */
const BUSY_MS_MAX = 2000;

function deliveryOf({ inbox, outbox, conduct, clock }: Parts): SessionProtocol {
  const slowed = (channel: FrameChannel, party: string): FrameChannel =>
    slowedChannel(channel, {
      meter: conduct.meter(party, 'delivery'),
      clock,
      turn: nextTurn,
      owedMsMax: BUSY_MS_MAX,
    });
  return {
    drive: (channel, { party, state, draining }) => {
      const meter = conduct.meter(party, 'delivery');
      const source = outbox.sourceFor(party, state.incoming);
      return deliverParcels(slowed(channel, party), source, { clock, draining, meter });
    },
    serve: async (channel, { party }) =>
      receiveParcels(slowed(channel, party), await inbox.sinkFor(party), { clock }),
  };
}

/** The same protocol, of which a partner has so much and no more. */
function metered(
  protocol: SessionProtocol,
  field: Field,
  { conduct, clock }: Pick<Parts, 'conduct' | 'clock'>,
): SessionProtocol {
  const by = (channel: FrameChannel, { party }: { readonly party: string }): FrameChannel =>
    meteredChannel(channel, { meter: conduct.meter(party, field), clock, turn: nextTurn });
  return {
    drive: (channel, session) => protocol.drive(by(channel, session), session),
    serve: (channel, session) => protocol.serve(by(channel, session), session),
  };
}
