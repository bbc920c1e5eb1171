import {
  codes,
  declares,
  listOf,
  oneOf,
  ORAL,
  type ProfileField,
  says,
  YES_NO_CASE,
} from './profile-field.ts';

/** Data: preservation, production, collection, interception. */
export const DATA_FIELDS: readonly ProfileField[] = [
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
