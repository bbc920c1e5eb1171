import type { FieldSpec } from '../../field-spec.ts';
import { period, selectors } from './data-items.ts';
import { choice, entryId, field, words } from './field.ts';

/** What is collected while it happens: specified communications, for a period (RTT-1, INT-1). */
export const communications = (paragraph: string): FieldSpec =>
  field('communications', 'list', paragraph, {
    required: true,
    countMin: 1,
    countMax: 50,
    en: ['Communications', 'The communications, each by what identifies it and for its own period.'],
    fr: ['Communications', 'Les communications, chacune par ce qui l’identifie et pour sa propre période.'],
    fields: [
      entryId('k'),
      field('description', 'text', paragraph, {
        required: true,
        textMax: 10_000,
        en: ['Description', 'Which communications, between whom, by which service.'],
        fr: ['Description', 'Quelles communications, entre qui, par quel service.'],
        example: words(
          'Messages between the two accounts on the service Harbour Chat',
          'Les messages entre les deux comptes du service Harbour Chat',
        ),
      }),
      selectors(paragraph, 'BLOCK'),
      ...period(paragraph, true),
    ],
  });

/** How the requesting State would like to have what is collected. Live streams do not pass here. */
export const deliveryMode = (paragraph: string): FieldSpec =>
  field('delivery_mode', 'choice', paragraph, {
    choices: [
      choice('at_end', 'at the end of the period', 'à la fin de la période'),
      choice('in_parts', 'in parts, as it is collected', 'par parties, au fil de la collecte'),
      choice('directly', 'straight to our technical unit', 'directement à notre service technique'),
    ],
    en: ['Delivery', 'How you would like to have it. Live streams do not pass through this network.'],
    fr: [
      'Livraison',
      'Comment vous souhaitez les recevoir. Les flux en direct ne passent pas par ce réseau.',
    ],
    example: 'in_parts',
  });
