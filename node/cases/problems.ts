import type { Case } from '../../protocol/case/case.ts';
import { type Finding, judge, judgeOpening } from '../../protocol/case/judge.ts';
import { openingSide } from '../../protocol/convention/opening-side.ts';
import { permitted } from '../../protocol/case/permitted.ts';
import type { Prepared } from '../../protocol/control/types.ts';
import type { Language } from '../../protocol/convention/field-spec.ts';
import { insteadText } from '../../protocol/convention/check-text.ts';
import { checkContent } from '../../protocol/convention/form.ts';
import type { Instrument } from '../../protocol/convention/instrument.ts';
import { catalogueByDigest } from '../../protocol/convention/instruments.ts';
import { checkBeforeSending } from '../../protocol/convention/presend.ts';
import { dayOf } from '../../protocol/convention/partner/party-profile.ts';
import type { Problem as FormProblem } from '../../protocol/convention/problem.ts';
import { resolveRegime, type ResolvedRegime } from '../../protocol/convention/regime.ts';
import { checkRoute } from '../../protocol/convention/route.ts';
import { languageOf, say } from '../../protocol/convention/say.ts';
import { fieldsOf, kindOf } from '../../protocol/convention/verb-in.ts';
import { ComityError } from '../../protocol/errors.ts';
import type { Fields, Hex, Time } from '../../protocol/value.ts';
import type { Urgency } from '../../protocol/convention/instrument.ts';
import type { Profile } from '../../protocol/identity/profile.ts';
import type { Act } from '../../protocol/item/act.ts';
import type { Address } from '../../protocol/item/address.ts';
import type { Header } from '../../protocol/item/header.ts';
import { sideOf } from './open-case.ts';
import { pinsFrom } from './pins.ts';
import { verbWord } from '../../protocol/convention/verb-word.ts';

/** One thing that stands against a message, or is worth knowing before it goes. */
export type Problem = Prepared['problems'][number];

/** A message that an officer means to send, with all that its checks ask for. */
export interface Message {
  readonly instrument: Instrument;
  readonly catalogue: Hex;
  readonly kind: string;
  readonly verb: string;
  /** Content of act and body together, completed. */
  readonly content: Fields;
  /** The part of it that the rules read. */
  readonly act: Fields;
  readonly quotes: Act['quotes'];
  readonly bodyLanguage: string;
  readonly urgency: Urgency;
  readonly own: Profile;
  readonly partner: Profile;
  /** Digests of these two, as the header will name them. */
  readonly pinned: Pick<Header, 'senderProfile' | 'recipientProfile'>;
  readonly desk: string;
  readonly recipient: Address;
  /** The case as it stands; absent for an opening. */
  readonly folded: Case | undefined;
  readonly itemBytes: number;
  readonly at: Time;
}

/**
 * Everything that stands against a message, at once: rules of the case, content, route, the partner's
 * profile.
 */
export function problemsOf(message: Message): Problem[] {
  const language = languageOf(message.bodyLanguage);
  const told = [
    ...contentProblems(message, language),
    ...routeProblems(message, language),
    ...regimeOf(message).problems,
    ...partnerProblems(message, language),
  ];
  return [...caseProblems(message, language), ...told.map(fromConvention)];
}

/** Which rule-book governs: resolved for an opening, nothing to resolve in a case that has its own. */
export function regimeOf(message: Message): ResolvedRegime {
  const { instrument, catalogue, kind, own, partner, at, folded, bodyLanguage } = message;
  if (folded !== undefined) return { problems: [] };
  const known = catalogueByDigest(catalogue);
  return resolveRegime({
    ...{ instrument, kind, own, partner, at, language: languageOf(bodyLanguage) },
    ...(known !== undefined && { catalogue: known }),
  });
}

/** What the rules say of an act in the case as it stands, or of one that is to open a case. */
export function caseProblems(message: Message, language: Language): Problem[] {
  const { instrument, folded, own, act: content, quotes, verb, at, urgency } = message;
  const pinned = { ...message.pinned, recipient: message.recipient, urgency };
  if (folded === undefined) return openingProblems(message, language);
  const findings = judge(instrument, folded, sideOf(folded, own.party), {
    ...{ act: { verb, content, quotes }, at, pinned },
  });
  return findings.map((finding) => fromRules(finding, language));
}

