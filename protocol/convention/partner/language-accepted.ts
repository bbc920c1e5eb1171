import type { Fields } from '../../value.ts';
import { given, isList, isRecord } from '../content/form-value.ts';
import type { KindSpec, Urgency } from '../instrument.ts';
import type { Finding } from '../problem.ts';
import { type Check, type Find, warn } from './check.ts';
import { coversKind, declaredRecords, textsIn } from './party-profile.ts';

/** MLA-18: a request in a language that the partner accepts, or with a translation into one. */
export const languageAccepted: Find = (check) => {
  const { partner, spec, opening } = check;
  const accepted = acceptedLanguages(check);
  if (accepted.length === 0) {
    return opening ? [warn('MLA-18', 'languages-not-declared', { party: partner.party })] : [];
  }
  const written = [check.bodyLanguage, ...translatedInto(check.content)];
  if (written.some((language) => accepted.some((other) => sameLanguage(language, other)))) return [];
  const details = { party: partner.party, language: check.bodyLanguage, accepted: accepted.join(', ') };
  const level = opening ? languageLevel(spec, check.urgency) : 'WARN';
  return [{ path: '', paragraph: 'MLA-18', level, code: 'language-not-accepted', details }];
};

/** In an emergency the officer decides whether it can wait for a translation. */
function languageLevel(spec: KindSpec, urgency: Urgency): Finding['level'] {
  if (spec.languageLevel === 'BLOCK') return urgency === 'emergency' ? 'ACK' : 'BLOCK';
  return spec.languageLevel === 'ACK' ? 'ACK' : 'WARN';
}

function acceptedLanguages({ partner, kind, urgency, day }: Check): readonly string[] {
  const entries = declaredRecords(partner, 'languages.accepted', day);
  if (entries.length === 0) return partner.acceptance.languages;
  const fitting = entries.filter(
    (entry) =>
      coversKind(textsIn(entry, 'kinds'), kind) &&
      (given(entry, 'emergency_only') !== true || urgency === 'emergency'),
  );
  return fitting.map((entry) => given(entry, 'language')).filter((language) => typeof language === 'string');
}

function translatedInto(content: Fields): readonly string[] {
  const translations = given(content, 'translations');
  if (!isList(translations)) return [];
  const languages = translations.filter(isRecord).map((entry) => given(entry, 'language'));
  return languages.filter((language) => typeof language === 'string');
}

/** `en-GB` is English. */
function sameLanguage(a: string, b: string): boolean {
  return a.split('-')[0]?.toLowerCase() === b.split('-')[0]?.toLowerCase();
}
