import { joinContent } from '../../protocol/convention/form.ts';
import { currentPins, instrumentByDigest } from '../../protocol/convention/instruments.ts';
import { languageOf } from '../../protocol/convention/say.ts';
import { fieldsOf, kindOf, opensCase } from '../../protocol/convention/verb-in.ts';
import { ComityError } from '../../protocol/errors.ts';
import type { Regime } from '../../protocol/item/act.ts';
import type { CaseContext } from './case-context.ts';
import type { OpenCase } from './open-case.ts';
import {
  caseProblems,
  holdsBack,
  type Message,
  type Problem,
  problemsOf,
  refusedByRules,
  regimeOf,
  verbsAllowed,
} from './problems.ts';
import type { Proposal } from './proposal.ts';

/** Codes and salts beside act and body: certificates, signatures, header. */
export const ENVELOPE_BYTES = 4096;

/**
 * What is about to be signed by the authority is judged once more. A draft was checked when it was made, so
 * only the case can have changed; an act that a client made itself is checked in full.
 *
 * @throws ComityError `refused-by-rules`, `unknown-kind` or `usage`.
 */
export function assertAllowed(context: CaseContext, open: OpenCase, proposal: Proposal): void {
  const message = messageFrom(context, open, proposal);
  const { bodyLanguage, folded, own, at } = message;
  const drafted = proposal.draftId !== undefined;
  const problems = drafted
    ? caseProblems(message, languageOf(bodyLanguage))
    : madeByClient(message, proposal);
  const acknowledged = drafted ? proposal.acknowledged : acknowledgedBy(proposal, problems);
  const holding = problems.filter(holdsBack(acknowledged));
  if (holding.length > 0) throw refusedByRules(holding, folded && verbsAllowed(folded, own.party, at));
}

function messageFrom(context: CaseContext, { folded, partner }: OpenCase, proposal: Proposal): Message {
  const { act, body, actBytes, bodyBytes } = proposal.parts;
  const { instrument: pinned, catalogue } = folded ?? currentPins();
  const instrument = instrumentByDigest(pinned);
  if (instrument === undefined || kindOf(instrument, act.kind) === undefined) {
    throw new ComityError('unknown-kind', `There is no kind ${act.kind} — see: comity kinds.`);
  }
  if (folded !== undefined && folded.kind !== act.kind) {
    throw new ComityError('usage', `This is a case of ${folded.kind}, and the act speaks of ${act.kind}.`);
  }
  const specs = fieldsOf(instrument, act.kind, act.verb) ?? [];
  const own = context.directory.own();
  const theirs = context.directory.partner(partner);
  return {
    ...{ instrument, catalogue, kind: act.kind, verb: act.verb, folded },
    content: joinContent(specs, act.content, body.content),
    ...{ act: act.content, quotes: act.quotes },
    bodyLanguage: body.language,
    urgency: proposal.urgency,
    ...{ own: own.profile, partner: theirs.profile },
    pinned: { senderProfile: own.digest, recipientProfile: theirs.digest },
    desk: proposal.desk,
    recipient: proposal.recipient,
    itemBytes: actBytes.length + bodyBytes.length + ENVELOPE_BYTES,
    at: context.clock.now(),
  };
}

function madeByClient(message: Message, { parts }: Proposal): Problem[] {
  const { act } = parts;
  const opens = opensCase(message.instrument, act.kind, act.verb);
  if (message.folded === undefined && !opens) {
    throw new ComityError('usage', `${act.verb} does not open a case — see: comity kinds show ${act.kind}.`);
  }
  const regime = regimeOf(message).regime;
  const fits = message.folded !== undefined || regime === undefined || isSameRegime(act.regime, regime);
  return fits ? problemsOf(message) : [...problemsOf(message), OTHER_REGIME];
}

const OTHER_REGIME: Problem = {
  level: 'BLOCK',
  code: 'other-regime',
  paragraph: 'MLA-7',
  message: 'The act names another rule-book than the one that both profiles give: let the node prepare it.',
};

/** An act that a client made itself has no list of what was acknowledged: `anyway` says it of all. */
function acknowledgedBy({ anyway }: Proposal, problems: readonly Problem[]): string[] {
  return anyway ? problems.map(({ code }) => code) : [];
}

function isSameRegime(given: Regime | undefined, resolved: Regime): boolean {
  if (given?.procedure !== resolved.procedure || given.rulePack !== resolved.rulePack) return false;
  const basesOf = ({ legalBasis }: Regime): string =>
    legalBasis.map(({ basis, reference = '' }) => `${basis} ${reference}`).join();
  return basesOf(given) === basesOf(resolved);
}
