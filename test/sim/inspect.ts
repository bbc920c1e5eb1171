import { loadCase } from '../../node/cases/case-loader.ts';
import { createCaseRepository } from '../../node/cases/case-repository.ts';
import { pinsFrom } from '../../node/cases/pins.ts';
import { splitKey } from '../../node/storage/keys.ts';
import { entriesIn } from './disk.ts';
import { decodeRow } from '../../node/cases/row.ts';
import type { ChainFacts } from '../../node/cases/case-records.ts';
import type { Losses } from './losses.ts';
import type { Accepted } from './sim-officer.ts';
import { profileOf, type SimState } from './sim-state.ts';

export interface Inspection {
  readonly states: ReadonlyMap<string, SimState>;
  readonly accepted: readonly Accepted[];
  readonly losses: Losses;
  readonly report: (invariant: string, detail: string) => void;
  /** Pairs of chains whose folds were found alike: what has not changed since is not folded again. */
  readonly alike: Set<string>;
}

/** What lies on the disks between two steps. */
export async function inspect(inspection: Inspection): Promise<void> {
  for (const item of inspection.accepted) inspectAccepted(inspection, item);
  for (const state of inspection.states.values()) inspectChains(inspection, state);
  await compareFolds(inspection);
}

function inspectAccepted({ states, losses, report }: Inspection, item: Accepted): void {
  const { itemId, from } = item;
  const state = states.get(from);
  if (state?.disk.rows('items').has(itemId) === true) return;
  // A restored State is given it back.
  if (state?.recovers === true && losses.isKept(item)) return;
  report('nothing accepted is lost', `${from} has told its officer of ${itemId}, and does not have it`);
}

function inspectChains({ losses, report }: Inspection, state: SimState): void {
  for (const [chain, sequences] of chainsOf(state)) {
    const [caseId = '', origin] = chain.split(' ');
    const mayHaveGaps = state.recovers || losses.cases.has(caseId);
    const isWhole = [...sequences.keys()].every((sequence, index) => sequence === index + 1);
    if (origin !== 'own' || isWhole || mayHaveGaps) continue;
    report('the own chain has no gap', `${state.code} ${caseId}: ${[...sequences.keys()].join(' ')}`);
  }
}

/** Sequences and ids of what stands in each chain of a State. */
function chainsOf({ disk }: SimState): Map<string, Map<number, string>> {
  const chains = new Map<string, Map<number, string>>();
  for (const { key, value } of entriesIn(disk.rows('chains'))) {
    const [caseId, origin, sequence = ''] = splitKey(key);
    const name = `${String(caseId)} ${String(origin)}`;
    const chain = chains.get(name) ?? new Map<number, string>();
    const { itemId, ...facts } = decodeRow<ChainFacts>(value).facts;
    chains.set(
      name,
      chain.set(Number.parseInt(sequence, 16), `${itemId}${facts.void === true ? ' void' : ''}`),
    );
  }
  return chains;
}

type Chain = ReadonlyMap<number, string>;
type Chains = ReadonlyMap<string, Chain>;

/** Two States that have the same items of a case see the same case; and at one place they have the same item. */
async function compareFolds({ states, report, alike, losses }: Inspection): Promise<void> {
  const all = [...states].map(([code, state]) => ({ code, chains: chainsOf(state) }));
  const pairs = all.flatMap((one) =>
    all.filter((other) => other !== one).map((other) => [one, other] as const),
  );
  for (const [one, other] of pairs) {
    for (const caseId of shared(one.chains, other.chains)) {
      const [written, copied] = [one.chains.get(`${caseId} own`), other.chains.get(`${caseId} partner`)];
      const mayMiss = states.get(one.code)?.recovers === true || losses.cases.has(caseId);
      const strange = strangeIn(written, copied, mayMiss);
      if (strange !== undefined) report('chains agree', `${one.code} never gave ${other.code} ${strange}`);
      const back = [other.chains.get(`${caseId} own`), one.chains.get(`${caseId} partner`)] as const;
      const items = textOf([written, back[0]]);
      if (items !== textOf([copied, back[1]]) || alike.has(items)) continue;
      alike.add(items);
      // Where the opening was refused there is no case.
      const [here, there] = [
        await foldAt(states, one.code, caseId),
        await foldAt(states, other.code, caseId),
      ];
      if (here !== there && there !== undefined)
        report('both sides fold alike', `${caseId}: ${String(here)}, ${there}`);
    }
  }
}

/** What the second has in the chain of the first, and that has not, or something else there. */
function strangeIn(
  written: Chain | undefined,
  copied: Chain | undefined,
  mayMiss: boolean,
): string | undefined {
  const strange = [...(copied ?? [])].find(([at, item]) => {
    const isMissing = written?.has(at) !== true;
    return isMissing ? !mayMiss : idOf(written.get(at)) !== idOf(item);
  });
  return strange?.join(' ');
}

/** Cases of which the first has written something that the second has. */
function shared(own: Chains, others: Chains): string[] {
  return [...own.keys()].flatMap((name) => {
    const [caseId = '', origin] = name.split(' ');
    return origin === 'own' && others.has(`${caseId} partner`) ? [caseId] : [];
  });
}

function idOf(item: string | undefined): string | undefined {
  return item?.split(' ')[0];
}

function textOf(chains: readonly (ReadonlyMap<number, string> | undefined)[]): string {
  return JSON.stringify(chains.map((chain) => [...(chain ?? [])]));
}

/** The digest of a case as a State would fold it from its disk after a start. */
export async function foldAt(
  states: Inspection['states'],
  code: string,
  caseId: string,
): Promise<string | undefined> {
  const state = states.get(code);
  if (state === undefined) return undefined;
  const store = state.disk.store({ over: true });
  const repository = createCaseRepository(store);
  const pins = pinsFrom(
    (digest) => [...states.keys()].map(profileOf).find((profile) => profile.digest === digest)?.profile,
  );
  const open = await loadCase({ party: code, repository, caseKeys: store.caseKeys, pins }, caseId);
  return open?.folded?.digest;
}
