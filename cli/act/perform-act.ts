import { fieldsOf } from '../../protocol/convention/verb-in.ts';
import { CARICOM } from '../../protocol/convention/instruments.ts';
import type { Draft, Prepared, Submitted } from '../../protocol/control/types.ts';
import { ComityError } from '../../protocol/errors.ts';
import { officerMessage } from '../../protocol/item/officer-signature.ts';
import type { Parts } from '../../protocol/item/parts.ts';
import { TAGS } from '../../protocol/ids.ts';
import { connect } from '../client/connect.ts';
import type { ControlClient } from '../client/control-client.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { openOfficerKey } from '../folder/officer-key.ts';
import { assertAsAsked } from './assert-as-asked.ts';
import type { AskedAct } from './asked-act.ts';
import { draftBlocks, checkOutcome, sentOutcome } from './act-view.ts';
import { placeProblems } from './place-problems.ts';
import type { WrittenForm } from './read-form.ts';
import { waitForDelivery } from './wait-for-delivery.ts';

/** What the officer has written and wants done with it. */
export interface Performance {
  readonly asked: AskedAct;
  readonly positions: WrittenForm['positions'];
  readonly input: Input;
}

/**
 * Says something in a case, in the officer's name.
 *
 * 1. The daemon checks everything at once, and prepares the bytes.
 * 2. What is wrong is told, all of it; with `--check` that is the end.
 * 3. The bytes are decoded here and compared with what was asked.
 * 4. The officer sees what is to be signed, and signs it with a key that the daemon never has.
 * 5. The daemon gives it its place and queues it.
 * 6. With `--wait`: until the partner's node has it, or has rejected it.
 *
 * @throws ComityError `refused` with all problems, `case-changed`, `not-as-asked`, and what the daemon answers.
 */
export async function performAct(context: Context, performance: Performance): Promise<Outcome> {
  const { asked, input, positions } = performance;
  const waitS = input.integer('wait');
  const { client, session } = connect(context);
  const prepared = await client.call('acts.prepare', { body: asked.prepare }, { signal: context.signal });
  assertNoProblems(prepared, positions);
  if (input.given('check')) return checkOutcome(prepared, positions);

  const draft = draftOf(prepared);
  const fields = fieldsOf(CARICOM, asked.kind, asked.verb) ?? [];
  const parts = assertAsAsked(draft, asked, { network: session.network, fields });
  await context.say(...draftBlocks(prepared, draft, parts));
  const sent = await signAndSubmit(context, client, { draft, parts, anyway: asked.prepare.anyway === true });
  if (waitS === undefined || sent.delivery === 'held') return sentOutcome(sent, asked.partner);
  const delivery = await waitForDelivery(context, client, { itemId: sent.itemId, waitS });
  return sentOutcome(sent, asked.partner, delivery);
}

function assertNoProblems({ problems, warnings }: Prepared, positions: WrittenForm['positions']): void {
  if (problems.length === 0) return;
  const placed = placeProblems(problems, positions);
  const paragraph = problems.find((problem) => problem.paragraph !== undefined)?.paragraph;
  const acknowledged = problems.every((problem) => problem.level === 'ACK');
  const codes = [...new Set(problems.map((problem) => `--acknowledge ${problem.code}`))].join(' ');
  const message = acknowledged
    ? `nothing was sent: this must be read first — to go on in spite of it, add ${codes}`
    : `nothing was sent: the rules hold it back — mend what is listed`;
  throw new ComityError('refused', message, {
    ...(paragraph !== undefined && { paragraph }),
    details: { problems: placed, warnings: placeProblems(warnings, positions) },
  });
}

function draftOf({ draft }: Prepared): Draft {
  if (draft !== undefined) return draft;
  throw new ComityError('failed', 'the daemon prepared nothing and did not say why — look at its log');
}

interface Signing {
  readonly draft: Draft;
  readonly parts: Parts;
  readonly anyway: boolean;
}

async function signAndSubmit(
  context: Context,
  client: ControlClient,
  { draft, parts, anyway }: Signing,
): Promise<Submitted> {
  const signer = await openOfficerKey(
    context,
    'Passphrase of your key, to sign this (Ctrl-C to send nothing)',
  );
  const { network, caseId, recipient, attachments, draftId, certificateId } = draft;
  const subject = {
    network,
    caseId,
    recipient,
    attachments,
    act: parts.actCommitment,
    body: parts.bodyCommitment,
  };
  const { keyId, value } = signer.sign(TAGS.signAct, ...officerMessage(subject));
  if (context.signal.aborted) throw new ComityError('interrupted', 'interrupted');
  // From here on it is done as a whole: Ctrl-C no longer takes it back, so it does not pretend to.
  return client.call('acts.submit', {
    body: {
      draftId,
      certificateId,
      signature: { keyId, value: Buffer.from(value).toString('base64url') },
      ...(anyway && { anyway }),
    },
  });
}
