import { codes, declares, listOf, oneOf, type ProfileField, says } from './profile-field.ts';

const YES_NO_CASE = oneOf(
  ['yes', 'yes', 'oui'],
  ['no', 'no', 'non'],
  ['case_by_case', 'case by case', 'au cas par cas'],
);
const ORAL = oneOf(
  ['yes', 'yes', 'oui'],
  ['urgent_only', 'in urgency only', 'en cas d’urgence seulement'],
  ['no', 'no', 'non'],
);

/** Mutual legal assistance. */
const MLA_FIELDS: readonly ProfileField[] = [
  declares('mla.diplomatic_channel', 'MLA-17', ['Diplomatic channel', 'Voie diplomatique'], {
    ...oneOf(
      ['required', 'required', 'exigée'],
      ['accepted', 'accepted', 'admise'],
      ['no', 'not used', 'non utilisée'],
    ),
  }),
  says('mla.interpol_channel', 'MLA-17', ['INTERPOL', 'INTERPOL'], {
    type: 'record',
    fields: [
      says('mode', 'MLA-17', ['Agreement', 'Accord'], {
        ...oneOf(
          ['standing_agreement', 'standing agreement', 'accord permanent'],
          ['ad_hoc', 'case by case', 'au cas par cas'],
          ['no', 'none', 'aucun'],
        ),
        required: true,
      }).spec,
      says('with', 'MLA-17', ['With', 'Avec'], { ...codes({ format: 'party' }) }).spec,
    ],
  }),
  says('mla.oral_requests', 'MLA-19', ['Oral requests', 'Demandes orales'], ORAL),
  says(
    'mla.oral_confirmation_required',
    'MLA-19',
    ['Oral requests must be confirmed', 'Confirmation écrite exigée'],
    {
      type: 'boolean',
    },
  ),
  says(
    'mla.without_dual_criminality',
    'MLA-11',
    ['Help without dual criminality', 'Aide sans double incrimination'],
    {
      ...oneOf(
        ['none', 'none', 'aucune'],
        ['non_coercive', 'without coercion', 'sans contrainte'],
        ['listed_measures', 'the measures listed', 'les mesures énumérées'],
        ['all', 'every measure', 'toutes les mesures'],
      ),
    },
  ),
  says(
    'mla.without_dual_criminality_measures',
    'MLA-11',
    ['Measures given without it', 'Mesures accordées sans elle'],
    {
      ...codes(),
    },
  ),
  declares('mla.emergency_direct', 'EMLA-9', ['Direct emergency requests', 'Demandes d’urgence directes'], {
    type: 'record',
    fields: [
      says('judicial', 'EMLA-9', ['To judicial authorities', 'Aux autorités judiciaires'], {
        type: 'boolean',
      }).spec,
      says('desks', 'EMLA-9', ['Desks', 'Services'], { ...codes() }).spec,
      says('interpol', 'EMLA-9', ['Through INTERPOL', 'Par INTERPOL'], { type: 'boolean' }).spec,
      says('contact_24_7', 'EMLA-9', ['To the 24/7 contact', 'Au point de contact 24/7'], { type: 'boolean' })
        .spec,
    ],
  }),
  says('mla.emergency_desk', 'EMLA-5', ['Desk for emergencies', 'Service des urgences'], { type: 'code' }),
  says('mla.emergency_grounds', 'EMLA-7', ['Grounds in emergencies', 'Motifs en cas d’urgence'], {
    ...oneOf(
      ['budapest_27', 'article 27 of the Budapest Convention', 'article 27 de la Convention de Budapest'],
      ['mla_26', 'paragraph 26 of this convention', 'paragraphe 26 de la présente convention'],
    ),
  }),
  says('mla.video_hearing', 'MLA-23', ['Hearings by video', 'Auditions par vidéo'], {
    ...oneOf(
      ['permitted', 'permitted', 'permises'],
      ['case_by_case', 'case by case', 'au cas par cas'],
      ['no', 'no', 'non'],
    ),
  }),
  says('mla.video_hearing_conditions', 'MLA-23', ['Conditions', 'Conditions'], { type: 'text' }),
  says('mla.costs_note', 'MLA-33', ['Note on costs', 'Note sur les frais'], { type: 'text', textMax: 2000 }),
];

