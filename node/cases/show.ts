import type { Agreement, Case, Caveat, Dialog, Obligation, Part } from '../../protocol/case/case.ts';
import { dueFrom } from '../../protocol/case/due.ts';
import { type CaseEvidence, type DueItem, resolve } from '../../protocol/case/resolve.ts';
import { toInstant } from '../../protocol/control/instant.ts';
import type { CaseView } from '../../protocol/control/types.ts';
import { instrumentByDigest } from '../../protocol/convention/instruments.ts';
import { kindOf } from '../../protocol/convention/verb-in.ts';
import type { CaseContext } from './case-context.ts';
import type { Officer } from './dependencies.ts';
import { findCase } from './find-case.ts';
import { jsonContent } from './json-content.ts';
import { rejectionOfOpening } from './rejected-opening.ts';

/**
 * The case as it stands: status, questions, duties with their dates, restrictions. Nothing that a person
 * wrote.
 */
export async function showCase(context: CaseContext, officer: Officer, reference: string): Promise<CaseView> {
  const { open, folded, summary, opened } = await findCase(context, officer, reference);
  const rejection = await rejectionOfOpening(context, open);
  const evidence = await receiptsOf(context, folded);
  const { dueItems, caveats } = resolve(folded, evidence, context.clock.now());
  const { caseId, kind, phase, urgency, exercise } = folded;
  const { status, waitingOn } = opened;
  return {
    reference: opened.reference,
    caseId,
    kind,
    title: titleOf(folded),
    partner: summary.partner,
    side: opened.side,
    status,
    ...(phase !== undefined && { phase }),
    urgency,
    exercise,
    waitingOn,
    openedAt: toInstant(folded.openedAt),
    measures: folded.measures.map(measureView),
    dialogs: folded.dialogs.map(dialogView),
    obligations:
      rejection === undefined
        ? [...dueItems.map(dueView), ...folded.settledObligations.map(settledView)]
        : [],
    caveats: caveats.map(({ caveat, inForce }) => ({ ...caveatView(caveat), inForce })),
    agreements: folded.agreements.map(agreementView),
    flags: folded.flags.map((flag) => ({ ...flag })),
    overtaken: [...folded.overtaken],
    waiting: [...folded.waiting],
    ...(rejection !== undefined && { rejection }),
    foldDigest: folded.digest,
    ...(summary.ownReference !== undefined && { ownReference: summary.ownReference }),
  };
}

/** When the items that start clocks were received, as their receipts say. */
export async function receiptsOf({ receipts }: CaseContext, folded: Case): Promise<CaseEvidence> {
  const anchors = folded.obligations.filter(({ anchor }) => anchor.from === 'received');
  const known = await receipts.receipts([...new Set(anchors.map(({ anchor }) => anchor.itemId))]);
  return { receivedAt: (itemId) => known.get(itemId)?.at };
}

function titleOf(folded: Case): string {
  const instrument = instrumentByDigest(folded.instrument);
  return (instrument && kindOf(instrument, folded.kind)?.title.en) ?? folded.kind;
}

type ObligationView = CaseView['obligations'][number];

function dueView({ obligation, dueAt, overdue }: DueItem): ObligationView {
  return { ...obligationView(obligation, dueAt), ...(overdue && { state: 'overdue' }) };
}

function settledView(obligation: Obligation): ObligationView {
  return obligationView(obligation, dueFrom(obligation, obligation.anchor.at));
}

function obligationView(obligation: Obligation, dueAt: number | undefined): ObligationView {
  const { paragraph, timer, debtor, bound, state } = obligation;
  return { paragraph, timer, debtor, ...(dueAt !== undefined && { dueAt: toInstant(dueAt) }), bound, state };
}

function measureView({ id, asked, state, ground }: Part): Readonly<Record<string, unknown>> {
  return { ...jsonContent(asked), id, state, ...(ground !== undefined && { ground }) };
}

function dialogView(dialog: Dialog): Readonly<Record<string, unknown>> {
  const { purpose, openedBy, opener, openedAt, waitsFor, items } = dialog;
  return {
    dialog: dialog.dialog,
    ...(purpose !== undefined && { purpose }),
    openedBy,
    opener,
    openedAt: toInstant(openedAt),
    waitsFor,
    ...(items.length > 0 && { items }),
  };
}

function agreementView({ subject, itemId, terms }: Agreement): Readonly<Record<string, unknown>> {
  return { subject, agreedBy: itemId, terms: jsonContent(terms) };
}

function caveatView(caveat: Caveat): Readonly<Record<string, unknown>> {
  const { paragraph, imposer, binds, imposedBy, until, terms } = caveat;
  return {
    caveat: caveat.caveat,
    paragraph,
    imposer,
    binds,
    imposedBy,
    ...(until !== undefined && { until }),
    terms: jsonContent(terms),
  };
}
