import { connect } from '../client/connect.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { wholeFingerprint } from '../fingerprint-option.ts';
import { line, next, toned } from '../view/block.ts';
import { stateName } from '../view/state-name.ts';
import { warningBlocks } from '../view/warnings.ts';

/** Pins a candidate's State key: from now on its profiles are believed and its node is let in. */
export async function partnerApprove(context: Context, input: Input): Promise<Outcome> {
  const { client } = connect(context);
  const fingerprint = input.option('fingerprint');
  const reply = await client.call('partners.approve', {
    params: { state: input.argument('STATE') },
    body: fingerprint === undefined ? {} : { fingerprint: wholeFingerprint(fingerprint) },
  });
  return {
    document: reply,
    view: [
      line(toned('good', `${stateName(reply.state)} is a partner now.`)),
      ...warningBlocks(reply.warnings),
      next(`comity partner ping ${reply.state} tells whether its node answers`),
    ],
  };
}

/** Believes another State key of a partner, where the old one was lost. */
export async function partnerRepin(context: Context, input: Input): Promise<Outcome> {
  const { client } = connect(context);
  const reply = await client.call('partners.repin', {
    params: { state: input.argument('STATE') },
    body: { fingerprint: wholeFingerprint(input.required('fingerprint')) },
  });
  return {
    document: reply,
    view: [
      line(toned('good', `${stateName(reply.state)} is known by its new State key now.`)),
      ...warningBlocks(reply.warnings),
    ],
  };
}
