import { codes, declares, listOf, oneOf, type ProfileField, says } from './profile-field.ts';

const from = says('from', 'SIGN-2', ['From', 'Du'], { type: 'date' });
const until = says('until', 'SIGN-2', ['Until', 'Au'], { type: 'date' });

/** Being a party: since when, as what, with which reservations. */
export const PARTICIPATION_FIELDS: readonly ProfileField[] = [
  says('participation.signed_on', 'SIGN-1', ['Signed on', 'Signée le'], { type: 'date' }),
  says('participation.instrument', 'SIGN-3', ['Instrument', 'Instrument'], {
    ...oneOf(
      ['ratification', 'ratification', 'ratification'],
      ['acceptance', 'acceptance', 'acceptation'],
      ['approval', 'approval', 'approbation'],
      ['accession', 'accession', 'adhésion'],
    ),
  }),
  says('participation.deposited_on', 'SIGN-3', ['Deposited on', 'Déposé le'], { type: 'date' }),
  says('participation.reference', 'SIGN-3', ['Depositary’s reference', 'Référence du dépositaire'], {
    type: 'text',
  }),
  says('participation.in_force_from', 'EIF-2', ['In force from', 'En vigueur à compter du'], {
    type: 'date',
  }),
  says(
    'participation.denunciation_received_on',
    'DEN-1',
    ['Denunciation received on', 'Dénonciation reçue le'],
    {
      type: 'date',
    },
  ),
  says('participation.out_of_force_from', 'DEN-1', ['Out of force from', 'Cesse d’être en vigueur le'], {
    type: 'date',
  }),
  says('members', 'SIGN-2', ['Member States', 'États membres'], {
    ...listOf(says('party', 'SIGN-2', ['State', 'État'], { type: 'code', format: 'party' }), from, until),
  }),
  declares('competence', 'SIGN-4', ['Competence', 'Compétence'], {
    ...listOf(says('matter', 'SIGN-4', ['Kinds', 'Types'], { type: 'text', textMax: 64 }), from, until),
  }),
  says('amendments', 'AMD-5', ['Amendments accepted', 'Amendements acceptés'], {
    ...listOf(
      says('amendment', 'AMD-5', ['Amendment', 'Amendement'], { type: 'code' }),
      says('deposited_on', 'AMD-4', ['Deposited on', 'Déposé le'], { type: 'date' }),
      says('in_force_from', 'AMD-4', ['In force from', 'En vigueur à compter du'], { type: 'date' }),
    ),
  }),
  says('protocols', 'DEN-3', ['Protocols', 'Protocoles'], {
    ...listOf(
      says('protocol', 'DEN-3', ['Protocol', 'Protocole'], { type: 'code' }),
      says('in_force_from', 'DEN-3', ['In force from', 'En vigueur à compter du'], { type: 'date' }),
      says('denounced_on', 'DEN-3', ['Denounced on', 'Dénoncé le'], { type: 'date' }),
    ),
  }),
  declares(
    'reservations.dispute_settlement',
    'DISP-3',
    ['Not bound by the article on disputes', 'Non lié par l’article sur les différends'],
    {
      type: 'boolean',
    },
  ),
  says(
    'arrangements',
    'MLA-7',
    ['Treaties and arrangements in force', 'Traités et arrangements en vigueur'],
    {
      ...listOf(
        says('id', 'MLA-7', ['Reference', 'Référence'], { type: 'code', required: true }),
        says('partner', 'MLA-7', ['With', 'Avec'], { type: 'code', format: 'party', required: true }),
        says('subject', 'MLA-7', ['Subject', 'Objet'], {
          ...oneOf(
            ['mutual_legal_assistance', 'mutual legal assistance', 'entraide judiciaire'],
            ['extradition', 'extradition', 'extradition'],
            ['sentenced_persons', 'sentenced persons', 'personnes condamnées'],
            ['law_enforcement', 'law enforcement cooperation', 'coopération policière'],
            ['special_techniques', 'special investigative techniques', 'techniques d’enquête spéciales'],
            ['emergency', 'emergency assistance', 'entraide d’urgence'],
            ['training', 'training', 'formation'],
            ['logistics', 'material and logistical help', 'aide matérielle et logistique'],
            ['other', 'other', 'autre'],
          ),
          required: true,
        }),
        says('form', 'MLA-7', ['Form', 'Forme'], {
          ...oneOf(
            ['treaty', 'treaty', 'traité'],
            ['arrangement', 'arrangement', 'arrangement'],
            [
              'replacement',
              'agreement to apply the convention instead',
              'accord pour appliquer plutôt la convention',
            ],
          ),
          required: true,
        }),
        says('rule_pack', 'MLA-6', ['Rule-pack', 'Jeu de règles'], { type: 'code' }),
        from,
        until,
      ),
    },
  ),
  says('implementing_measures', 'IMPL-1', ['Implementing measures', 'Mesures d’application'], {
    ...listOf(
      says('title', 'IMPL-1', ['Title', 'Titre'], { type: 'text', textMax: 500 }),
      says('date', 'IMPL-1', ['Date', 'Date'], { type: 'date' }),
      says('link', 'IMPL-1', ['Link', 'Lien'], { type: 'text', textMax: 500 }),
    ),
  }),
  says(
    'rules.mla7_span',
    'MLA-7',
    ['Paragraphs that a treaty replaces', 'Paragraphes qu’un traité remplace'],
    {
      ...codes({ format: 'paragraph' }),
    },
  ),
  says('rules.mla14_reading', 'MLA-14', ['Reading of paragraph 14', 'Lecture du paragraphe 14'], {
    ...oneOf(
      ['not', 'shall not be prosecuted', 'ne peut être poursuivie'],
      ['literal', 'as it is written', 'à la lettre'],
    ),
  }),
];
