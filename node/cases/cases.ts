import type { VerifiedItem } from '../../protocol/item/verify.ts';
import type {
  CaseList,
  CaseView,
  Delivery,
  OpenedItem,
  Prepared,
  Reply,
  ReplyOptions,
  Submitted,
  Timeline,
  WatchEvent,
} from '../../protocol/control/types.ts';
import { envelopeCodec } from '../../protocol/item/envelope.ts';
import type { Act } from '../../protocol/item/act.ts';
import type { Item, SealedItem } from '../../protocol/item/item.ts';
import type { Hex } from '../../protocol/value.ts';
import type { Change } from '../storage/change.ts';
import { createCaseBook } from './case-book.ts';
import type { CaseContext } from './case-context.ts';
import { caseEvent } from './case-events.ts';
import { loadCase } from './case-loader.ts';
import { createCaseRepository } from './case-repository.ts';
import { createCaseWriter } from './case-writer.ts';
import type { CasesDependencies, Officer } from './dependencies.ts';
import { createDraftRepository } from './draft-repository.ts';
import { draftsOf, removeDraft, sweepDrafts } from './drafts.ts';
import { type Statement, takeEvidence } from './evidence-arrived.ts';
import { createEvidenceRepository } from './evidence-repository.ts';
import { findCase, findItem } from './find-case.ts';
import { createKeyHashes } from './key-hashes.ts';
import { keepFork } from './keep-fork.ts';
import { listCases, type Selection } from './list.ts';
import { openItem } from './open-item.ts';
import { countOverdue } from './overdue.ts';
import { passOver, type Passed } from './pass-over.ts';
import { pinsFrom } from './pins.ts';
import type { PrepareRequest } from './place-of.ts';
import { prepareAct } from './prepare.ts';
import type { SubmitRequest } from './proposal.ts';
import { type Arrival, type ExtraFor, receiveItem } from './receive.ts';
import { createReferenceIndex, type Labelled } from './reference-index.ts';
import { replyOptions, type ReplyQuestion } from './replies.ts';
import { showCase } from './show.ts';
import { submitAct, submitEach } from './submit.ts';
import { takeBack } from './take-back.ts';
import { timelineOf } from './timeline.ts';
import { createWatchers, type Listener } from './watchers.ts';

/** The whole of an item as it is sent; without its body where that was erased. */
export interface SentEnvelope {
  readonly bytes: Uint8Array;
  readonly withheld: boolean;
}

/**
 * The cases of this node: what its officers say, what partners say, and what is to be seen of both. All state
 * is in the store; what is held in memory is a cache of it. Each case has a lane, in which its changes run
 * one after the other.
 */
export interface Cases {
  prepare(officer: Officer, request: PrepareRequest): Promise<Prepared>;
  submit(officer: Officer, request: SubmitRequest): Promise<Submitted>;
  /** Several, each on its own, in a case in the order of the list. */
  submitEach(
    officer: Officer,
    requests: readonly SubmitRequest[],
  ): Promise<PromiseSettledResult<Submitted>[]>;
  drafts(officer: Officer): Promise<Reply<'drafts.list'>>;
  removeDraft(officer: Officer, draftId: string): Promise<void>;

  list(officer: Officer, listing: Selection): Promise<CaseList>;
  show(officer: Officer, reference: string): Promise<CaseView>;
  timeline(officer: Officer, reference: string): Promise<Timeline>;
  replies(officer: Officer, question: ReplyQuestion): Promise<ReplyOptions>;
  openItem(officer: Officer, itemId: Hex): Promise<OpenedItem>;
  delivery(officer: Officer, itemId: Hex, waitMs: number): Promise<Delivery>;
  /** The case that a reference, or a shorter form of one, means to this officer. */
  resolveReference(officer: Officer, text: string): Promise<Labelled>;
  /** What happens in cases of this officer's desks, until the returned function is called. */
  subscribe(officer: Officer, listener: (event: WatchEvent) => void): () => void;

  receive(item: VerifiedItem, extraFor: ExtraFor): Promise<Arrival>;
  /** @param standing the own item that the partner has proved to stand at the place of this one */
  passOver(passed: Passed, extra: Change, standing?: VerifiedItem): Promise<'passed' | 'busy'>;
  /** An own item that this node lost and its partner gave back, with the answer that it got. */
  takeBack(
    item: SealedItem & { readonly act?: Act },
    answered: 'receipt' | 'rejection',
    extra: Change,
  ): Promise<void>;
  /** The second of two items for one place, both of which were receipted: the case stands before them. */
  keepFork(item: Item, extra: Change): Promise<void>;
  takeEvidence(statement: Statement, extra: Change): Promise<boolean>;
  /** Tells whoever watches that the partner's node has an item. */
  relayed(itemId: Hex): Promise<void>;
  /** An item as it was sent or received, to be sent (again). */
  envelope(itemId: Hex): Promise<SentEnvelope | undefined>;

