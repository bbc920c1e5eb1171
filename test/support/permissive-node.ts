import { noise } from '@chainsafe/libp2p-noise';
import { generateKeyPairFromSeed } from '@libp2p/crypto/keys';
import type { Connection, Stream } from '@libp2p/interface';
import { tcp } from '@libp2p/tcp';
import { yamux } from '@libp2p/yamux';
import { multiaddr } from '@multiformats/multiaddr';
import { createLibp2p, type Libp2p } from 'libp2p';
import { randomBytes } from 'node:crypto';
import { systemClock } from '../../node/clock.ts';
import { peerIdText } from '../../node/contacts.ts';
import {
  type Accepted,
  type Busy,
  type Deliver,
  deliveryFrameCodec,
  type Rejected,
} from '../../protocol/delivery/messages.ts';
import { createNumberSet, type NumberSet } from '../../protocol/delivery/number-set.ts';
import { receiveParcels } from '../../protocol/delivery/server.ts';
import { receiptStatement, rejectionStatement } from '../../protocol/delivery/statements.ts';
import { takeProfiles } from '../../protocol/directory/server.ts';
import { type FrameChannel, frameStream } from '../../protocol/frames.ts';
import { fromHex, toHex } from '../../protocol/hash.ts';
import type { Signed } from '../../protocol/identity/signed.ts';
import type { OpenedProfile } from '../../protocol/identity/profile.ts';
import { PROTOCOLS, type ProtocolName } from '../../protocol/ids.ts';
import { type Item, readItem } from '../../protocol/item/item.ts';
import { greet } from '../../protocol/session/client.ts';
import { converse } from '../../protocol/session/conversation.ts';
import { exchangeState, type Greeting } from '../../protocol/session/greeting.ts';
import type { Hex } from '../../protocol/value.ts';
import type { ForeignState } from './foreign-state.ts';

export type Answer = Accepted | Rejected | Busy;

/** A session that the foreign node has dialled. Whatever is sent, nothing on this side keeps it back. */
export interface ForeignSession {
  /**
   * Delivers an item under the next number of the link; the daemon's answer.
   *
   * @param receipt how the daemon answered it before it was restored
   */
  send(item: Uint8Array, receipt?: Signed): Promise<Answer>;
  /** A frame of the delivery stream, sealed as the daemon expects it, with anything in it. */
  sendFrame(frame: Uint8Array): Promise<void>;
  /** These bytes, in hexadecimal, on the delivery stream: without a length and without a seal. */
  sendBytes(hex: Hex): Promise<void>;
  /** Resolves when the daemon has ended the connection. */
  readonly ended: Promise<void>;
}

/**
 * A second implementation of the protocol that keeps to no rule of it: it shares the codecs, and is the node
 * of a State that the daemon has pinned, or of one that it has not.
 */
export interface PermissiveNode {
  connect(to: OpenedProfile): Promise<ForeignSession>;
  /** From now on every item is rejected with this sentence. */
  rejectAll(sentence: string): void;
  /** The item with this id, once the partner has delivered it. */
  received(itemId: Hex): Promise<Item>;
  stop(): Promise<void>;
}

/** Above anything that the protocol allows: what is too large is to be sent, not refused here. */
const FRAME_BYTES_MAX = 64 * 1024 * 1024;
const NOTHING = { profiles: [], outgoing: [], incoming: [], recovering: false };

export async function startPermissiveNode(state: ForeignState): Promise<PermissiveNode> {
  const bootId = toHex(randomBytes(16));
  const link = { epoch: toHex(randomBytes(16)), number: 0 };
  const greetings = new WeakMap<Connection, PromiseWithResolvers<Greeting>>();
  const arrived = new Map<Hex, PromiseWithResolvers<Item>>();
  const arrival = (itemId: Hex): PromiseWithResolvers<Item> => {
    const waiting = arrived.get(itemId) ?? Promise.withResolvers<Item>();
    arrived.set(itemId, waiting);
    return waiting;
  };
  const libp2p = await createLibp2p({
    privateKey: await generateKeyPairFromSeed('Ed25519', state.nodeSeed),
    addresses: { listen: [] },
    transports: [tcp()],
    connectionEncrypters: [noise()],
    streamMuxers: [yamux()],
  });
  let sentence: string | undefined;
  const sink = createSink((item) => {
    arrival(item.id).resolve(item);
    return sentence === undefined
      ? { kind: 'receipt', receipt: receiptFor(state, item) }
      : { kind: 'rejection', rejection: rejectionFor(state, item, sentence) };
  });
  const serve = (protocol: ProtocolName, run: (channel: FrameChannel) => Promise<void>): Promise<void> =>
    libp2p.handle(PROTOCOLS[protocol], async (stream, connection) => {
      const greeting = await greetings.get(connection)?.promise;
      if (greeting === undefined) throw new Error('a stream before the session');
      // It ends when the daemon ends it, however that is.
      await run(greeting.seal(framesOf(stream), protocol, 'partner')).catch(() => undefined);
    });
  await serve('delivery', (channel) => receiveParcels(channel, sink, { clock: systemClock }));
  await serve('directory', (channel) =>
    takeProfiles(channel, { wanted: () => Promise.resolve([]), takeUp: () => Promise.resolve() }),
  );

  return {
    rejectAll: (said) => {
      sentence = said;
    },
    received: (itemId) => arrival(itemId).promise,
    connect: async (to) => {
      const connection = await dial(libp2p, to);
      const greeting = Promise.withResolvers<Greeting>();
      greeting.promise.catch(() => undefined);
      greetings.set(connection, greeting);
      const introduction = {
        ...{ network: to.profile.network, bootId },
        ...{ ownPeerId: libp2p.peerId.toString(), partnerPeerId: peerIdText(to.profile.node.peerId) },
      };
      const frames = framesOf(await connection.newStream(PROTOCOLS.session));
      const greeted = await greet(frames, introduction);
      greeting.resolve(greeted);
      const channel = greeted.seal(frames, 'session', 'own');
      await exchangeState(channel, NOTHING);
      converse(channel, systemClock);
      return openDelivery(connection, greeted, link);
    },
    stop: async () => {
      await libp2p.stop();
    },
  };
}

