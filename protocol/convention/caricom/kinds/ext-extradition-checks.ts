import type { CheckSpec, KindSpec, Predicate } from '../../instrument.ts';
import { words } from '../fields/field.ts';
import { onlyGround } from '../follow-up.ts';
import { PERSON_ACROSS, RETURN_AGREED } from '../transfer-facts.ts';
import { acrossChecks, handoverChecks, takeoverChecks } from './mla-person-transfer-checks.ts';

const says = (field: string, ...equals: readonly (string | boolean)[]): Predicate => ({
  declares: { by: 'requested', field: `extradition.${field}`, equals },
});
const hasGround = (...codes: readonly string[]): Predicate => ({
  some: { list: 'grounds', where: { field: 'code', equals: codes } },
});
const groundWithout = (codes: readonly string[], field: string): Predicate => ({
  some: { list: 'grounds', where: { all: [{ field: 'code', equals: codes }, { not: { given: field } }] } },
});
const BY_LAW = ['G-MIN-PENALTY', 'G-EXT-DOMESTIC'];

/** Between these two the convention is the basis, and the other State’s law lets it set politics aside. */
export const POLITICS_EXCLUDED: Predicate = {
  all: [{ not: { procedure: ['treaty'] } }, says('political_exclusion_permitted', true)],
};

const consultFirst: CheckSpec = {
  check: 'extradition-unconsulted',
  level: 'ACK',
  paragraph: 'EXT-17',
  when: { not: { dialog: { name: 'consult', purpose: 'refusal', is: 'closed' } } },
  says: words(
    'No consultation came first. Open one (purpose refusal), or say why it is not appropriate.',
    'Aucune consultation n’a précédé. En ouvrir une (objet refusal), ou dire pourquoi elle n’est pas indiquée.',
  ),
  instead: ['CONSULT_OPEN'],
};

const REFUSING: readonly CheckSpec[] = [
  consultFirst,
  {
    check: 'fiscal-alone',
    level: 'BLOCK',
    paragraph: 'EXT-16',
    when: onlyGround('G-FISCAL'),
    says: words(
      'That the offence also involves fiscal matters is no ground by itself. Name another, or do not refuse.',
      'Que l’infraction touche aussi à des questions fiscales n’est pas un motif à lui seul. En indiquer un autre, ou ne pas refuser.',
    ),
  },
  {
    check: 'fiscal-besides',
    level: 'WARN',
    paragraph: 'EXT-16',
    when: { all: [hasGround('G-FISCAL'), { not: onlyGround('G-FISCAL') }] },
    says: words(
      'The fiscal side adds nothing to the other ground; the choice is yours.',
      'L’aspect fiscal n’ajoute rien à l’autre motif ; le choix vous appartient.',
    ),
  },
  {
    check: 'provision-uncited',
    level: 'ACK',
    paragraph: 'EXT-8',
    when: groundWithout(BY_LAW, 'provision'),
    says: words(
      'Cite the provision of your law or treaty (`provision`), or say why you do not.',
      'Citer la disposition de votre droit ou du traité (`provision`), ou dire pourquoi vous ne le faites pas.',
    ),
  },
  {
    check: 'political-ground',
    level: 'WARN',
    paragraph: 'EXT-4',
    when: { all: [hasGround('G-POLITICAL'), { not: POLITICS_EXCLUDED }] },
    says: words(
      'Offences of the Convention are not to be treated as political where law permits. The choice is yours.',
      'Les infractions de la Convention ne sont pas politiques lorsque le droit le permet. Le choix vous appartient.',
    ),
  },
  {
    check: 'dual-criminality-dispensable',
    level: 'WARN',
    paragraph: 'EXT-2',
    when: { all: [hasGround('G-NO-DUAL-CRIM'), says('without_dual_criminality', 'yes')] },
    says: words(
      'Your law permits extradition without dual criminality. The choice is yours.',
      'Votre droit permet l’extradition sans double incrimination. Le choix vous appartient.',
    ),
  },
];

const accessory = (where: Predicate): Predicate => ({
  some: { list: 'decided', where: { all: [{ field: 'as', equals: 'accessory' }, where] } },
});

