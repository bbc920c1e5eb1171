import { describeKind, describeKinds, describeParagraph } from '../../protocol/convention/describe.ts';
import { template } from '../../protocol/convention/form/template.ts';
import type { Instrument } from '../../protocol/convention/instrument.ts';
import { languageOf } from '../../protocol/convention/say.ts';
import { kindOf } from '../../protocol/convention/verb-in.ts';
import { verbOfWord } from '../../protocol/convention/verb-word.ts';
import type { Handlers } from '../../protocol/control/handlers.ts';

type ConventionRoute = 'kinds.list' | 'kinds.show' | 'forms.show' | 'convention.show';

/** The routes that read an instrument: what can be asked, by which form, and what a paragraph says. */
export function conventionHandlers(instrument: Instrument): Handlers<ConventionRoute> {
  return {
    'kinds.list': ({ query }) => ({ rows: describeKinds(instrument, languageOf(query.language)) }),
    'kinds.show': ({ params, query }) => describeKind(instrument, params.kind, languageOf(query.language)),
    'forms.show': ({ params, query }) => {
      const { name } = params;
      const options = query.kind === undefined ? {} : { kind: query.kind };
      // Kinds are written as they are; a verb is a word to people.
      const form = kindOf(instrument, name) === undefined ? verbOfWord(name) : name;
      return { name, yaml: template(instrument, form, languageOf(query.language), options) };
    },
    'convention.show': ({ params, query }) =>
      describeParagraph(instrument, params.paragraph, languageOf(query.language)),
  };
}
