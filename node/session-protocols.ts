import { deliverParcels, type ParcelSource } from '../protocol/delivery/client.ts';
import { type ParcelSink, receiveParcels } from '../protocol/delivery/server.ts';
import type { FrameChannel } from '../protocol/frames.ts';
import { meteredChannel, slowedChannel } from '../protocol/metered-channel.ts';
import type { LinkState } from '../protocol/session/link-state.ts';
import type { Hex } from '../protocol/value.ts';
import type { Clock } from './clock.ts';
import type { Conduct, Field } from './conduct.ts';
import type { Directory } from './directory/directory.ts';
import { givingSource } from './giving-source.ts';
import type { SessionProtocol, SessionProtocols, SessionView } from './host/session.ts';
import type { Inbox } from './inbox/inbox.ts';
import type { Outbox } from './outbox/outbox.ts';
import type { Recovery } from './recovery.ts';
import { nextTurn } from './supervise.ts';

interface Parts {
  readonly exchange: SessionProtocol;
  readonly directory: Pick<Directory, 'noteVersions'>;
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  readonly conduct: Conduct;
  readonly recovery: Recovery;
  readonly clock: Clock;
}

/** What runs in every session. */
export function sessionProtocols(parts: Parts): SessionProtocols {
  return { directory: metered(exchangeOf(parts), 'directory', parts), delivery: deliveryOf(parts) };
}

/** What a partner says of its own profile is looked at once, when its session begins. */
function exchangeOf({ exchange, directory }: Parts): SessionProtocol {
  return {
    drive: async (channel, session) => {
      await directory.noteVersions(session.party, session.state.profiles);
      await exchange.drive(channel, session);
    },
    serve: (channel, session) => exchange.serve(channel, session),
  };
}

/** A sender who owes less is told when to come again; one who owes more, and sends on, is not read. */
const BUSY_MS_MAX = 2000;

function deliveryOf(parts: Parts): SessionProtocol {
  const { conduct, clock } = parts;
  const slowed = (channel: FrameChannel, party: string): FrameChannel =>
    slowedChannel(channel, {
      meter: conduct.meter(party, 'delivery'),
      clock,
      turn: nextTurn,
      owedMsMax: BUSY_MS_MAX,
    });
  return {
    drive: async (channel, session) => {
      const { party, draining } = session;
      const over = new AbortController();
      const meter = conduct.meter(party, 'delivery');
      const source = sourceFor(parts, session, over.signal);
      const sent = deliverParcels(slowed(channel, party), source, { clock, draining, meter, turn: nextTurn });
      await sent.finally(() => {
        over.abort();
      });
    },
    serve: async (channel, session) =>
      receiveParcels(slowed(channel, session.party), await sinkFor(parts, session), { clock }),
  };
}

type Delivering = Pick<Parts, 'inbox' | 'outbox' | 'recovery' | 'clock'>;

/** What waits for a partner, and what it has lost: of both directions if it was restored. */
export function sourceFor(
  { inbox, outbox, clock }: Pick<Delivering, 'inbox' | 'outbox' | 'clock'>,
  { party, state }: Pick<SessionView, 'party' | 'state'>,
  over: AbortSignal,
): ParcelSource {
  return givingSource(outbox.sourceFor(party, state.incoming), {
    first: lost(),
    caughtUp: async () => {
      if (!state.recovering) return [];
      const here = await inbox.links(party);
      const watermark = (epoch: Hex): number => here.find((link) => link.epoch === epoch)?.watermark ?? 0;
      return state.outgoing.map(({ epoch }) => ({ epoch, number: watermark(epoch) }));
    },
    again: (link) => outbox.giveAgain(party, [link]),
    later: (ms, then) => {
      clock.delay(ms, over).then(then, () => undefined);
    },
  });

  async function* lost() {
    if (!state.recovering) return;
    const incoming = outbox
      .links(party)
      .map(({ epoch }) => state.incoming.find((link) => link.epoch === epoch) ?? nothingOf(epoch));
    yield* outbox.giveAgain(party, incoming);
    yield* inbox.giveBack(party, state.outgoing);
  }
}

function nothingOf(epoch: Hex): LinkState {
  return { epoch, watermark: 0, ranges: [] };
}

/** Takes in what a partner sends, and hears that it has given back all that this node lost. */
export async function sinkFor(
  { inbox, outbox, recovery }: Omit<Delivering, 'clock'>,
  { party, state }: Pick<SessionView, 'party' | 'state'>,
): Promise<ParcelSink> {
  const sink = await inbox.sinkFor(party);
  const own = new Set(outbox.links(party).map(({ epoch }) => epoch));
  // Of the own epochs, one is enough: the partner says so of any only when it has given back all. Earlier
  // ones may have become known since this session began, and then it says nothing of them.
  const heard = recovery.expect(party, [outbox.epoch(party), ...state.outgoing.map(({ epoch }) => epoch)]);
  return {
    ...sink,
    caughtUp: async (place) => {
      const asked = own.has(place.epoch) ? undefined : await sink.caughtUp(place);
      if (asked === undefined) await heard(place.epoch);
      return asked;
    },
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
