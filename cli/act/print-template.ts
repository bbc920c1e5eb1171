import { template } from '../../protocol/convention/form/template.ts';
import { CARICOM } from '../../protocol/convention/instruments.ts';
import { languageOf } from '../../protocol/convention/say.ts';
import { kindOf } from '../../protocol/convention/verb-in.ts';
import { verbOfWord } from '../../protocol/convention/verb-word.ts';
import type { Reply } from '../../protocol/control/types.ts';
import { ComityError } from '../../protocol/errors.ts';
import { connect } from '../client/connect.ts';
import type { Outcome } from '../command.ts';
import type { Context } from '../context.ts';

type Form = Reply<'forms.show'>;

interface Wanted {
  /** A kind, or a verb as a person writes it. */
  readonly name: string;
  readonly kind?: string;
  readonly language?: string | undefined;
}

/**
 * The commented form of a kind, or of a verb in a kind. The daemon's names the officer's desk; who is not
 * logged in, or whose daemon is not running, gets the same form with examples alone.
 */
export async function printTemplate(context: Context, wanted: Wanted): Promise<Outcome> {
  const form = (await formOfDaemon(context, wanted)) ?? formFromHere(wanted);
  return { document: form, view: [{ is: 'verbatim', text: form.yaml }] };
}

const NOBODY_TO_ASK = new Set(['not-logged-in', 'daemon-silent', 'unavailable']);

/** Whether there is no daemon, or no session, to ask for what the software here may know by itself. */
export function isNobodyToAsk(error: unknown): boolean {
  return error instanceof ComityError && NOBODY_TO_ASK.has((error as ComityError).code);
}

async function formOfDaemon(context: Context, { name, kind, language }: Wanted): Promise<Form | undefined> {
  const query = { ...(kind !== undefined && { kind }), ...(language !== undefined && { language }) };
  try {
    const { client } = connect(context);
    return await client.call('forms.show', { params: { name }, query }, { signal: context.signal });
  } catch (error) {
    if (isNobodyToAsk(error)) return undefined;
    throw error;
  }
}

function formFromHere({ name, kind, language }: Wanted): Form {
  const form = kindOf(CARICOM, name) === undefined ? verbOfWord(name) : name;
  const options = kind === undefined ? {} : { kind };
  return { name, yaml: template(CARICOM, form, languageOf(language), options) };
}
