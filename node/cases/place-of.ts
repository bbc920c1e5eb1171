import type { Case } from '../../protocol/case/case.ts';
import type { Request } from '../../protocol/control/types.ts';
import type { Instrument, KindSpec } from '../../protocol/convention/instrument.ts';
import { currentPins, instrumentByDigest } from '../../protocol/convention/instruments.ts';
import { recipientDesks, senderDesks } from '../../protocol/convention/route.ts';
import { kindOf, opensCase, verbIn } from '../../protocol/convention/verb-in.ts';
import { ComityError } from '../../protocol/errors.ts';
import type { Profile } from '../../protocol/identity/profile.ts';
import type { Address } from '../../protocol/item/address.ts';
import type { Fields, Hex } from '../../protocol/value.ts';
import type { CaseContext } from './case-context.ts';
import type { Officer } from './dependencies.ts';
import type { SeenCase } from './find-case.ts';
import { otherSideOf, sideOf } from './open-case.ts';
import { verbOfWord, verbWord } from '../../protocol/convention/verb-word.ts';
import { assertChainWhole } from './whole-chain.ts';

export type PrepareRequest = Request<'acts.prepare'>['body'];

/** Where a message goes, before its content is looked at. */
export interface Place {
  readonly instrument: Instrument;
  readonly catalogue: Hex;
  readonly kindSpec: KindSpec;
  readonly verb: string;
  readonly partner: Profile;
  readonly desk: string;
  readonly recipient: Address;
  readonly folded: Case | undefined;
  readonly reference: string;
  /** Contents of the acts of the case, whose ids stay theirs. */
  readonly said: readonly Fields[];
}

/** The verb by which an opening that was spoken is noted. */
const ORAL = 'OFFCHANNEL_NOTE';

/** An opening: a kind that a desk of the officer's may send, to the desk of the partner that takes it. */
export function openingPlace(context: CaseContext, officer: Officer, request: PrepareRequest): Place {
  const { kind, to, scope, toDesk } = request;
  if (kind === undefined || to === undefined) {
    throw new ComityError(
      'usage',
      'Give the kind and the State that it goes to, or the reference of a case.',
    );
  }
  const { instrument: pinned, catalogue } = currentPins();
  const instrument = known(instrumentByDigest(pinned));
  const kindSpec = kindOf(instrument, kind) ?? unknownKind(kind);
  const partner = context.directory.partner(to).profile;
  const verb = openingVerb(request, kindSpec);
  const authority = toDesk ?? recipientDesks(instrument, kind, partner, scope)[0]?.id ?? '';
  if (!opensCase(instrument, kind, verb)) throw notFirst(kind, verb);
  return {
    ...{ instrument, catalogue, kindSpec, verb, partner, folded: undefined, reference: '', said: [] },
    desk: openingDesk(context, officer, { instrument, kind, wanted: request.desk }),
    recipient: { party: to, authority, ...(scope !== undefined && { scope }) },
  };
}

function openingVerb({ oral, verb }: PrepareRequest, { opensWith }: KindSpec): string {
  if (oral === true) return ORAL;
  return verb === undefined ? opensWith : verbOfWord(verb);
}

interface DeskWanted {
  readonly instrument: Instrument;
  readonly kind: string;
  readonly wanted: string | undefined;
}

/**
 * A desk of the officer's that may send this kind; failing that any, and the route says what is wrong with
 * it.
 */
function openingDesk(
  { directory }: CaseContext,
  officer: Officer,
  { instrument, kind, wanted }: DeskWanted,
): string {
  const may = senderDesks(instrument, kind, directory.own().profile).map(({ id }) => id);
  return deskAmong(officer, wanted, [
    ...may.filter((desk) => officer.desks.includes(desk)),
    ...officer.desks,
  ]);
}

interface ReplyWanted {
  readonly seen: SeenCase;
  readonly request: PrepareRequest;
}

/** A reply: from a desk that the case is with to the desk that holds it on the other side. */
export function replyPlace(
  context: CaseContext,
  officer: Officer,
  { seen: { open, folded, opened }, request }: ReplyWanted,
): Place {
  const { party } = context;
  if (request.verb === undefined)
    throw new ComityError('usage', 'Say what to reply — see: comity reply REF.');
  const { instrument } = folded.history.rules;
  const kindSpec = known(kindOf(instrument, folded.kind));
  const verb = verbOfWord(request.verb);
  if (verbIn(instrument, folded.kind, verb) === undefined) throw unknownVerb(folded.kind, verb);
  const side = sideOf(folded, party);
  assertChainWhole(context, open);
  const mine = [folded[side].authority, ...opened.desks].filter((desk) => officer.desks.includes(desk));
  return {
    ...{ instrument, catalogue: folded.catalogue, kindSpec, verb, folded, reference: opened.reference },
    partner: context.directory.partner(open.partner).profile,
    desk: deskAmong(officer, request.desk, mine),
    recipient: folded[otherSideOf(side)],
    said: [...open.items.values()].flatMap(({ entry }) =>
      entry.act === undefined ? [] : [entry.act.content],
    ),
  };
}

function deskAmong({ desks }: Officer, wanted: string | undefined, fitting: readonly string[]): string {
  const desk = wanted ?? fitting[0];
  if (desk !== undefined && desks.includes(desk)) return desk;
  throw new ComityError(
    'wrong-desk',
    `You do not act for the desk ${desk ?? ''} — ask an officer of that desk.`,
  );
}

function known<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('a case goes by an instrument that is not here');
  return found;
}

function unknownKind(kind: string): never {
  throw new ComityError('unknown-kind', `There is no kind ${kind} — see: comity kinds.`);
}

function notFirst(kind: string, verb: string): ComityError {
  return new ComityError(
    'unknown-verb',
    `No case of ${kind} begins with ${verbWord(verb)} — see: comity kinds show ${kind}.`,
  );
}

function unknownVerb(kind: string, verb: string): ComityError {
  return new ComityError(
    'unknown-verb',
    `${verbWord(verb)} cannot be said in ${kind} — see: comity kinds show ${kind}.`,
  );
}
