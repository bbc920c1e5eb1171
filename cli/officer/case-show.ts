import type { CaseView } from '../../protocol/control/types.ts';
import { connect } from '../client/connect.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { noteLooks } from '../folder/looks.ts';
import { type Block, gap, heading, type Line, line, next, pairs, toned } from '../view/block.ts';
import { stateName } from '../view/state-name.ts';
import { absolute, counted, when } from '../view/when.ts';
import { agreementLine, caveatLine, dialogLine, partLine, phaseWords } from './case-words.ts';
import { dutyTitle } from '../view/duty-title.ts';
import { statusWord, turnLine, urgencyWord } from '../view/words.ts';

/** The case as it stands: whose turn, what is due and by which paragraph, which conditions hold. */
export async function caseShow(context: Context, input: Input): Promise<Outcome> {
  const { client } = connect(context);
  const at = context.now();
  const reply = await client.call('cases.show', { params: { reference: input.argument('REF') } });
  const { reference, foldDigest } = reply;
  noteLooks(context.places.officer, [reference], { at, foldDigest });
  return { document: reply, view: viewOf(reply, context.now()) };
}

function viewOf(view: CaseView, now: number): readonly Block[] {
  return [
    heading(`${view.reference}  ${view.title}`),
    pairs([
      ['kind', view.kind],
      ['partner', toned('strong', stateName(view.partner))],
      ['we are', view.side === 'requesting' ? 'the requesting side' : 'the requested side'],
      ['status', [statusWord(view.status), ...phaseWords(view)]],
      ['rejection', rejectionLine(view)],
      ['waits for', turnOf(view)],
      ['urgency', urgencyWord(view.urgency)],
      ['opened', when(view.openedAt, now)],
      ['own reference', view.ownReference],
      ['exercise', view.exercise ? toned('warn', 'yes: nothing in it is real') : undefined],
    ]),
    ...obligations(view, now),
    ...section(
      'Measures',
      view.measures.map((part) => partLine(view, part)),
    ),
    ...section(
      'Open questions',
      view.dialogs.map((dialog) => dialogLine(view, dialog)),
    ),
    ...section(
      'Conditions and restrictions in force',
      view.caveats.map((caveat) => caveatLine(view, caveat)),
    ),
    ...section(
      'Agreed',
      view.agreements.map((agreement) => agreementLine(view, agreement)),
    ),
    ...flags(view),
    ...nextSteps(view),
  ];
}

/** Why the partner's node did not take the item that opened the case. */
function rejectionLine({ rejection }: CaseView): Line | undefined {
  return rejection && [toned('bad', rejection.code), `: ${rejection.sentence}`];
}

/** While no question is open, whoever owes something first is waited for. */
function turnOf(view: CaseView): Line {
  const [owed] = view.obligations
    .filter(({ dueAt, state }) => dueAt !== undefined && OWED.has(state))
    .sort((one, other) => Date.parse(one.dueAt ?? '') - Date.parse(other.dueAt ?? ''));
  return turnLine({ ...view, ...(owed !== undefined && { owed }) });
}

const OWED = new Set(['open', 'overdue']);

function obligations({ obligations: duties, side, partner }: CaseView, now: number): readonly Block[] {
  if (duties.length === 0) return [];
  return [
    gap,
    heading('Duties'),
    {
      is: 'table',
      head: ['who', 'what', { whole: 'paragraph' }, 'due', 'bound', 'state'],
      rows: duties.map((duty) => [
        duty.debtor === side ? 'us' : partner,
        dutyTitle(duty.timer),
        duty.paragraph,
        dueOf(duty, now),
        duty.bound.replaceAll('_', ' '),
        duty.state,
      ]),
      empty: 'None.',
    },
  ];
}

const SETTLED = new Set(['discharged', 'waived', 'superseded']);

function dueOf({ dueAt, state }: CaseView['obligations'][number], now: number): Line {
  if (dueAt === undefined) return toned('dim', 'no date');
  if (SETTLED.has(state)) return toned('dim', absolute(Date.parse(dueAt)));
  return toned(Date.parse(dueAt) < now ? 'bad' : 'plain', when(dueAt, now));
}

function section(title: string, items: readonly Line[]): readonly Block[] {
  return items.length === 0 ? [] : [gap, heading(title), { is: 'list', items }];
}

function flags(view: CaseView): readonly Block[] {
  const raised = view.flags.map(({ itemId, paragraph }): Line =>
    toned('warn', `item ${itemId.slice(0, 12)} does not conform to ${paragraph}`),
  );
  const overtaken = view.overtaken.map(
    (itemId): Line => `item ${itemId.slice(0, 12)} was overtaken by another`,
  );
  const items = [...raised, ...overtaken];
  const waiting = view.waiting.length;
  return [
    ...(items.length === 0 ? [] : [gap, heading('To be known'), { is: 'list', items } as const]),
    ...(waiting === 0
      ? []
      : [line(toned('warn', `${counted(waiting, 'item')} came early and wait for one before them.`))]),
  ];
}

function nextSteps({ reference, kind, partner, rejection, waitingOn, side }: CaseView): readonly Block[] {
  const reply = `comity reply ${reference} lists what may be said now`;
  const anew = `comity request ${kind} --to ${partner} asks anew: nothing more can be said in this case`;
  return [
    gap,
    next(
      rejection !== undefined ? anew : waitingOn === side ? `it is our turn: ${reply}` : reply,
      `comity case timeline ${reference} shows its items with evidence`,
    ),
  ];
}
