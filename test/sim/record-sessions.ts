import type { Urgency } from '../../protocol/convention/instrument.ts';
import { aReply, aRequest, type PrepareRequest } from '../support/case-messages.ts';
import { known, signDraft } from '../support/party-officers.ts';
import { Disk } from './disk.ts';
import { RecordingNetwork } from './recording-network.ts';
import { packRows, type RecordedSide, type SessionRecord } from './session-record.ts';
import { SimState } from './sim-state.ts';
import { viewOf } from './view.ts';
import { World } from './world.ts';

const SEED = 1;
const MOMENT_MS = 5000;
/** In which a partner is dialled again and everything arrives. */
const SESSION_MS = 60_000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** What an officer writes while the line between the two States is down. Cases are counted as they were opened. */
interface Writing {
  readonly by: 'GD' | 'JM';
  readonly what: (cases: readonly string[]) => PrepareRequest;
}

const reply = (by: Writing['by'], which: number, verb: string): Writing => ({
  by,
  what: (cases) => aReply(known(cases[which]), verb),
});

const request = (by: Writing['by'], urgency: Urgency = 'routine'): Writing => ({
  by,
  what: () => aRequest(by === 'GD' ? 'JM' : 'GD', { urgency }),
});

/** Cases of both, what is said in them by turns and at once, and one that is rejected for its sender's clock. */
const CHAPTERS: readonly { readonly writings: readonly Writing[]; readonly skewMs?: number }[] = [
  { writings: [request('GD'), request('JM')] },
  { writings: [reply('JM', 0, 'acknowledge'), request('GD', 'urgent'), reply('GD', 1, 'acknowledge')] },
  { writings: [reply('GD', 0, 'withdraw'), reply('JM', 2, 'acknowledge')] },
  { writings: [request('GD')], skewMs: 10 * DAY_MS },
];

/**
 * Lets two States meet, once for each chapter, with what their officers have written since they last met, and
 * gives all that was said. The same in every run but for the ephemeral keys in each `Hello`.
 */
export async function recordSessions(): Promise<SessionRecord[]> {
  const recording = new Recording();
  await recording.begin();
  const records: SessionRecord[] = [];
  for (const { writings, skewMs = 0 } of CHAPTERS) records.push(await recording.meet(writings, skewMs));
  return records;
}

class Recording {
  readonly #world = new World(SEED);
  readonly #network = new RecordingNetwork(this.#world, { dialler: 'GD', answerer: 'JM' });
  readonly #states: Readonly<Record<Writing['by'], SimState>>;
  readonly #cases: string[] = [];
  #violation: string | undefined;

  constructor() {
    const [world, network] = [this.#world, this.#network];
    const disks = new Map(['GD', 'JM'].map((code) => [code, new Disk(world, code, () => undefined)]));
    const report = (invariant: string, detail: string): void => {
      this.#violation ??= `${invariant}: ${detail}`;
    };
    const around = { world, network, disks, tamper: {}, report };
    this.#states = { GD: new SimState('GD', around), JM: new SimState('JM', around) };
  }

  /** GD knows a State more than JM does, and tells of it. */
  async begin(): Promise<void> {
    const { GD, JM } = this.#states;
    await this.#during(Promise.all([GD.install(['JM', 'BB']), JM.install(['GD'])]));
  }

  async meet(writings: readonly Writing[], skewMs: number): Promise<SessionRecord> {
    const { GD, JM } = this.#states;
    const line = this.#network.line(GD.peerId, JM.peerId);
    line.cut();
    GD.skewMs = skewMs;
    await this.#during(Promise.all([GD.start(), JM.start()]));
    for (const { by, what } of writings) await this.#during(this.#write(this.#states[by], what(this.#cases)));
    const before = { GD: GD.disk.backup(), JM: JM.disk.backup() };
    const at = this.#world.now;
    line.heal(false);
    await this.#world.run(SESSION_MS);
    if (GD.queued(['JM']) + JM.queued(['GD']) > 0) throw new Error('not everything has arrived');
    const foldDigests = await this.#foldDigests();
    for (const state of [GD, JM]) state.crash(false);
    if (this.#violation !== undefined) throw new Error(this.#violation);
    const { said, streams } = this.#network.take();
    const side = (code: Writing['by']): RecordedSide => ({
      skewMs: this.#states[code].skewMs,
      store: packRows(before[code]),
      ...said(code),
    });
    return { at, sides: { GD: side('GD'), JM: side('JM') }, streams, foldDigests };
  }

  async #write({ cases, officer }: SimState, said: PrepareRequest): Promise<void> {
    const node = known(cases);
    const draft = known((await node.prepare(officer, said)).draft);
    const queued = await node.submit(officer, signDraft(officer, draft));
    if (!('reference' in queued)) throw new Error('what was written was not queued');
    if (said.reference === undefined) this.#cases.push(queued.reference);
  }

  /** Of the cases that both sides have: one that was rejected is its author's alone. */
  async #foldDigests(): Promise<Record<string, string>> {
    const digests: Record<string, string> = {};
    for (const reference of this.#cases) {
      const [one, other] = await this.#during(
        Promise.all(
          Object.values(this.#states).map(({ cases, officer }) => viewOf(known(cases), officer, reference)),
        ),
      );
      if (known(other).caseId === '') continue;
      if (one?.foldDigest !== other?.foldDigest) throw new Error(`${reference} is not folded alike`);
      digests[reference] = known(one).foldDigest;
    }
    return digests;
  }

  async #during<T>(doing: Promise<T>): Promise<T> {
    const failed = doing.catch(() => undefined);
    await this.#world.run(MOMENT_MS);
    await failed;
    return doing;
  }
}
