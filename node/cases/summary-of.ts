import type { Prepared } from '../../protocol/control/types.ts';
import { verbIn } from '../../protocol/convention/verb-in.ts';
import type { Profile } from '../../protocol/identity/profile.ts';
import type { Intent } from './intent.ts';
import { regimeOf } from './problems.ts';
import { verbWord } from '../../protocol/convention/verb-word.ts';

/** What an officer is shown before signing: who says what to whom, under which paragraphs and rule-book. */
export function summaryOf({
  message,
  kindSpec,
  paragraphs,
  exercise,
  reference,
}: Intent): Prepared['summary'] {
  const { instrument, verb, own, partner, desk, recipient, folded, urgency, bodyLanguage } = message;
  const regime = folded === undefined ? regimeOf(message).regime : folded.regime;
  const title = verbIn(instrument, kindSpec.kind, verb)?.title.en ?? verb;
  return [
    ...(reference === '' ? [] : [{ label: 'case', text: reference }]),
    { label: 'kind', text: `${kindSpec.title.en} (${kindSpec.kind})` },
    { label: 'says', text: `${title} (${verbWord(verb)})` },
    { label: 'from', text: deskName(own, desk) },
    { label: 'to', text: deskName(partner, recipient.authority) },
    ...(recipient.scope === undefined ? [] : [{ label: 'concerns', text: recipient.scope }]),
    { label: 'under', text: paragraphs.join(', ') },
    ...(regime === undefined ? [] : [{ label: 'governed by', text: regimeText(regime) }]),
    { label: 'urgency', text: urgency },
    { label: 'language', text: bodyLanguage },
    ...(exercise ? [{ label: 'exercise', text: 'yes: nothing in it is real' }] : []),
  ];
}

function deskName({ party, desks }: Profile, desk: string): string {
  const name = desks.find(({ id }) => id === desk)?.name;
  return name === undefined ? `${party}/${desk}` : `${party}/${desk}, ${name}`;
}

type Regime = NonNullable<ReturnType<typeof regimeOf>['regime']>;

function regimeText({ procedure, legalBasis }: Regime): string {
  const bases = legalBasis.map(({ basis, reference }) =>
    reference === undefined ? basis : `${basis} ${reference}`,
  );
  return `${procedure} (${bases.join(', ')})`;
}
