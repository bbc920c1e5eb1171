import { template } from '../../protocol/convention/form/template.ts';
import type { Instrument, KindSpec, TimerSpec, Urgency } from '../../protocol/convention/instrument.ts';
import { languageOf, say } from '../../protocol/convention/say.ts';
import { fieldsOf, kindOf } from '../../protocol/convention/verb-in.ts';
import type { Handlers } from '../../protocol/control/handlers.ts';
import type { Reply } from '../../protocol/control/types.ts';
import { ComityError } from '../../protocol/errors.ts';

type ConventionRoute = 'kinds.list' | 'kinds.show' | 'forms.show' | 'convention.show';
type Language = ReturnType<typeof languageOf>;

/** The routes that read an instrument: what can be asked, by which form, and what a paragraph says. */
export function conventionHandlers(instrument: Instrument): Handlers<ConventionRoute> {
  return {
    'kinds.list': ({ query }) => {
      const language = languageOf(query.language);
      return { rows: Object.values(instrument.kinds).map((kind) => kindRow(kind, language)) };
    },
    'kinds.show': ({ params, query }) => {
      const kind = kindOf(instrument, params.kind);
      if (kind === undefined) {
        throw new ComityError('unknown-kind', `There is no kind ${params.kind} — see: comity kinds.`);
      }
      return kindDetails(instrument, kind, languageOf(query.language));
    },
    'forms.show': ({ params, query }) => {
      const options = query.kind === undefined ? {} : { kind: query.kind };
      return {
        name: params.name,
        yaml: template(instrument, params.name, languageOf(query.language), options),
      };
    },
    'convention.show': ({ params, query }) =>
      paragraph(instrument, params.paragraph, languageOf(query.language)),
  };
}

function kindRow(kind: KindSpec, language: Language) {
  const { articles, opensWith, unsolicited } = kind;
  return {
    kind: kind.kind,
    title: say(kind.title, language),
    articles: [...articles],
    opensWith,
    unsolicited,
  };
}

function kindDetails(instrument: Instrument, kind: KindSpec, language: Language): Reply<'kinds.show'> {
  const titled = <Entry extends { code: string }>(
    entry: Entry,
    table: Readonly<Record<string, { title: KindSpec['title']; paragraph: string } | undefined>>,
  ) => ({ ...entry, title: titleOf(table[entry.code], language) ?? entry.code });
  return {
    ...kindRow(kind, language),
    routes: kind.routes,
    content: fieldsOf(instrument, kind.kind, kind.opensWith) ?? kind.content,
    grounds: kind.grounds.map((ground) => titled(ground, instrument.grounds)),
    groundsClosed: kind.groundsClosed,
    forbidden: kind.forbidden.map((code) => {
      const paragraphOf = instrument.forbiddenGrounds[code]?.paragraph ?? '';
      return titled({ code, paragraph: paragraphOf }, instrument.forbiddenGrounds);
    }),
    dualCriminality: kind.dualCriminality,
    postpone: kind.postpone,
    timers: kind.timers.flatMap((name) => {
      const timer = instrument.timers[name];
      return timer === undefined ? [] : [timerRow(timer, language)];
    }),
    verbs: [...kind.verbs],
  };
}

function titleOf(entry: { title: KindSpec['title'] } | undefined, language: Language): string | undefined {
  return entry === undefined ? undefined : say(entry.title, language);
}

function timerRow({ timer, paragraph, title, bound, period }: TimerSpec, language: Language) {
  const lanes = ['routine', 'urgent', 'emergency'] as const satisfies readonly Urgency[];
  const periods = lanes.flatMap((lane) => {
    const found = period[lane];
    return found === undefined ? [] : [`${lane} ${found.amount} ${found.unit}`];
  });
  const text = periods.length === 0 ? 'as a date in the act says' : periods.join(', ');
  return { timer, paragraph, title: say(title, language), bound, period: text };
}

function paragraph(instrument: Instrument, name: string, language: Language): Reply<'convention.show'> {
  const code = name.toUpperCase().replace(/\d([A-Z]+)$/, (end) => end.toLowerCase());
  const found = Object.hasOwn(instrument.paragraphs, code) ? instrument.paragraphs[code] : undefined;
  if (found === undefined) {
    throw new ComityError('unknown-paragraph', `There is no paragraph ${name} here — write it as in MLA-24.`);
  }
  const { article, says, slip } = found;
  return { code, article, says: say(says, language), ...(slip !== undefined && { slip }) };
}
