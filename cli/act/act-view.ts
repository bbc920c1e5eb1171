import type { Delivery, Draft, Prepared, Submitted } from '../../protocol/control/types.ts';
import type { Parts } from '../../protocol/item/parts.ts';
import type { Outcome } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { type Block, gap, heading, line, next, pairs, toned } from '../view/block.ts';
import { problemView } from '../view/problems.ts';
import { stateName } from '../view/state-name.ts';
import { deliveryWord } from '../view/words.ts';
import { verbWord } from '../../protocol/convention/verb-word.ts';
import { placeProblems } from './place-problems.ts';
import type { WrittenForm } from './read-form.ts';

/** What the daemon says and was decoded here: the officer goes by what was decoded. */
const DECODED = new Set([
  'case',
  'kind',
  'says',
  'from',
  'to',
  'under',
  'governed by',
  'urgency',
  'language',
  'exercise',
]);

/** What the officer is about to sign, as it was decoded here; and the daemon's remarks on it. */
export function draftBlocks(prepared: Prepared, draft: Draft, { act, body }: Parts): readonly Block[] {
  return [
    heading(`To be signed: ${verbWord(act.verb)} in ${draft.reference}`),
    pairs([
      ['to', toned('strong', `${stateName(draft.recipient.party)}, ${draft.recipient.authority}`)],
      ['from', draft.desk],
      ['kind', act.kind],
      ['under', act.paragraphs.join(', ') || undefined],
      ['urgency', draft.urgency],
      ['governed by', act.regime?.procedure],
      ['language', body.language],
      ['exercise', act.exercise ? toned('warn', 'yes: nothing in it is real') : undefined],
      ...prepared.summary
        .filter(({ label }) => !DECODED.has(label))
        .map(({ label, text }) => [label, text] as const),
    ]),
    ...prepared.warnings.flatMap(problemView),
    gap,
  ];
}

/** What `--check` answers when nothing keeps the act back. */
export function checkOutcome(prepared: Prepared, positions: WrittenForm['positions']): Outcome {
  const warnings = placeProblems(prepared.warnings, positions);
  const { summary, problems } = prepared;
  return {
    document: { problems, warnings, summary },
    view: [
      line(toned('good', 'Nothing keeps this back. Nothing was sent.')),
      pairs(summary.map(({ label, text }) => [label, text] as const)),
      ...warnings.flatMap(problemView),
    ],
  };
}

/** What became of an act. */
export function sentOutcome(sent: Submitted, partner: string, delivery?: Delivery): Outcome {
  if (sent.delivery === 'held') {
    return { document: sent, view: [line('Signed. ', deliveryWord('held')), next('comity drafts lists it')] };
  }
  const state = delivery?.delivery ?? sent.delivery;
  const { receipt, rejection } = delivery ?? {};
  const what = ` ${verbWord(sent.verb)} to ${stateName(partner)}: `;
  return {
    document: { ...sent, delivery: state, ...(receipt && { receipt }), ...(rejection && { rejection }) },
    exitCode: delivery === undefined ? EXIT.done : EXITS[state],
    view: [
      line(toned('strong', sent.reference), what, deliveryWord(state)),
      ...remarks(delivery),
      next(`comity case timeline ${sent.reference} shows its evidence`),
    ],
  };
}

const EXITS = { queued: EXIT.notDelivered, relayed: EXIT.done, rejected: EXIT.failed } as const;

function remarks(delivery: Delivery | undefined): readonly Block[] {
  if (delivery?.rejection !== undefined) {
    const { sentence, code } = delivery.rejection;
    return [line(toned('bad', `${sentence} (${code})`))];
  }
  if (delivery?.delivery !== 'queued') return [];
  return [
    line(toned('warn', 'Not there yet. It is kept, and delivered as soon as the partner can be reached.')),
  ];
}