const ACCEPTING: readonly CheckSpec[] = [
  {
    check: 'accessory-alone',
    level: 'BLOCK',
    paragraph: 'EXT-3',
    when: {
      any: [
        {
          all: [
            { some: { list: 'decided', where: { field: 'as', equals: 'accessory' } } },
            { not: { some: { list: 'decided', where: { field: 'as', equals: 'extraditable' } } } },
          ],
        },
        accessory({ not: { field: 'only_bar_is_length', equals: true } }),
        accessory({
          not: {
            refers: {
              field: 'id',
              list: 'offences',
              where: {
                all: [
                  { given: 'related_to' },
                  { refers: { field: 'related_to', list: 'offences', where: { given: 'catalogue_code' } } },
                ],
              },
            },
          },
        }),
      ],
    },
    says: words(
      'An offence joins another one only if that one is extraditable, if the length of the term is the only bar, and if the request relates it to an offence of the Convention.',
      'Une infraction n’en suit une autre que si celle-ci donne lieu à extradition, si la durée de la peine est le seul obstacle, et si la demande la rattache à une infraction de la Convention.',
    ),
  },
  {
    check: 'dual-criminality-needed',
    level: 'ACK',
    paragraph: 'EXT-2',
    when: {
      all: [{ field: 'dual_criminality', equals: false }, says('without_dual_criminality', 'no')],
    },
    says: words(
      'By your own profile your law does not permit this without dual criminality. Say on what it rests.',
      'D’après votre profil, votre droit ne le permet pas sans double incrimination. Dire sur quoi cela repose.',
    ),
  },
];

const AGREED: Predicate = { status: ['executing'] };

/** What EXT asks of acts in an extradition. */
export const EXTRADITION_CHECKS: NonNullable<KindSpec['checks']> = {
  ...acrossChecks('EXT-12', { all: [PERSON_ACROSS, RETURN_AGREED] }),
  REFUSE: [...(acrossChecks('EXT-12', { all: [PERSON_ACROSS, RETURN_AGREED] })['REFUSE'] ?? []), ...REFUSING],
  ACCEPT: ACCEPTING,
  HANDOVER: [
    ...handoverChecks('EXT-12'),
    {
      check: 'surrender-not-agreed',
      level: 'BLOCK',
      paragraph: 'EXT-1',
      when: { all: [{ field: 'leg', equals: 'outbound' }, { not: AGREED }] },
      says: words(
        'The extradition is not granted. Accept it first.',
        'L’extradition n’est pas accordée. L’accepter d’abord.',
      ),
      instead: ['ACCEPT'],
    },
  ],
  TAKEOVER: takeoverChecks('EXT-12'),
};

const NEEDS_TREATY: Predicate = { all: [says('treaty_required', true), { not: { procedure: ['treaty'] } }] };

/** What the officer should know before it is signed. */
export const EXTRADITION_DRAFTING: readonly CheckSpec[] = [
  {
    check: 'presence-unstated',
    level: 'WARN',
    paragraph: 'EXT-1',
    when: { not: { given: 'presence_grounds' } },
    says: words(
      'Nothing says why the person should be there. Ask the other State’s police first (le.inquiry), or go on.',
      'Rien n’indique pourquoi la personne s’y trouverait. Interroger d’abord la police de l’autre État (le.inquiry), ou continuer.',
    ),
    instead: ['le.inquiry'],
  },
  {
    check: 'no-basis',
    level: 'BLOCK',
    paragraph: 'EXT-6b',
    when: { all: [NEEDS_TREATY, says('convention_as_basis', 'no')] },
    says: words(
      'The other State requires a treaty, there is none, and it does not take the Convention as one. Propose a treaty, or ask it to take over the proceedings (proc.transfer).',
      'L’autre État exige un traité, il n’y en a pas, et il ne tient pas la Convention pour tel. Proposer un traité, ou lui demander de reprendre les poursuites (proc.transfer).',
    ),
    instead: ['proc.transfer'],
  },
  {
    check: 'basis-undeclared',
    level: 'WARN',
    paragraph: 'EXT-6a',
    when: { all: [NEEDS_TREATY, { not: says('convention_as_basis', 'yes', 'no') }] },
    says: words(
      'The other State requires a treaty and has not declared whether it takes the Convention as the basis.',
      'L’autre État exige un traité et n’a pas déclaré s’il tient la Convention pour base.',
    ),
  },
  {
    check: 'partner-has-minimum-penalty',
    level: 'HELP',
    paragraph: 'EXT-8',
    when: { declares: { by: 'requested', field: 'extradition.minimum_penalty_months' } },
    says: words(
      'The other State has published a minimum penalty: see its profile (`extradition.minimum_penalty_months`), and compare.',
      'L’autre État a publié une peine minimale : voir son profil (`extradition.minimum_penalty_months`), et comparer.',
    ),
  },
  {
    check: 'dossier-through-diplomats',
    level: 'HELP',
    paragraph: 'EXT-8',
    when: says('channel', 'diplomatic', 'both'),
    says: words(
      'The other State wants the dossier through the diplomatic channel too. Send it, and note it here.',
      'L’autre État veut le dossier par la voie diplomatique aussi. L’envoyer, et le consigner ici.',
    ),
    instead: ['OFFCHANNEL_NOTE'],
  },
];
