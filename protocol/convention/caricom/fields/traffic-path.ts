import type { FieldSpec } from '../../field-spec.ts';
import { choice, entryId, field, words } from './field.ts';
import { objects } from './objects.ts';

/** TRAF-1: the provider in another State, and the path: enough to know both, and no more. */
export const TRAFFIC_PATH_CONTENT: readonly FieldSpec[] = [
  field('provider', 'text', 'TRAF-1', {
    required: true,
    textMax: 1000,
    en: ['Provider', 'The provider in another State that took part, with its address if you have it.'],
    fr: ['Fournisseur', 'Le fournisseur d’un autre État qui a participé, avec son adresse si possible.'],
    example: words('Island Relay Inc.', 'Island Relay Inc.'),
  }),
  field('provider_state', 'code', 'TRAF-1', {
    required: true,
    format: 'party',
    en: ['State', 'The State in which it is: a third State, or the one that asked.'],
    fr: ['État', 'L’État où il se trouve : un État tiers, ou celui qui a demandé.'],
    example: 'TT',
  }),
  field('path', 'list', 'TRAF-1', {
    required: true,
    countMin: 1,
    countMax: 100,
    en: ['Path', 'The stages through which the communication went, as far as you know them.'],
    fr: ['Acheminement', 'Les étapes de la communication, pour autant que vous les connaissiez.'],
    fields: [
      entryId('h'),
      field('kind', 'choice', 'TRAF-1', {
        required: true,
        choices: [
          choice('origin', 'origin', 'origine'),
          choice('relay', 'relay', 'relais'),
          choice('destination', 'destination', 'destination'),
        ],
        en: ['Stage', 'What it is on the path.'],
        fr: ['Étape', 'Sa place dans l’acheminement.'],
        example: 'relay',
      }),
      field('identifier', 'text', 'TRAF-1', {
        required: true,
        textMax: 500,
        en: ['Identifier', 'Address, name of the machine or other identifier, with the time.'],
        fr: ['Identifiant', 'Adresse, nom de la machine ou autre identifiant, avec l’heure.'],
        example: '198.51.100.7, 2026-03-03T14:10Z',
      }),
    ],
  }),
  objects('TRAF-1'),
  field('next_steps', 'text', 'TRAF-1', {
    textMax: 4000,
    en: ['Advice', 'Anything that helps to ask the next State: its 24/7 contact, a time limit.'],
    fr: ['Conseil', 'Ce qui aide à s’adresser à l’État suivant : son point de contact, un délai.'],
    example: words('Island Relay keeps its logs for 14 days.', 'Island Relay garde ses journaux 14 jours.'),
  }),
];
