import { foldAt } from './inspect.ts';
import type { Losses } from './losses.ts';
import type { Accepted } from './sim-officer.ts';
import type { SimState } from './sim-state.ts';
import { type View, viewOf } from './view.ts';
import { Violation } from './violation.ts';

export interface KnownCase {
  readonly between: readonly [string, string];
  readonly reference: string;
}

interface Compared {
  readonly states: ReadonlyMap<string, SimState>;
  readonly accepted: readonly Accepted[];
  readonly losses: Losses;
  /** Lets some time go by. */
  readonly pass: () => Promise<void>;
}

/** As officers see it in the end, who have no use for what lies on a disk. @throws Violation */
export async function compareViews(cases: readonly KnownCase[], compared: Compared): Promise<void> {
  const { states, accepted, losses } = compared;
  for (const { between, reference } of cases) {
    const items = accepted.filter((item) => item.reference === reference);
    if (items.some(({ caseId }) => losses.cases.has(caseId))) continue;
    const isRejected = ({ itemId, from }: Accepted): boolean =>
      states.get(from)?.disk.rows('rejections').has(itemId) === true;
    const one = await viewAt(compared, between[0], reference);
    const other = await viewAt(compared, between[1], reference);
    const opening = items.find(({ opens }) => opens);
    if (opening !== undefined && isRejected(opening)) {
      if (one.status === 'rejected' && other.caseId === '') continue;
      throw new Violation('a rejected opening is the end of its case', `${one.whole} | ${other.whole}`);
    }
    // Its author knows that an item is void before it can name it so, and until then both differ.
    const isEqual = items.some(isRejected) ? one.items === other.items : one.whole === other.whole;
    if (!isEqual)
      throw new Violation('both sides see the same case', `${reference}: ${one.whole} | ${other.whole}`);
    const unseen = items.find((item) => !isRejected(item) && !one.items.includes(item.itemId));
    if (unseen !== undefined)
      throw new Violation('what is relayed is seen', `${reference}: ${unseen.itemId}`);
  }
}

async function viewAt({ states, pass }: Compared, code: string, reference: string): Promise<View> {
  const state = states.get(code);
  if (state?.cases === undefined) throw new Violation('a node that was started runs', code);
  const looked = viewOf(state.cases, state.officer, reference);
  // Looking is recorded, which takes a commit.
  await pass();
  const view = await looked;
  const onDisk = await foldAt(states, code, view.caseId);
  if (view.caseId !== '' && onDisk !== view.foldDigest) {
    throw new Violation(
      'what is in memory is on the disk',
      `${code} ${reference}: ${view.foldDigest}, ${onDisk}`,
    );
  }
  return view;
}