/** Extradition. */
const EXTRADITION_FIELDS: readonly ProfileField[] = [
  says('extradition.treaty_required', 'EXT-5', ['Requires a treaty', 'Exige un traité'], { type: 'boolean' }),
  declares('extradition.convention_as_basis', 'EXT-6a', ['Convention as basis', 'Convention comme base'], {
    ...oneOf(['yes', 'yes', 'oui'], ['no', 'no', 'non'], ['not_declared', 'not declared', 'non déclaré']),
  }),
  says(
    'extradition.political_exclusion_permitted',
    'EXT-4',
    ['Law permits to exclude the political exception', 'Le droit permet d’écarter l’exception politique'],
    {
      type: 'boolean',
    },
  ),
  says(
    'extradition.without_dual_criminality',
    'EXT-2',
    ['Without dual criminality', 'Sans double incrimination'],
    YES_NO_CASE,
  ),
  says(
    'extradition.minimum_penalty_months',
    'EXT-8',
    ['Minimum penalty, in months', 'Peine minimale, en mois'],
    {
      type: 'integer',
      integerMax: 1200,
    },
  ),
  says('extradition.minimum_penalty_citation', 'EXT-8', ['Provision', 'Disposition'], {
    type: 'text',
    textMax: 500,
  }),
  says('extradition.refusal_grounds', 'EXT-8', ['Grounds for refusal', 'Motifs de refus'], {
    ...listOf(
      says('code', 'EXT-8', ['Code', 'Code'], { type: 'code', required: true }),
      says('text', 'EXT-8', ['Wording', 'Libellé'], { type: 'text', textMax: 2000 }),
      says('citation', 'EXT-8', ['Provision', 'Disposition'], { type: 'text', textMax: 500 }),
    ),
  }),
  says('extradition.nationals', 'EXT-11', ['Own nationals', 'Nationaux'], {
    ...oneOf(
      ['extradites', 'are extradited', 'sont extradés'],
      ['does_not', 'are not extradited', 'ne sont pas extradés'],
      ['return_condition', 'on condition of return', 'sous condition de retour'],
      ['case_by_case', 'case by case', 'au cas par cas'],
    ),
  }),
  says(
    'extradition.enforces_foreign_sentences',
    'EXT-13',
    ['Enforces foreign sentences', 'Exécute les peines étrangères'],
    {
      ...oneOf(
        ['yes', 'yes', 'oui'],
        ['no', 'no', 'non'],
        ['conditions', 'under conditions', 'sous conditions'],
      ),
    },
  ),
  says('extradition.evidence_required', 'EXT-9', ['Evidence required', 'Preuves exigées'], {
    type: 'list',
    of: 'text',
  }),
  says('extradition.simplified_surrender', 'EXT-9', ['Simplified surrender', 'Remise simplifiée'], {
    type: 'text',
  }),
  says(
    'extradition.provisional_limit_days',
    'EXT-10',
    ['Limit of provisional arrest, in days', 'Durée de l’arrestation provisoire, en jours'],
    {
      type: 'integer',
      integerMax: 366,
    },
  ),
  says('extradition.channel', 'EXT-8', ['Channel', 'Voie'], {
    ...oneOf(
      ['diplomatic', 'diplomatic', 'diplomatique'],
      ['node', 'this network', 'ce réseau'],
      ['both', 'both', 'les deux'],
    ),
  }),
];