function dial(libp2p: Libp2p, { profile: { node } }: OpenedProfile): Promise<Connection> {
  const peerId = peerIdText(node.peerId);
  return libp2p.dial(
    node.addresses.map((address) => multiaddr(`${address}/p2p/${peerId}`)),
    { force: true },
  );
}

function framesOf(stream: Stream): FrameChannel {
  return frameStream(stream, { frameBytesMax: FRAME_BYTES_MAX });
}

/** The link of the foreign node: its numbers go on over sessions. */
interface Link {
  readonly epoch: Hex;
  number: number;
}

async function openDelivery(connection: Connection, greeting: Greeting, link: Link): Promise<ForeignSession> {
  const stream = await connection.newStream(PROTOCOLS.delivery);
  const channel = greeting.seal(framesOf(stream), 'delivery', 'own');
  const ended = new Promise<void>((resolve) => {
    connection.addEventListener('close', () => {
      resolve();
    });
    if (connection.status !== 'open') resolve();
  });
  const answers = new Map<number, PromiseWithResolvers<Answer>>();
  void listen(channel, answers);
  return {
    ended,
    send: async (item, receipt) => {
      link.number += 1;
      const { epoch, number } = link;
      const answer = Promise.withResolvers<Answer>();
      answers.set(number, answer);
      const parcel = { kind: 'item', item, withheld: false, ...(receipt && { receipt }) } as const;
      await channel.write(deliveryFrameCodec.encode({ kind: 'deliver', epoch, number, parcel }));
      return answer.promise;
    },
    sendFrame: (frame) => channel.write(frame),
    sendBytes: (hex) => {
      stream.send(fromHex(hex));
      return Promise.resolve();
    },
  };
}

/** Until the stream ends; then nothing is answered any more. */
async function listen(
  channel: FrameChannel,
  answers: Map<number, PromiseWithResolvers<Answer>>,
): Promise<void> {
  try {
    for (let bytes = await channel.read(); bytes !== undefined; bytes = await channel.read()) {
      const frame = deliveryFrameCodec.decode(bytes);
      if (frame.kind === 'receipt' || frame.kind === 'rejection' || frame.kind === 'busy') {
        answers.get(frame.number)?.resolve(frame);
      }
    }
    throw new Error('the daemon has ended the stream');
  } catch (error) {
    for (const answer of answers.values()) answer.reject(error);
  }
}

type Said = Pick<Accepted, 'kind' | 'receipt'> | Pick<Rejected, 'kind' | 'rejection'>;

/** Answers every item, whatever it says. */
function createSink(answer: (item: Item) => Said) {
  const numbers = new Map<Hex, NumberSet>();
  return {
    deliver: ({ epoch, number, parcel }: Deliver): Promise<Accepted | Rejected | undefined> => {
      const known = numbers.get(epoch) ?? createNumberSet();
      numbers.set(epoch, known);
      known.add(number);
      if (parcel.kind !== 'item') return Promise.resolve(undefined);
      return Promise.resolve({ epoch, number, ...answer(readItem(parcel.item)) });
    },
    news: () =>
      [...numbers].map(([epoch, known]) => ({ epoch, watermark: known.watermark, ranges: known.ranges() })),
    caughtUp: () => Promise.resolve(undefined),
    end: () => undefined,
  };
}

function receiptFor({ code, receiptKey }: ForeignState, { id, header }: Item): Signed {
  const { network, sender, recipient, act, body } = header;
  return receiptStatement.sign(
    {
      ...{ network, receiver: code, sender: sender.party, itemId: id, act, body, attachments: [], parts: 2 },
      ...{ complete: true, receivedAt: Date.now(), defects: [], authority: recipient.authority },
    },
    receiptKey,
  );
}

function rejectionFor({ code, receiptKey }: ForeignState, { id, header }: Item, sentence: string): Signed {
  const { network, sender } = header;
  const parties = { network, receiver: code, sender: sender.party };
  return rejectionStatement.sign(
    { ...parties, itemId: id, code: 'not-processed', sentence, rejectedAt: Date.now() },
    receiptKey,
  );
}
