import type { VerbSpec } from '../../instrument.ts';
import { guarantees, leg, onDay, reasons, returnDue } from '../fields/custody.ts';
import { explained } from '../fields/explained.ts';
import { choice, field, words } from '../fields/field.ts';
import { note } from '../fields/scope.ts';
import { onLeg } from '../transfer-facts.ts';
import { ANY, LIVE, verb } from './verb.ts';

const CONSENTING: readonly VerbSpec[] = [
  verb('PERSON_CONSENT', words('word of the person', 'consentement de la personne'), {
    paragraph: 'MLA-12a',
    sender: 'requested',
    from: LIVE,
    content: [
      field('consent', 'choice', 'MLA-12a', {
        required: true,
        choices: [
          choice('given', 'given', 'donné'),
          choice('refused', 'refused', 'refusé'),
          choice('withdrawn', 'taken back', 'retiré'),
        ],
        en: ['Consent', 'What the person says, freely and knowing to what.'],
        fr: ['Consentement', 'Ce que dit la personne, librement et en connaissance de cause.'],
        example: 'given',
      }),
      onDay('date', 'MLA-12a', ['Date', 'When the person said so.'], ['Date', 'Quand la personne l’a dit.']),
      field('language', 'code', 'MLA-12a', {
        format: 'language',
        en: ['Language', 'The language in which it was explained, as a code such as `en`.'],
        fr: ['Langue', 'La langue de l’explication, sous forme de code comme `fr`.'],
        example: 'en',
      }),
      explained('informed_by', 'MLA-12a', {
        required: { whenField: { field: 'consent', values: ['given'] } },
        derived: true,
        textMax: 2000,
        en: ['Informed by', 'Who explained it, and to what the person consents.'],
        fr: ['Informée par', 'Qui l’a expliqué, et à quoi la personne consent.'],
        example: [
          'Duty counsel, at Richmond Hill prison: to testify, and to come back',
          'L’avocat de permanence, à la prison : témoigner, et revenir',
        ],
      }),
    ],
  }),
];

const CROSSING: readonly VerbSpec[] = [
  verb('HANDOVER', words('handover of the person', 'remise de la personne'), {
    paragraph: 'MLA-13',
    sender: 'either',
    from: ANY,
    discharges: ['T-EXT-EXPEDITE'],
    dischargesWhen: ['T-RETURN', 'T-CUSTODY', 'T-NO-EXTRADITION'].map((timer) => ({
      timer,
      when: onLeg('return'),
    })),
    content: [
      leg('MLA-13'),
      onDay('date', 'MLA-13', ['Date', 'The day of departure.'], ['Date', 'Le jour du départ.']),
      explained('place', 'MLA-13', {
        textMax: 1000,
        en: ['Place', 'Where the person is handed over.'],
        fr: ['Lieu', 'Où la personne est remise.'],
        example: ['Maurice Bishop airport', 'Aéroport Maurice Bishop'],
      }),
      explained('escort', 'MLA-13', {
        textMax: 1000,
        en: ['Escort', 'Who goes along.'],
        fr: ['Escorte', 'Qui accompagne la personne.'],
        example: ['Two officers of the prison service', 'Deux agents de l’administration pénitentiaire'],
      }),
      guarantees,
      note(
        'MLA-13',
        'What the other side should know about the person.',
        'Ce que l’autre partie doit savoir.',
      ),
    ],
  }),
  verb('TAKEOVER', words('takeover of the person', 'prise en charge de la personne'), {
    paragraph: 'MLA-13',
    sender: 'either',
    from: ANY,
    endsCaveatsWhen: ['C-TPC-IMMUNITY', 'C-CUSTODY', 'C-RETURN'].map((caveat) => ({
      caveat,
      when: onLeg('return'),
    })),
    content: [
      leg('MLA-13'),
      onDay('date', 'MLA-13', ['Date', 'The day of arrival.'], ['Date', 'Le jour de l’arrivée.']),
      returnDue(),
      explained('condition', 'MLA-13', {
        textMax: 2000,
        en: ['Condition', 'How the person arrived.'],
        fr: ['État', 'Dans quel état la personne est arrivée.'],
        example: ['In good health', 'En bonne santé'],
      }),
    ],
  }),
];

