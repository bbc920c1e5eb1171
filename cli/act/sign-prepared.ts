import { CARICOM } from '../../protocol/convention/instruments.ts';
import { fieldsOf } from '../../protocol/convention/verb-in.ts';
import type { Draft, Prepared, Submitted } from '../../protocol/control/types.ts';
import { ComityError } from '../../protocol/errors.ts';
import { TAGS } from '../../protocol/ids.ts';
import { officerMessage } from '../../protocol/item/officer-signature.ts';
import type { ControlClient } from '../client/control-client.ts';
import type { Context } from '../context.ts';
import { openOfficerKey } from '../folder/officer-key.ts';
import { draftBlocks } from './act-view.ts';
import { assertAsAsked } from './assert-as-asked.ts';
import type { AskedAct } from './asked-act.ts';

/** What the daemon has prepared, and what it should have. */
export interface ToSign {
  readonly prepared: Prepared;
  readonly asked: AskedAct;
  readonly network: string;
}

const QUESTION = 'Passphrase of your key, to sign this (Ctrl-C to send nothing)';

/**
 * Compares what was prepared with what was asked, shows it, signs it with the officer's key and submits it.
 * @throws ComityError `not-as-asked`, `interrupted`, what opening the key and what the daemon says.
 */
export async function signPrepared(
  context: Context,
  client: ControlClient,
  { prepared, asked, network }: ToSign,
): Promise<Submitted> {
  const draft = draftOf(prepared);
  const fields = fieldsOf(CARICOM, asked.kind, asked.verb) ?? [];
  const parts = assertAsAsked(draft, asked, { network, fields });
  await context.say(...draftBlocks(prepared, draft, parts));
  const signer = await openOfficerKey(context, QUESTION);
  const { caseId, recipient, attachments, draftId, certificateId } = draft;
  const commitments = { act: parts.actCommitment, body: parts.bodyCommitment };
  const message = officerMessage({ network, caseId, recipient, attachments, ...commitments });
  const { keyId, value } = signer.sign(TAGS.signAct, ...message);
  if (context.signal.aborted) throw new ComityError('interrupted', 'interrupted');
  // From here on it is done as a whole: Ctrl-C no longer takes it back, so it does not pretend to.
  return client.call('acts.submit', {
    body: {
      draftId,
      certificateId,
      signature: { keyId, value: Buffer.from(value).toString('base64url') },
      ...(asked.prepare.anyway === true && { anyway: true }),
    },
  });
}

function draftOf({ draft }: Prepared): Draft {
  if (draft !== undefined) return draft;
  throw new ComityError('failed', 'the daemon prepared nothing and did not say why — look at its log');
}
