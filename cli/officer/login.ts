import { actsInCases } from '../../protocol/control/roles.ts';
import { TAGS } from '../../protocol/ids.ts';
import type { Outcome } from '../command.ts';
import { socketToLogInAt } from '../client/connect.ts';
import { createControlClient } from '../client/control-client.ts';
import type { Context } from '../context.ts';
import { openOfficerKey } from '../folder/officer-key.ts';
import { writeSession } from '../folder/session.ts';
import { line, next, toned } from '../view/block.ts';
import { sessionBlocks } from './session-view.ts';

/**
 * Proves possession of the officer's key to one node, whose PeerId is part of what is signed: a challenge
 * that another node has passed on is worth nothing to it.
 */
export async function login(context: Context): Promise<Outcome> {
  const socketPath = socketToLogInAt(context.places);
  const client = createControlClient({ socketPath });
  // The passphrase may take longer to type than a challenge lasts.
  const signer = await openOfficerKey(context, 'Passphrase of your key');
  const publicKey = encoded(signer.publicKey);
  const { challenge, peerId } = await client.call('login.challenge', { body: { publicKey } });
  const { value } = signer.sign(TAGS.signLogin, peerId, Buffer.from(challenge, 'base64url'));
  const body = { publicKey, challenge, signature: encoded(value) };
  const { token, session } = await client.call('login.open', { body });
  writeSession(context.places.officer, { socketPath, token, session });
  return {
    document: session,
    view: [
      line(toned('good', 'Logged in.')),
      ...sessionBlocks(session, context.now()),
      actsInCases(session.roles)
        ? next('comity inbox shows what has come in', 'comity kinds shows what can be asked for')
        : next('comity status shows the node at a glance'),
    ],
  };
}

function encoded(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
