import { fieldsOf, kindOf, opensCase } from '../../protocol/convention/verb-in.ts';
import type { FormContent } from '../../protocol/convention/content/form-value.ts';
import { OWN_REFERENCE } from '../../protocol/convention/own-reference.ts';
import { CARICOM } from '../../protocol/convention/instruments.ts';
import { ComityError } from '../../protocol/errors.ts';
import { type AskedAct, commonOptions } from '../act/asked-act.ts';
import { quotedItems } from '../act/quoted-items.ts';
import { connect } from '../client/connect.ts';
import { performAct } from '../act/perform-act.ts';
import { printTemplate } from '../act/print-template.ts';
import { readForm, type WrittenForm } from '../act/read-form.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { unknownKind } from './unknown-kind.ts';

/** What is opened, beside what the options say. */
export interface Opening {
  readonly kind: string;
  readonly oral?: boolean;
}

/** Opens a case with the opening verb of its kind; `--template` prints its form instead. */
export async function openCase(context: Context, input: Input, opening: Opening): Promise<Outcome> {
  const verb = openingVerb(opening);
  if (input.given('template')) {
    const language = input.option('language');
    if (opening.oral !== true) return printTemplate(context, { name: opening.kind, language });
    return printTemplate(context, { name: verb, kind: opening.kind, language });
  }
  const partner = input.required('to').toUpperCase();
  const form = await writtenForm(context, input, { ...opening, verb });
  const content = { ...form.content, ...ownReferenceIn(input, { kind: opening.kind, verb }) };
  const quotes = input.given('quote') ? await quotedItems(connect(context).client, input) : [];
  const asked: AskedAct = {
    kind: opening.kind,
    verb,
    partner,
    content,
    language: input.option('language') ?? 'en',
    exercise: input.given('exercise'),
    prepare: {
      kind: opening.kind,
      to: partner,
      content,
      ...(quotes.length > 0 && { quotes }),
      ...(opening.oral === true && { oral: true }),
      ...openingOptions(input),
      ...commonOptions(input),
    },
  };
  return performAct(context, { asked, positions: form.positions, input });
}

/** The verb by which an opening that was spoken is noted. */
const NOTE = 'OFFCHANNEL_NOTE';

function openingVerb({ kind, oral }: Opening): string {
  const spec = kindOf(CARICOM, kind);
  if (spec !== undefined && oral !== true) return spec.opensWith;
  if (spec !== undefined && opensCase(CARICOM, kind, NOTE)) return NOTE;
  if (spec !== undefined) {
    const wayOut = `send it in writing: comity request ${kind} --template > FILE.yaml`;
    throw new ComityError('usage', `no case of ${kind} begins with what was spoken — ${wayOut}`);
  }
  throw unknownKind(kind);
}

async function writtenForm(
  context: Context,
  input: Input,
  { kind, verb, oral }: Opening & { readonly verb: string },
): Promise<WrittenForm> {
  const form = await readForm(context, input);
  if (Object.keys(form.content).length > 0) return form;
  if (!input.given('file') && context.interactive) {
    return (await import('../act/ask-for-form.ts')).askForForm(
      context,
      kind,
      fieldsOf(CARICOM, kind, verb) ?? [],
    );
  }
  const what = input.given('file') ? 'the form is empty' : '--file is missing';
  const command = `comity request ${kind}${oral === true ? ' --oral' : ''} --template > FILE.yaml`;
  throw new ComityError('usage', `${what} — make a form with: ${command}`);
}

/** The office's own file number as the option says it, where the form has a field for it: it goes before the form's. */
function ownReferenceIn(
  input: Input,
  { kind, verb }: { readonly kind: string; readonly verb: string },
): FormContent {
  const given = input.option('own-reference');
  const isField = fieldsOf(CARICOM, kind, verb)?.some(({ name }) => name === OWN_REFERENCE) === true;
  return given !== undefined && isField ? { [OWN_REFERENCE]: given } : {};
}

function openingOptions(input: Input): Partial<AskedAct['prepare']> {
  const [urgency, toDesk, scope, ownReference] = ['urgency', 'to-desk', 'scope', 'own-reference'].map(
    (name) => input.option(name),
  );
  return {
    ...(urgency !== undefined && { urgency: urgency as 'routine' | 'urgent' | 'emergency' }),
    ...(toDesk !== undefined && { toDesk }),
    ...(scope !== undefined && { scope }),
    ...(ownReference !== undefined && { ownReference }),
  };
}