const AWAY: readonly VerbSpec[] = [
  verb('CUSTODY_VARY', words('change of custody', 'modification de la détention'), {
    paragraph: 'MLA-13a',
    sender: 'requested',
    from: ANY,
    content: [
      field('measure', 'choice', 'MLA-13a', {
        required: true,
        choices: [
          choice('release', 'to be released', 'mise en liberté'),
          choice('other', 'another measure', 'autre mesure'),
          choice('ended', 'back into custody', 'retour en détention'),
        ],
        en: ['Measure', 'What the State that sent the person asks for, or permits.'],
        fr: ['Mesure', 'Ce que demande ou permet l’État d’envoi.'],
        example: 'release',
      }),
      onDay('from', 'MLA-13a', ['From', 'Since when it holds.'], ['À partir du', 'Depuis quand elle vaut.']),
      reasons('MLA-13a', ['The sentence ended on that day.', 'La peine a pris fin ce jour-là.']),
    ],
  }),
  verb('CUSTODY_CREDIT', words('time in custody', 'temps de détention'), {
    paragraph: 'MLA-13d',
    sender: 'either',
    from: ANY,
    dischargesWhen: [{ timer: 'T-CREDIT', when: { field: 'credited', equals: true } }],
    content: [
      onDay('from', 'MLA-13d', ['From', 'The first day.'], ['Du', 'Le premier jour.']),
      {
        ...onDay('until', 'MLA-13d', ['Until', 'The last day.'], ['Au', 'Le dernier jour.']),
        notBefore: 'from',
      },
      field('days', 'integer', 'MLA-13d', {
        required: true,
        integerMax: 36_500,
        en: ['Days', 'How many days the person was in custody.'],
        fr: ['Jours', 'Combien de jours la personne a été détenue.'],
        example: '34',
      }),
      field('credited', 'boolean', 'MLA-13d', {
        en: [
          'Credited',
          '`yes`, said by the State that sent the person: the days count toward the sentence.',
        ],
        fr: ['Imputé', '`oui`, dit par l’État d’envoi : les jours comptent pour la peine.'],
        example: 'no',
      }),
    ],
  }),
  verb('IMMUNITY_AGREE', words('agreement to a restriction', 'accord à une restriction'), {
    paragraph: 'MLA-14',
    sender: 'requested',
    from: ANY,
    effects: ['lift_caveat'],
    guards: ['caveat-imposed-by-author'],
    content: [
      field('caveat', 'code', 'MLA-14', {
        required: true,
        fixed: 'C-TPC-IMMUNITY',
        en: ['Protection', 'The protection that is narrowed; it goes on for everything else.'],
        fr: ['Protection', 'La protection restreinte ; elle demeure pour tout le reste.'],
      }),
      field('scope', 'choice', 'MLA-14', {
        required: true,
        fixed: 'part',
        choices: [choice('part', 'for these acts alone', 'pour ces seuls faits')],
        en: ['Scope', 'Always for the acts named alone.'],
        fr: ['Portée', 'Toujours pour les seuls faits indiqués.'],
      }),
      explained('acts', 'MLA-14', {
        required: true,
        textMax: 10_000,
        en: ['Acts', 'For which earlier acts or convictions you agree, and to what.'],
        fr: ['Faits', 'Pour quels faits ou condamnations antérieurs, et à quoi vous consentez.'],
        example: [
          'The fraud charged in case CR 12/2024: prosecution, without detention',
          'L’escroquerie de l’affaire CR 12/2024 : poursuites, sans détention',
        ],
      }),
    ],
  }),
  verb('INCIDENT', words('incident with the person', 'incident concernant la personne'), {
    paragraph: 'MLA-13',
    sender: 'either',
    from: ANY,
    duties: [
      {
        timer: 'T-INCIDENT',
        paragraph: 'MLA-13',
        debtor: 'other',
        onlyWhen: { not: { field: 'what', equals: ['left', 'no_way_out'] } },
      },
    ],
    content: [
      field('what', 'choice', 'MLA-13', {
        required: true,
        choices: [
          choice('illness', 'illness', 'maladie'),
          choice('escape', 'escape', 'évasion'),
          choice('death', 'death', 'décès'),
          choice('delay', 'delay', 'retard'),
          choice('no_way_out', 'could not leave that day', 'départ impossible ce jour-là', {
            paragraph: 'MLA-32',
          }),
          choice('left', 'left the country', 'a quitté le pays', { paragraph: 'MLA-32' }),
          choice('other', 'other', 'autre'),
        ],
        en: ['What', 'What happened. It changes nothing by itself: agree on what follows.'],
        fr: ['Quoi', 'Ce qui s’est passé. Rien ne change de soi : convenir de la suite.'],
        example: 'delay',
      }),
      onDay('date', 'MLA-13', ['Date', 'The day of it.'], ['Date', 'Le jour des faits.']),
      explained('account', 'MLA-13', {
        required: true,
        en: ['Account', 'What happened, and what you propose.'],
        fr: ['Récit', 'Ce qui s’est passé, et ce que vous proposez.'],
        example: [
          'The hearing was adjourned by two days; return on the 17th.',
          'Audience ajournée de deux jours ; retour le 17.',
        ],
      }),
    ],
  }),
];

/** A person goes to the other State and comes back (register 2.7, D-15). */
export const PERSON_VERBS: readonly VerbSpec[] = [...CONSENTING, ...CROSSING, ...AWAY];
