import type { CaseView, ReplyOptions } from '../../protocol/control/types.ts';
import { ComityError } from '../../protocol/errors.ts';
import { type AskedAct, commonOptions } from '../act/asked-act.ts';
import { assertUnchanged } from '../act/assert-unchanged.ts';
import { performAct } from '../act/perform-act.ts';
import { printTemplate } from '../act/print-template.ts';
import { readForm } from '../act/read-form.ts';
import { connect } from '../client/connect.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { noteLooks } from '../folder/looks.ts';
import { nearest } from '../nearest.ts';
import { CARICOM } from '../../protocol/convention/instruments.ts';
import { kindOf } from '../../protocol/convention/verb-in.ts';
import { verbOfWord, verbWord } from '../../protocol/convention/verb-word.ts';
import { replyOptionsOutcome } from './reply-options.ts';

/** What may be said in a case now; with a verb, says it. */
export async function reply(context: Context, input: Input): Promise<Outcome> {
  const reference = input.argument('REF');
  const verb = input.optionalArgument('VERB');
  const { client } = connect(context);
  if (verb === undefined) {
    assertNothingToSay(input);
    const at = context.now();
    const options: ReplyOptions = await client.call('cases.replies', { params: { reference }, query: {} });
    noteLooks(context.places.officer, [options.reference], { at });
    return replyOptionsOutcome(options, at);
  }
  const view = await client.call('cases.show', { params: { reference } });
  if (input.given('template')) {
    assertSaidIn(view.kind, verb);
    return printTemplate(context, { name: verb, kind: view.kind, language: input.option('language') });
  }
  if (!input.given('anyway') && !input.given('check')) await assertUnchanged(context, client, view);
  const form = await readForm(input);
  const asked = askedAct(view, verb, { input, content: form.content });
  return performAct(context, { asked, positions: form.positions, input });
}

/** The daemon tells the same of an act; a form that nobody has is asked for before there is one. */
function assertSaidIn(kind: string, verb: string): void {
  const verbs = (kindOf(CARICOM, kind)?.verbs ?? []).map(verbWord);
  if (verbs.length === 0 || verbs.includes(verbWord(verb))) return;
  const wayOut = `the nearest is ${nearest(verb, verbs)}; comity reply REF lists what may be said now`;
  throw new ComityError('unknown-verb', `nobody says ${verb} in ${kind} — ${wayOut}`);
}

function assertNothingToSay(input: Input): void {
  for (const option of ['file', 'field', 'wait', 'template', 'check']) {
    if (!input.given(option)) continue;
    throw new ComityError('usage', `--${option} goes with a verb — comity reply REF lists what may be said`);
  }
}

function askedAct(
  view: CaseView,
  verb: string,
  { input, content }: { readonly input: Input; readonly content: AskedAct['content'] },
): AskedAct {
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
      ...(input.given('anyway') && { anyway: true }),
      ...commonOptions(input),
    },
  };
}