  /** Everything that happens in any case, for the bell of the duty desk. */
  subscribeNode(listener: Listener): () => void;
  /** Open cases in which something is overdue. */
  overdue(): Promise<number>;
  /** Forgets drafts that nobody signed in time; to be called now and then. */
  sweep(): Promise<number>;
}

export interface CasesOptions {
  /** Cases held in memory. */
  readonly casesMax?: number;
  /** Items of all of them together. */
  readonly itemsMax?: number;
}

/** An item takes some 5 KiB with what the fold remembers of it; so all of them take 40 MiB at most. */
const CASES_MAX = 1000;
const ITEMS_MAX = 8000;

export function openCases(dependencies: CasesDependencies, options: CasesOptions = {}): Cases {
  const context = contextOf(dependencies, options);
  const { watchers } = context;
  return {
    prepare: (officer, request) => prepareAct(context, officer, request),
    submit: (officer, request) => submitAct(context, officer, request),
    submitEach: (officer, requests) => submitEach(context, officer, requests),
    drafts: (officer) => draftsOf(context, officer),
    removeDraft: (officer, draftId) => removeDraft(context, officer, draftId),
    list: (officer, listing) => listCases(context, officer, listing),
    show: (officer, reference) => showCase(context, officer, reference),
    timeline: (officer, reference) => timelineOf(context, officer, reference),
    replies: (officer, question) => replyOptions(context, officer, question),
    openItem: (officer, itemId) => openItem(context, officer, itemId),
    delivery: async (officer, itemId, waitMs) => {
      await findItem(context, officer, { itemId, audited: true });
      return { itemId, ...(await context.receipts.delivery(itemId, waitMs)) };
    },
    resolveReference: async (officer, text) => {
      const { open, opened } = await findCase(context, officer, text);
      return { caseId: open.caseId, reference: opened.reference };
    },
    subscribe: (officer, listener) => watchers.subscribe(officer, listener),
    receive: (item, extra) => receiveItem(context, item, extra),
    passOver: (passed, extra, standing) => passOver(context, passed, { extra, standing }),
    takeBack: (item, answered, extra) => takeBack(context, item, { answered, extra }),
    keepFork: (item, extra) => keepFork(context, item, extra),
    takeEvidence: (statement, extra) => takeEvidence(context, statement, extra),
    relayed: (itemId) => tellRelayed(context, itemId),
    envelope: (itemId) => envelopeOf(context, itemId),
    subscribeNode: (listener) => watchers.subscribeNode(listener),
    overdue: () => countOverdue(context),
    sweep: () => sweepDrafts(context),
  };
}

function contextOf(dependencies: CasesDependencies, options: CasesOptions): CaseContext {
  const { store, clock, party, directory } = dependencies;
  const { caseKeys } = store;
  const repository = createCaseRepository(store);
  const hashes = createKeyHashes(store);
  const references = createReferenceIndex(store, hashes);
  const pins = pinsFrom((digest) => directory.byDigest(digest));
  const { casesMax = CASES_MAX, itemsMax = ITEMS_MAX } = options;
  const book = createCaseBook((caseId) => loadCase({ party, repository, caseKeys, pins }, caseId), {
    casesMax,
    itemsMax,
  });
  store.onReopened(() => {
    book.clear();
  });
  return {
    ...dependencies,
    book,
    repository,
    references,
    hashes,
    pins,
    writer: createCaseWriter({ party, store, repository, references, hashes, directory }),
    drafts: createDraftRepository(store, clock),
    evidence: createEvidenceRepository(store, hashes),
    watchers: createWatchers(),
  };
}

async function tellRelayed(context: CaseContext, itemId: Hex): Promise<void> {
  if (!context.watchers.anybody) return;
  const place = await context.repository.place(itemId);
  const open = place && (await context.book.read(place.caseId));
  if (open?.summary === undefined) return;
  const facts = { type: 'delivery', time: context.clock.now(), itemId, delivery: 'relayed' } as const;
  context.watchers.tell(caseEvent(open.summary, facts));
}

async function envelopeOf({ repository }: CaseContext, itemId: Hex): Promise<SentEnvelope | undefined> {
  const stored = await repository.envelope(itemId);
  return stored && { bytes: envelopeCodec.encode(stored.envelope), withheld: stored.withheld };
}