/** Both profiles are at hand: no case is needed to find what the header will pin. */
function openingProblems(message: Message, language: Language): Problem[] {
  const { instrument, own, partner, kind, verb, act: content, at, urgency, recipient } = message;
  const { senderProfile, recipientProfile } = message.pinned;
  const pins = pinsFrom((digest) => (digest === senderProfile ? own : partner));
  const { regime } = regimeOf(message);
  const act = { kind, verb, content, quotes: message.quotes, ...(regime !== undefined && { regime }) };
  const pinned = { senderProfile, recipientProfile, recipient, urgency };
  return judgeOpening({ instrument, pins }, { act, at, pinned }).map((finding) =>
    fromRules(finding, language),
  );
}

/** A verb that may be said now, as a person writes it. */
type AllowedVerb = NonNullable<Prepared['verbs']>[number];

/** The verbs that this side may say in a case now, each with its paragraph. */
export function verbsAllowed(folded: Case, party: string, at: Time): AllowedVerb[] {
  const { instrument } = folded.history.rules;
  const allowed = permitted(instrument, folded, sideOf(folded, party), { at });
  return allowed.map(({ verb, paragraph }) => ({ verb: verbWord(verb), paragraph }));
}

function contentProblems(message: Message, language: Language): readonly FormProblem[] {
  const { instrument, catalogue, kind, verb, content, own } = message;
  const known = catalogueByDigest(catalogue);
  const specs = fieldsOf(instrument, kind, verb) ?? [];
  const context = { language, authorities: own.desks, ...(known !== undefined && { catalogue: known }) };
  return checkContent(specs, content, context);
}

function routeProblems(message: Message, language: Language): readonly FormProblem[] {
  const { instrument, kind, verb, act, own, partner, desk, recipient, folded, content, urgency, at } =
    message;
  const { regime } = regimeOf(message);
  const side =
    folded === undefined ? openingSide(instrument, { kind, verb, content: act }) : sideOf(folded, own.party);
  const back = (side === 'requested') !== (kindOf(instrument, kind)?.unsolicited === true);
  return checkRoute({
    instrument,
    kind,
    direction: back ? 'back' : 'forth',
    from: { profile: own, desk },
    to: { profile: partner, desk: recipient.authority },
    ...(recipient.scope !== undefined && { scope: recipient.scope }),
    draft: { content, urgency, day: dayOf(at), ...(regime !== undefined && { regime }) },
    language,
  });
}

function partnerProblems(message: Message, language: Language): readonly FormProblem[] {
  const medium = message.content['medium'];
  const channel = medium === 'diplomatic' || medium === 'interpol' ? medium : 'node';
  const notesOpening = message.folded === undefined;
  const { regime } = regimeOf(message);
  const role = message.partner.desks.find(({ id }) => id === message.recipient.authority)?.role;
  return checkBeforeSending({
    ...message,
    ...{ channel, notesOpening, attachmentBytes: [], fulfilled: [], language },
    ...(regime !== undefined && { regime }),
    ...(role !== undefined && { recipientRole: role }),
  });
}

function fromConvention({ path, paragraph, level, code, message, wayOut }: FormProblem): Problem {
  return {
    ...(path !== '' && { path }),
    ...(paragraph !== '' && { paragraph }),
    level,
    code,
    message,
    ...(wayOut !== undefined && { wayOut }),
  };
}

function fromRules({ level, paragraph, code, message, wayOut }: Finding, language: Language): Problem {
  const instead = insteadText(wayOut, language);
  return {
    ...(paragraph !== '' && { paragraph }),
    level,
    code,
    message: say(message, language),
    ...(instead !== undefined && { wayOut: instead }),
  };
}

/** Holds a message back: by a rule, or by one that the officer has not acknowledged. */
export function holdsBack(acknowledged: readonly string[]): (problem: Problem) => boolean {
  return ({ level, code, paragraph }) => {
    if (level === 'BLOCK' || level === 'GATE') return true;
    if (level !== 'ACK') return false;
    return !acknowledged.includes(code) && !(paragraph !== undefined && acknowledged.includes(paragraph));
  };
}

/** The error that stands for them: the first one speaks, all of them are in its details. */
export function refusedByRules(problems: readonly Problem[], verbs?: readonly AllowedVerb[]): ComityError {
  const first = problems[0];
  const paragraph = problems.find((problem) => problem.paragraph !== undefined)?.paragraph;
  const sentence = [first?.message, first?.wayOut].filter((part) => part !== undefined).join(' — ');
  return new ComityError('refused-by-rules', sentence, {
    ...(paragraph !== undefined && { paragraph }),
    details: { problems, ...(verbs !== undefined && { verbs }) },
  });
}
