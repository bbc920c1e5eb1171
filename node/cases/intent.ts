import type { Case } from '../../protocol/case/case.ts';
import { completeContent, type FormContent, idsTaken, splitContent } from '../../protocol/convention/form.ts';
import type { FieldSpec } from '../../protocol/convention/field-spec.ts';
import type { Instrument, KindSpec, Urgency } from '../../protocol/convention/instrument.ts';
import { OWN_REFERENCE } from '../../protocol/convention/own-reference.ts';
import { fieldsOf, verbIn } from '../../protocol/convention/verb-in.ts';
import type { Profile } from '../../protocol/identity/profile.ts';
import type { Fields } from '../../protocol/value.ts';
import type { CaseContext } from './case-context.ts';
import type { Officer } from './dependencies.ts';
import { ENVELOPE_BYTES } from './examine.ts';
import { findCase } from './find-case.ts';
import { openingPlace, type Place, type PrepareRequest, replyPlace } from './place-of.ts';
import { otherSideOf, sideOf } from './open-case.ts';
import type { Message } from './problems.ts';
import { quotesOf } from './quotes.ts';
import { assertNotRejected } from './rejected-opening.ts';

/** What an officer means to say, completed from the case and from both profiles. */
export interface Intent {
  readonly message: Message;
  readonly kindSpec: KindSpec;
  readonly paragraphs: readonly string[];
  readonly exercise: boolean;
  readonly body: Fields;
  /** Of the case that is there; empty for an opening. */
  readonly reference: string;
  readonly ownReference?: string;
}

/**
 * @throws ComityError `usage`, `unknown-kind`, `unknown-verb`, `unknown-state`, `unknown-case`, `wrong-desk`,
 *   `recovering`, `opening-rejected`.
 */
export async function intentOf(
  context: CaseContext,
  officer: Officer,
  request: PrepareRequest,
): Promise<Intent> {
  if (request.reference === undefined) {
    return complete(context, { officer, request }, openingPlace(context, officer, request));
  }
  const seen = await findCase(context, officer, request.reference);
  await assertNotRejected(context, seen.open);
  return complete(context, { officer, request }, replyPlace(context, officer, { seen, request }));
}

interface Asking {
  readonly officer: Officer;
  readonly request: PrepareRequest;
}

async function complete(context: CaseContext, { officer, request }: Asking, place: Place): Promise<Intent> {
  const { directory, clock } = context;
  const { instrument, kindSpec, verb, folded, reference, said, ...addressed } = place;
  const { kind } = kindSpec;
  const { profile: own, digest: senderProfile } = directory.own();
  const recipientProfile = directory.partner(addressed.recipient.party).digest;
  const specs = fieldsOf(instrument, kind, verb) ?? [];
  const form = fromRequest(request, specs);
  const given = { ...form, ...(folded && fromCase(folded, specs, { form, party: own.party })) };
  const content = completeContent(specs, given, idsTaken(said));
  const { act, body } = splitContent(specs, content);
  const partner = addressed.recipient.party;
  const quotes = await quotesOf(context, officer, { itemIds: request.quotes ?? [], partner });
  const ownReference = request.ownReference ?? content[OWN_REFERENCE];
  return {
    message: {
      ...{ instrument, kind, verb, content, act, quotes, folded, own, ...addressed },
      pinned: { senderProfile, recipientProfile },
      bodyLanguage: request.language ?? languageOfDesk(own, addressed.desk),
      urgency: urgencyOf(request, folded),
      itemBytes: Buffer.byteLength(JSON.stringify(content)) + ENVELOPE_BYTES,
      at: clock.now(),
    },
    ...{ kindSpec, body, reference },
    paragraphs: folded === undefined ? reliedOn(kindSpec, content) : [paragraphOf(instrument, kind, verb)],
    exercise: folded === undefined ? request.exercise === true : folded.exercise,
    ...(typeof ownReference === 'string' && { ownReference }),
  };
}

/** The form with the office's own file number in it, if that was given beside the form and there is a field for it. */
function fromRequest({ content, ownReference }: PrepareRequest, specs: readonly FieldSpec[]): FormContent {
  const form = content as FormContent;
  if (ownReference === undefined || !specs.some(({ name }) => name === OWN_REFERENCE)) return form;
  return { ...form, [OWN_REFERENCE]: ownReference };
}

interface FillingIn {
  readonly form: FormContent;
  readonly party: string;
}

/**
 * What an officer can't edit: the duties and restrictions that live on when a case is closed, and the
 * proposal that is answered.
 */
function fromCase(folded: Case, specs: readonly FieldSpec[], { form, party }: FillingIn): FormContent {
  const { obligations, caveats, dialogs } = folded;
  const theirs = otherSideOf(sideOf(folded, party));
  const subject = form['subject'];
  const values: Readonly<Record<string, string | readonly string[] | undefined>> = {
    surviving_duties: [...new Set(obligations.map(({ timer }) => timer))].sort(),
    surviving_caveats: [...new Set(caveats.map(({ caveat }) => caveat))].sort(),
    answers_item: dialogs.findLast(({ opener, purpose }) => opener === theirs && purpose === subject)
      ?.openedBy,
  };
  const filled = specs.filter(
    ({ name, filledByNode }) => filledByNode === true && values[name] !== undefined,
  );
  return Object.fromEntries(filled.map(({ name }) => [name, values[name] ?? []]));
}

/** Paragraphs that an opening relies on: those that the officer chose, where the form leaves a choice. */
function reliedOn({ articles }: KindSpec, content: Fields): readonly string[] {
  const chosen = content['relies_on'];
  const texts = Array.isArray(chosen) ? chosen.filter((entry) => typeof entry === 'string') : [];
  return texts.length > 0 ? texts : articles;
}

function urgencyOf({ urgency }: PrepareRequest, folded: Case | undefined): Urgency {
  return urgency ?? folded?.urgency ?? 'routine';
}

function paragraphOf(instrument: Instrument, kind: string, verb: string): string {
  return verbIn(instrument, kind, verb)?.paragraph ?? '';
}

function languageOfDesk({ desks, acceptance }: Profile, desk: string): string {
  return desks.find(({ id }) => id === desk)?.languages[0] ?? acceptance.languages[0] ?? 'en';
}
