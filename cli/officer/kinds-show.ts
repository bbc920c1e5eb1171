import type { FieldSpec } from '../../protocol/convention/field-spec.ts';
import type { Reply } from '../../protocol/control/types.ts';
import { ComityError } from '../../protocol/errors.ts';
import { connect } from '../client/connect.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { verbWord } from '../../protocol/convention/verb-word.ts';
import { type Block, gap, heading, type Line, next, pairs, toned } from '../view/block.ts';

type Kind = Reply<'kinds.show'>;

/** One kind: what it must contain, on which grounds it may be refused, and which periods run. */
export async function kindsShow(context: Context, input: Input): Promise<Outcome> {
  const { client } = connect(context);
  const kind = input.argument('KIND');
  const reply = await client
    .call('kinds.show', { params: { kind }, query: {} })
    .catch(async (error: unknown) => {
      if (!(error instanceof ComityError) || error.code !== 'unknown-kind') throw error;
      // The kinds take a while to load: who names one that there is does not wait for them.
      throw (await import('./unknown-kind.ts')).unknownKind(kind);
    });
  return { document: reply, view: viewOf(reply) };
}

function viewOf(kind: Kind): readonly Block[] {
  return [
    heading(`${kind.kind}: ${kind.title}`),
    pairs([
      ['articles', kind.articles.join(', ')],
      ['goes', kind.routes.map(({ from, to, paragraph }) => route(from, to, paragraph)).join('; ')],
      ['dual criminality', kind.dualCriminality.replaceAll('_', ' ')],
      ['may be postponed', postponement(kind)],
      ['what can be said', kind.verbs.map(verbWord).join(', ')],
    ]),
    gap,
    heading('Contents'),
    {
      is: 'table',
      head: [{ whole: 'field' }, 'needed', { whole: 'paragraph' }, 'what it is'],
      rows: kind.content.filter(isAsked).flatMap((field) => fieldRows(field, '')),
      empty: 'Nothing.',
    },
    gap,
    heading('Grounds on which it may be refused'),
    {
      is: 'table',
      head: [{ whole: 'ground' }, { whole: 'paragraph' }, 'what it is', 'consult first'],
      rows: kind.grounds.map(({ code, paragraph, title, consultFirst }) => [
        code,
        paragraph,
        title,
        consultFirst ? toned('warn', 'yes') : 'no',
      ]),
      empty: 'It can not be refused.',
    },
    ...forbidden(kind),
    gap,
    heading('Periods'),
    {
      is: 'table',
      head: [{ whole: 'period' }, { whole: 'paragraph' }, 'what runs', 'how long'],
      rows: kind.timers.map(({ timer, paragraph, title, period }) => [timer, paragraph, title, period]),
      empty: 'None.',
    },
    next(`comity request ${kind.kind} --template > FILE.yaml makes a form to fill in`),
  ];
}

function route(from: readonly string[], to: readonly string[], paragraph: string): string {
  return `${from.join(' or ')} to ${to.join(' or ')} (${paragraph})`;
}

function postponement({ postpone }: Kind): string {
  if (!postpone.allowed) return 'no';
  return postpone.consultFirst ? 'yes, after a consultation' : 'yes';
}

function forbidden(kind: Kind): readonly Block[] {
  if (kind.forbidden.length === 0) return [];
  const items = kind.forbidden.map(({ paragraph, title }) => `${title} (${paragraph})`);
  return [gap, heading('Never a ground'), { is: 'list', items }];
}

function fieldRows(field: FieldSpec, indent: string): (readonly Line[])[] {
  const row = [`${indent}${field.name}`, needed(field), field.paragraph, field.label.en];
  const inner = (field.fields ?? []).filter(isAsked);
  return [row, ...inner.flatMap((each) => fieldRows(each, `${indent}  `))];
}

/** The node fills in some fields by itself; entries of lists are numbered. */
function isAsked({ filledByNode, counter }: FieldSpec): boolean {
  return filledByNode !== true && counter === undefined;
}

function needed({ required }: FieldSpec): Line {
  if (required === true) return toned('strong', 'yes');
  return required === false ? toned('dim', 'no') : 'it depends';
}