/** Data: preservation, production, collection, interception. */
const DATA_FIELDS: readonly ProfileField[] = [
  says(
    'preservation.requires_dc_for_disclosure',
    'PRES-4',
    ['Requires dual criminality for disclosure', 'Exige la double incrimination pour divulguer'],
    {
      type: 'boolean',
    },
  ),
  declares(
    'preservation.dual_criminality_reservation',
    'PRES-4',
    ['Reservation on dual criminality', 'Réserve de double incrimination'],
    {
      type: 'boolean',
    },
  ),
  says('preservation.usual_period_days', 'PRES-7', ['Usual period, in days', 'Durée usuelle, en jours'], {
    type: 'integer',
    integerMin: 90,
    integerMax: 3660,
  }),
  declares(
    'emergency_production.emla_first',
    'EPROD-2',
    ['Awaits an emergency request first', 'Attend d’abord une demande d’urgence'],
    {
      type: 'boolean',
    },
  ),
  declares(
    'emergency_production.no_subscriber_only',
    'EPROD-3',
    ['Not for subscriber information alone', 'Pas pour les seules données d’abonné'],
    {
      type: 'boolean',
    },
  ),
  declares('emergency_production.followup', 'EPROD-7', ['Request to be sent again', 'Demande à renvoyer'], {
    type: 'record',
    fields: [
      says('required', 'EPROD-7', ['Required', 'Exigé'], { type: 'boolean', required: true }).spec,
      says('format', 'EPROD-7', ['Form', 'Format'], { type: 'code' }).spec,
      says('channel', 'EPROD-7', ['Channel', 'Voie'], { type: 'code' }).spec,
      says('days', 'EPROD-7', ['Within days', 'Délai en jours'], { type: 'integer', integerMax: 366 }).spec,
    ],
  }),
  says('emergency_production.oral_requests', 'EPROD-6', ['Oral requests', 'Demandes orales'], ORAL),
  says(
    'emergency_production.oral_confirmation_required',
    'EPROD-6',
    ['Oral requests must be confirmed', 'Confirmation exigée'],
    {
      type: 'boolean',
    },
  ),
  says('emergency_production.capability', 'EPROD-4', ['Capability', 'Capacité'], {
    ...oneOf(
      ['full', 'full', 'entière'],
      ['facilitate', 'can facilitate', 'peut faciliter'],
      ['none', 'none', 'aucune'],
    ),
  }),
  says(
    'traffic_realtime.conditions',
    'RTT-1',
    ['Conditions of real-time collection', 'Conditions de la collecte en temps réel'],
    {
      type: 'text',
    },
  ),
  says('traffic_realtime.offences', 'RTT-2', ['Offences', 'Infractions'], { ...codes() }),
  says('interception', 'INT-1', ['Interception', 'Interception'], {
    type: 'record',
    fields: [
      says('permitted', 'INT-1', ['Permitted', 'Permise'], {
        ...oneOf(
          ['permitted', 'permitted', 'permise'],
          ['treaty_only', 'under a treaty only', 'par traité seulement'],
          ['no', 'no', 'non'],
        ),
        required: true,
      }).spec,
      says('conditions', 'INT-1', ['Conditions', 'Conditions'], { type: 'text' }).spec,
      says('authority', 'INT-1', ['Authorising authority', 'Autorité compétente'], {
        type: 'text',
        textMax: 300,
      }).spec,
    ],
  }),
  says('special_techniques', 'SIT-1', ['Special techniques', 'Techniques spéciales'], {
    ...listOf(
      says('technique', 'SIT-1', ['Technique', 'Technique'], { type: 'code', required: true }),
      says('permitted', 'SIT-1', ['Permitted', 'Permise'], { type: 'boolean' }),
      says('conditions', 'SIT-1', ['Conditions', 'Conditions'], { type: 'text' }),
    ),
  }),
  says(
    'cooperating_persons.mitigation',
    'MECL-2',
    ['Mitigation for who cooperates', 'Atténuation pour qui coopère'],
    YES_NO_CASE,
  ),
  says(
    'cooperating_persons.immunity',
    'MECL-3',
    ['Immunity for who cooperates', 'Immunité pour qui coopère'],
    YES_NO_CASE,
  ),
];

export const ASSISTANCE_FIELDS: readonly ProfileField[] = [
  ...MLA_FIELDS,
  ...EXTRADITION_FIELDS,
  ...DATA_FIELDS,
];
