import { randomBytes } from 'node:crypto';
import { CENTRAL_AUTHORITY } from '../../../node/home/first-profile.ts';
import { deliveryFrameCodec, type Parcel } from '../../../protocol/delivery/messages.ts';
import { directoryFrameCodec } from '../../../protocol/directory/messages.ts';
import { toHex } from '../../../protocol/hash.ts';
import { signedProfileCodec } from '../../../protocol/identity/profile.ts';
import { createSigner } from '../../../protocol/identity/keys.ts';
import { type ProtocolName, TAGS } from '../../../protocol/ids.ts';
import { sessionFrameCodec } from '../../../protocol/session/messages.ts';
import { foreignState } from '../foreign-state.ts';
import { halvesOf } from '../foreign-partner.ts';
import { smallRequest } from '../small-request.ts';
import { again, type Attack, type Attacker, orAborted } from './attack.ts';
import { type HostileSession, type HostileStream, openHostileSession } from './hostile-session.ts';

type Write = (to: HostileStream, index: number) => Promise<unknown>;

/** Opens session after session, and in each writes to one stream for as long as it is let. */
function speaking(
  does: string,
  protocol: Exclude<ProtocolName, 'evidence'>,
  prepare: (by: Attacker) => Write,
): Attack {
  return {
    at: protocol,
    by: 'partner',
    does,
    enough: 60,
    run: async (by, signal) => {
      const write = prepare(by);
      let written = 0;
      await again(signal, async () => {
        const session = await openHostileSession(by);
        const to = protocol === 'session' ? session.session : await session.open(protocol);
        const reading = readOn(to);
        while (session.alive && !signal.aborted) {
          await orAborted(signal, write(to, written++), session.ended);
          by.did();
        }
        await session.stop();
        await reading;
      });
    },
  };
}

/** Answers are read, so that it is not they that slow the attacker down. */
async function readOn({ channel }: HostileStream): Promise<void> {
  try {
    while ((await channel.read()) !== undefined);
  } catch {
    // The session is over.
  }
}

/** Delivers parcels under ascending numbers of one epoch. */
function delivering(does: string, prepare: (by: Attacker) => (index: number) => Parcel): Attack {
  return speaking(does, 'delivery', (by) => {
    const epoch = toHex(randomBytes(16));
    const parcelOf = prepare(by);
    return ({ channel }, index) =>
      channel.write(
        deliveryFrameCodec.encode({ kind: 'deliver', epoch, number: index + 1, parcel: parcelOf(index) }),
      );
  });
}

const asItem = (item: Uint8Array): Parcel => ({ kind: 'item', item, withheld: false });

function opening({ state, profile }: Attacker): Uint8Array {
  const halves = halvesOf('mla.general', 'REQUEST', smallRequest());
  return state.item(profile, { caseId: toHex(randomBytes(16)), sequence: 1, verb: 'REQUEST', ...halves })
    .bytes;
}

/** Something ends a session at once; then there is the next. */
function breaking(does: string, bytes: (session: HostileSession) => Promise<unknown>): Attack {
  return {
    at: 'frames',
    by: 'partner',
    does,
    enough: 8,
    run: (by, signal) =>
      again(signal, async () => {
        by.did();
        const session = await openHostileSession(by);
        await bytes(session);
        await orAborted(signal, session.ended);
        await session.stop();
      }),
  };
}

async function writeBare(session: HostileSession, bytes: Uint8Array): Promise<void> {
  const stream = await session.openBare('delivery');
  stream.send(bytes);
}

export const SESSION_ATTACKS: Readonly<Record<string, Attack>> = {
  longFrames: breaking('announces a frame above the limit', (session) =>
    writeBare(session, Buffer.from('ffffffff00', 'hex')),
  ),
  unsealed: breaking('sends frames that are not sealed', (session) =>
    writeBare(session, Buffer.from('00000004deadbeef', 'hex')),
  ),
  stateTwice: breaking('says its State twice', ({ session }) =>
    session.channel.write(
      sessionFrameCodec.encode({
        kind: 'state',
        state: { profiles: [], outgoing: [], incoming: [], recovering: false },
      }),
    ),
  ),
  pings: speaking(
    'asks whether the node is there, without end',
    'session',
    () =>
      ({ channel }, nonce) =>
        channel.write(sessionFrameCodec.encode({ kind: 'ping', nonce: nonce + 1 })),
  ),
  inventories: speaking('offers the same profiles without end', 'directory', () => {
    const profiles = Array.from({ length: 1024 }, (_, index) => ({
      party: `ZZ-${String(1000 + index)}`,
      version: 1,
      digest: toHex(randomBytes(32)),
    }));
    const frame = directoryFrameCodec.encode({ kind: 'inventory', profiles });
    return ({ channel }) => channel.write(frame);
  }),
  profiles: speaking('gives profiles that nobody asked for', 'directory', ({ profile }) => {
    const frames = Array.from({ length: 200 }, (_, index) => {
      const code = `ZZ-${String(1000 + index)}`;
      const { bytes } = foreignState(code, profile.profile.network, { now: Date.now() }).profile;
      return directoryFrameCodec.encode({ kind: 'profile', profile: signedProfileCodec.decode(bytes) });
    });
    return ({ channel }, index) => channel.write(frames[index % frames.length] ?? new Uint8Array());
  }),
  garbage: delivering('delivers what is no item', () => (index) => asItem(Buffer.alloc(500, index % 251))),
  largeGarbage: delivering('delivers what is no item, as large as an item may be', () => {
    const bytes = randomBytes(280 * 1024);
    return () => asItem(bytes);
  }),
  forged: delivering('delivers items that another key has signed', ({ state, profile }) => {
    const halves = halvesOf('mla.general', 'REQUEST', smallRequest());
    const authority = createSigner(randomBytes(32));
    const items = Array.from({ length: 50 }, () => {
      const caseId = toHex(randomBytes(16));
      return state.item(profile, { caseId, sequence: 1, verb: 'REQUEST', ...halves, authority }).bytes;
    });
    return (index) => asItem(items[index % items.length] ?? new Uint8Array());
  }),
  misaddressed: delivering('delivers items for another State', ({ state, profile }) => {
    const recipient = { party: 'ZZ', authority: CENTRAL_AUTHORITY.id };
    const said = { caseId: toHex(randomBytes(16)), sequence: 1, verb: 'REQUEST', header: { recipient } };
    const { bytes } = state.item(profile, said);
    return () => asItem(bytes);
  }),
  repeats: delivering('delivers the same item again and again', (by) => {
    const item = opening(by);
    return () => asItem(item);
  }),
  valid: delivering('opens cases as fast as it can, each of them valid', (by) => () => asItem(opening(by))),
  statements: delivering('delivers evidence that proves nothing', ({ state }) => {
    const statement = {
      statement: randomBytes(200),
      signature: state.receiptKey.sign(TAGS.signReceipt, randomBytes(10)),
    };
    return () => ({ kind: 'evidence', statement });
  }),
  caughtUps: speaking('says without end that it has sent everything', 'delivery', () => {
    const epoch = toHex(randomBytes(16));
    return ({ channel }, index) =>
      channel.write(deliveryFrameCodec.encode({ kind: 'caughtUp', epoch, number: index + 10 }));
  }),
};
