import { describeKind, describeKinds, describeParagraph } from '../../protocol/convention/describe.ts';
import { template } from '../../protocol/convention/form/template.ts';
import type { Instrument } from '../../protocol/convention/instrument.ts';
import { languageOf } from '../../protocol/convention/say.ts';
import type { Profile } from '../../protocol/identity/profile.ts';
import { verbOfWord } from '../../protocol/convention/verb-word.ts';
import type { Handlers } from '../../protocol/control/handlers.ts';

type ConventionRoute = 'kinds.list' | 'kinds.show' | 'forms.show' | 'convention.show';

/**
 * The routes that read an instrument: what can be asked, by which form, and what a paragraph says. A form
 * names the caller's desk as the profile that is gone by does.
 */
export function conventionHandlers(
  instrument: Instrument,
  own: () => Pick<Profile, 'desks'>,
): Handlers<ConventionRoute> {
  return {
    'kinds.list': ({ query }) => ({ rows: describeKinds(instrument, languageOf(query.language)) }),
    'kinds.show': ({ params, query }) => describeKind(instrument, params.kind, languageOf(query.language)),
    'forms.show': ({ params: { name }, query: { kind, language } }, { desks }) => {
      const authority = own().desks.find(({ id }) => desks.includes(id))?.name;
      const options = {
        ...(kind !== undefined && { kind }),
        ...(authority !== undefined && { values: { requesting_authority: authority } }),
      };
      // Kinds are written as they are; a verb is a word to people.
      const verb = verbOfWord(name);
      const form = Object.hasOwn(instrument.verbs, verb) ? verb : name;
      return { name, yaml: template(instrument, form, languageOf(language), options) };
    },
    'convention.show': ({ params, query }) =>
      describeParagraph(instrument, params.paragraph, languageOf(query.language)),
  };
}
