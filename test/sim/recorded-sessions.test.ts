import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDirectoryRepository } from '../../node/directory/directory-repository.ts';
import {
  type Accepted,
  type DeliveryFrame,
  deliveryFrameCodec,
  type Rejected,
} from '../../protocol/delivery/messages.ts';
import { receiptStatement, rejectionStatement } from '../../protocol/delivery/statements.ts';
import { directoryFrameCodec } from '../../protocol/directory/messages.ts';
import { toHex } from '../../protocol/hash.ts';
import { openProfile, signedProfileCodec } from '../../protocol/identity/profile.ts';
import { sessionFrameCodec } from '../../protocol/session/messages.ts';
import { known } from '../support/party-officers.ts';
import { signerFrom } from '../support/profiles.ts';
import { Disk } from './disk.ts';
import { ReplayedPartner } from './replayed-partner.ts';
import { type RecordedStream, type SessionRecord, unpacked, unpackRows } from './session-record.ts';
import { SimNetwork } from './sim-network.ts';
import { SimState } from './sim-state.ts';
import { viewOf } from './view.ts';
import { World } from './world.ts';

/** Another one than the record's, so that what is drawn now differs from what was drawn then. */
const SEED = 2;
const MOMENT_MS = 5000;
const SESSION_MS = 60_000;

const folder = join(import.meta.dirname, '../fixtures/releases');
const releases = readdirSync(folder).flatMap((name) => /^(\d+\.\d+\.\d+)\.json$/.exec(name)?.[1] ?? []);

for (const release of releases) {
  const text = readFileSync(join(folder, `${release}.sessions.json`), 'utf8');
  const records = JSON.parse(text) as SessionRecord[];
  describe(`a State whose store and partner are of release ${release}`, function () {
    this.timeout(20_000);
    for (const [index, record] of records.entries()) {
      for (const [code, other] of [
        ['JM', 'GD'],
        ['GD', 'JM'],
      ] as const) {
        it(`takes in what ${other} said in session ${index + 1}, answers it and folds as ${code} did`, async () => {
          const replay = await replayTo(code, other, record);
          assert.deepEqual(replay.partner.otherState, stateIn(known(record.sides[code]).state));
          assert.equal(replay.partner.unsaid, 0, 'frames that nothing has led to');
          for (const stream of record.streams) assertSaidAlike(replay, stream, code);
          assert.deepEqual(await notTakenUp(replay, record, other), []);
          assert.equal(replay.state.queued([other]), 0);
          assert.deepEqual(await foldDigests(replay, Object.keys(record.foldDigests)), record.foldDigests);
        });
      }
    }
  });
}

interface Replay {
  readonly world: World;
  readonly state: SimState;
  readonly partner: ReplayedPartner;
}

/** Starts a State of the present code on the store of the record, and has its partner say what it said then. */
async function replayTo(code: string, other: string, record: SessionRecord): Promise<Replay> {
  const world = new World(SEED);
  await world.run(record.at);
  const { skewMs, store } = known(record.sides[code]);
  const disk = new Disk(world, code, () => undefined);
  for (const [name, rows] of unpackRows(store)) {
    for (const [key, value] of rows) disk.rows(name).set(key, value);
  }
  const failures: string[] = [];
  const report = (invariant: string, detail: string): void => {
    failures.push(`${invariant}: ${detail}`);
  };
  const network = new SimNetwork(world, { random: world.random('noise'), drop: 0, repeat: 0, swap: 0 });
  const state = new SimState(code, { world, network, disks: new Map([[code, disk]]), tamper: {}, report });
  state.skewMs = skewMs;
  const partner = new ReplayedPartner(record, { code: other, other: code, world });
  await partner.listen(network);
  void state.start();
  await world.run(SESSION_MS);
  assert.deepEqual(failures, []);
  return { world, state, partner };
}

/** The same profiles and parcels, and the same answers, signed by this State. */
function assertSaidAlike({ partner }: Replay, stream: RecordedStream, code: string): void {
  const then = stream.frames.filter(([by]) => by === code).map(([, text]) => unpacked(text));
  const now = known(partner.heard.get(stream));
  if (stream.protocol === 'directory') {
    assert.deepEqual(now.map(directoryFrameCodec.decode), then.map(directoryFrameCodec.decode));
    return;
  }
  assert.deepEqual(parcelsIn(now), parcelsIn(then));
  assert.deepEqual(answersIn(now, code), answersIn(then, code));
}

function parcelsIn(frames: readonly Uint8Array[]): DeliveryFrame[] {
  return frames.map(deliveryFrameCodec.decode).filter(({ kind }) => kind === 'deliver');
}

/** What is answered at each place, once its signature is verified; but for the time. */
function answersIn(frames: readonly Uint8Array[], code: string): object {
  const answers = frames
    .map(deliveryFrameCodec.decode)
    .filter((frame) => frame.kind === 'receipt' || frame.kind === 'rejection');
  return Object.fromEntries(
    answers.map((answer) => [`${answer.epoch} ${answer.number}`, statementIn(answer, code)]),
  );
}

function statementIn(answer: Accepted | Rejected, code: string): object {
  const key = toHex(signerFrom(`${code} receipt`).publicKey);
  if (answer.kind === 'receipt') {
    const { receivedAt: _at, ...receipt } = receiptStatement.open(answer.receipt, key);
    return receipt;
  }
  const { rejectedAt: _at, ...rejection } = rejectionStatement.open(answer.rejection, key);
  return rejection;
}

/** Of the profiles that the partner gave, those that are not on file. */
async function notTakenUp({ state }: Replay, { streams }: SessionRecord, other: string): Promise<string[]> {
  const repository = createDirectoryRepository(state.disk.store({ over: true }));
  const onFile = [...(await repository.profiles()), ...(await repository.candidates())];
  const frames = streams
    .filter(({ protocol }) => protocol === 'directory')
    .flatMap((stream) => stream.frames);
  return frames
    .filter(([by]) => by === other)
    .map(([, text]) => directoryFrameCodec.decode(unpacked(text)))
    .flatMap((frame) => (frame.kind === 'profile' ? [signedProfileCodec.encode(frame.profile)] : []))
    .filter((given) => !onFile.some(({ bytes }) => Buffer.compare(bytes, given) === 0))
    .map((given) => openProfile(given).profile.party);
}

async function foldDigests({ world, state }: Replay, references: readonly string[]): Promise<object> {
  const cases = known(state.cases);
  const views = references.map((reference) => viewOf(cases, state.officer, reference));
  await world.run(MOMENT_MS);
  const digests = (await Promise.all(views)).map(({ foldDigest }) => foldDigest);
  return Object.fromEntries(references.map((reference, index) => [reference, digests[index]]));
}

function stateIn(text: string): unknown {
  const frame = sessionFrameCodec.decode(unpacked(text));
  return frame.kind === 'state' ? frame.state : undefined;
}
