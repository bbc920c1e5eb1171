import type { CaseView, ReplyOptions } from '../../protocol/control/types.ts';
import { ComityError } from '../../protocol/errors.ts';
import { type AskedAct, commonOptions } from '../act/asked-act.ts';
import { quotedItems } from '../act/quoted-items.ts';
import { assertUnchanged } from '../act/assert-unchanged.ts';
import { performAct } from '../act/perform-act.ts';
import { isNobodyToAsk, printTemplate } from '../act/print-template.ts';
import { readForm } from '../act/read-form.ts';
import { connect } from '../client/connect.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { noteLooks } from '../folder/looks.ts';
import { nearest } from '../../protocol/convention/content/nearest.ts';
import { CARICOM } from '../../protocol/convention/instruments.ts';
import { fieldsOf, kindOf } from '../../protocol/convention/verb-in.ts';
import { verbOfWord, verbWord } from '../../protocol/convention/verb-word.ts';
import { replyOptionsOutcome } from './reply-options.ts';

/** What may be said in a case now; with a verb, says it. */
export async function reply(context: Context, input: Input): Promise<Outcome> {
  const reference = input.argument('REF');
  const verb = input.optionalArgument('VERB');
  if (verb !== undefined && input.given('template')) return template(context, { reference, verb, input });
  const { client } = connect(context);
  if (verb === undefined) {
    assertNothingToSay(input);
    const at = context.now();
    const options: ReplyOptions = await client.call('cases.replies', { params: { reference }, query: {} });
    noteLooks(context.places.officer, [options.reference], { at });
    return replyOptionsOutcome(options, at);
  }
  const view = await client.call('cases.show', { params: { reference } });
  assertSaidIn(view.kind, verb);
  if (!input.given('anyway') && !input.given('check')) await assertUnchanged(context, client, view);
  const form = await readForm(context, input);
  const quotes = await quotedItems(client, input);
  const asked = askedAct(view, verb, { input, content: form.content, quotes });
  return performAct(context, { asked, positions: form.positions, input });
}

interface TemplateWanted {
  readonly reference: string;
  readonly verb: string;
  readonly input: Input;
}

/**
 * The form of a verb in the kind of the case. With nobody to ask, the kind is not known: there is a form all
 * the same where it is one and the same in every kind that has the verb.
 */
async function template(context: Context, { reference, verb, input }: TemplateWanted): Promise<Outcome> {
  const kind = await kindOfCase(context, reference).catch((error: unknown) => {
    const only = isNobodyToAsk(error) ? kindForForm(verb) : undefined;
    if (only === undefined) throw error;
    return only;
  });
  assertSaidIn(kind, verb);
  return printTemplate(context, { name: verb, kind, language: input.option('language') });
}

async function kindOfCase(context: Context, reference: string): Promise<string> {
  const { client } = connect(context);
  return (await client.call('cases.show', { params: { reference } })).kind;
}

function kindForForm(verb: string): string | undefined {
  const name = verbOfWord(verb);
  const kinds = Object.keys(CARICOM.kinds).filter((kind) => fieldsOf(CARICOM, kind, name) !== undefined);
  const forms = new Set(kinds.map((kind) => JSON.stringify(fieldsOf(CARICOM, kind, name))));
  return forms.size === 1 ? kinds[0] : undefined;
}

/** Before the daemon is asked: it knows what its own instruments have, and no nearer word. */
function assertSaidIn(kind: string, verb: string): void {
  const verbs = (kindOf(CARICOM, kind)?.verbs ?? []).map(verbWord);
  if (verbs.length === 0 || verbs.includes(verbWord(verb))) return;
  const meant = nearest(verb, verbs);
  const hint = meant === undefined ? '' : `the nearest is ${meant}; `;
  const wayOut = `${hint}comity reply REF lists what may be said now`;
  throw new ComityError('unknown-verb', `nobody says ${verb} in ${kind} — ${wayOut}`);
}

function assertNothingToSay(input: Input): void {
  for (const option of ['file', 'field', 'wait', 'template', 'check']) {
    if (!input.given(option)) continue;
    throw new ComityError('usage', `--${option} goes with a verb — comity reply REF lists what may be said`);
  }
}

interface Written {
  readonly input: Input;
  readonly content: AskedAct['content'];
  readonly quotes: string[];
}

function askedAct(view: CaseView, verb: string, { input, content, quotes }: Written): AskedAct {
  return {
    kind: view.kind,
    verb: verbOfWord(verb),
    partner: view.partner,
    caseId: view.caseId,
    content,
    language: input.option('language') ?? 'en',
    // An exercise is one from its opening on.
    exercise: view.exercise,
    prepare: {
      reference: view.reference,
      verb,
      content,
      ...(quotes.length > 0 && { quotes }),
      ...(input.given('anyway') && { anyway: true }),
      ...commonOptions(input),
    },
  };
}
