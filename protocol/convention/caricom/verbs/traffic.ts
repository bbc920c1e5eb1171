import type { CheckSpec, VerbSpec } from '../../instrument.ts';
import { explained } from '../fields/explained.ts';
import { choice, field, words } from '../fields/field.ts';
import { political } from '../fields/ground-particulars-data.ts';
import { TRAFFIC_PATH_CONTENT } from '../fields/traffic-path.ts';
import { FIRST_ANSWER } from './data-duties.ts';
import { verb } from './verb.ts';

const CLOSED_LIST = ['G-POLITICAL', 'G-ESSENTIAL-INTERESTS'];

const whenGround = (code: string) => ({ whenField: { field: 'ground', values: [code] } });

const NO_CONTENT: CheckSpec = {
  check: 'traffic-path-with-content',
  level: 'ACK',
  paragraph: 'TRAF-1',
  when: { some: { list: 'objects', where: { field: 'data_class', equals: 'content' } } },
  says: words(
    'Content is among the objects. Only what identifies the provider and the path is disclosed here: take it out, or say why it is needed.',
    'Du contenu figure parmi les pièces. Seul ce qui identifie le fournisseur et l’acheminement est divulgué ici : le retirer, ou dire pourquoi il est nécessaire.',
  ),
};

const WITHHOLDING: readonly CheckSpec[] = [
  {
    check: 'traffic-ground-unlisted',
    level: 'BLOCK',
    paragraph: 'TRAF-2',
    when: { not: { field: 'ground', equals: CLOSED_LIST } },
    says: words(
      'The path may be withheld on two grounds only: G-POLITICAL and G-ESSENTIAL-INTERESTS. Choose one of them, or disclose it.',
      'L’acheminement ne peut être tu que pour deux motifs : G-POLITICAL et G-ESSENTIAL-INTERESTS. En choisir un, ou le divulguer.',
    ),
    instead: ['TRAFFIC_PATH'],
  },
  {
    check: 'traffic-political-after-preserving',
    level: 'WARN',
    paragraph: 'TRAF-2a',
    when: { all: [{ field: 'ground', equals: 'G-POLITICAL' }, { said: { verb: 'PRES_CONFIRM' } }] },
    says: words(
      'You preserved the data, and withhold the path as political. Check that this is meant.',
      'Vous avez conservé les données, et taisez l’acheminement comme politique. Vérifier que telle est l’intention.',
    ),
  },
  {
    check: 'traffic-political-which',
    level: 'BLOCK',
    paragraph: 'TRAF-2a',
    when: { all: [{ field: 'ground', equals: 'G-POLITICAL' }, { not: { given: 'political' } }] },
    says: words(
      'Say whether it is a political offence, or connected with one (`political`).',
      'Dire s’il s’agit d’une infraction politique, ou d’une infraction connexe (`political`).',
    ),
  },
  {
    check: 'traffic-interest-which',
    level: 'ACK',
    paragraph: 'TRAF-2b',
    when: { all: [{ field: 'ground', equals: 'G-ESSENTIAL-INTERESTS' }, { not: { given: 'sub_code' } }] },
    says: words(
      'Which essential interest would suffer is not said (`sub_code`): name it, or say why not.',
      'L’intérêt essentiel atteint n’est pas indiqué (`sub_code`) : le nommer, ou dire pourquoi pas.',
    ),
  },
  {
    check: 'traffic-reasons-missing',
    level: 'ACK',
    paragraph: 'TRAF-2',
    when: { not: { given: 'reasons' } },
    says: words(
      'No reasons are given (`reasons`): give them, or say why not.',
      'Aucune raison n’est donnée (`reasons`) : en donner, ou dire pourquoi pas.',
    ),
  },
];

/** The path to a provider in another State, found while preserving (register 2.6). */
export const TRAFFIC_VERBS: readonly VerbSpec[] = [
  verb('TRAFFIC_PATH', words('disclosure of the path', 'divulgation de l’acheminement'), {
    paragraph: 'TRAF-1',
    sender: 'requested',
    opening: true,
    from: ['received', 'in_review', 'executing', 'executed', 'withdrawn', 'closed'],
    discharges: ['T-TRAFFIC', ...FIRST_ANSWER],
    content: TRAFFIC_PATH_CONTENT,
    checks: [NO_CONTENT],
  }),
  verb('TRAFFIC_PATH_WITHHOLD', words('path withheld', 'acheminement non divulgué'), {
    paragraph: 'TRAF-2',
    sender: 'requested',
    from: ['received', 'in_review', 'executing', 'executed', 'withdrawn', 'closed'],
    discharges: ['T-TRAFFIC', ...FIRST_ANSWER],
    checks: WITHHOLDING,
    content: [
      field('ground', 'choice', 'TRAF-2', {
        required: true,
        choices: [
          choice('G-POLITICAL', 'a political offence', 'une infraction politique', { paragraph: 'TRAF-2a' }),
          choice(
            'G-ESSENTIAL-INTERESTS',
            'essential interests would suffer',
            'atteinte à des intérêts essentiels',
            {
              paragraph: 'TRAF-2b',
            },
          ),
        ],
        en: ['Ground', 'The text knows these two, and no other.'],
        fr: ['Motif', 'Le texte connaît ces deux motifs, et aucun autre.'],
        example: 'G-ESSENTIAL-INTERESTS',
      }),
      { ...political, paragraph: 'TRAF-2a', appliesWhen: whenGround('G-POLITICAL') },
      field('sub_code', 'choice', 'TRAF-2b', {
        appliesWhen: whenGround('G-ESSENTIAL-INTERESTS'),
        prominent: true,
        choices: [
          choice('sovereignty', 'sovereignty', 'souveraineté'),
          choice('security', 'security', 'sécurité'),
          choice('ordre_public', 'ordre public', 'ordre public'),
          choice('other_essential', 'other essential interests', 'autres intérêts essentiels'),
        ],
        en: ['Interest', 'Which essential interest would suffer.'],
        fr: ['Intérêt', 'Quel intérêt essentiel serait atteint.'],
        example: 'security',
      }),
      explained('reasons', 'TRAF-2', {
        prominent: true,
        en: ['Reasons', 'Why the path is withheld.'],
        fr: ['Raisons', 'Pourquoi l’acheminement n’est pas divulgué.'],
        example: ['The relay serves our defence network.', 'Le relais sert notre réseau de défense.'],
      }),
    ],
  }),
];
