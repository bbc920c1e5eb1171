import { codes, declares, oneOf, ORAL, type ProfileField, says } from './profile-field.ts';

/** Mutual legal assistance. */
export const ASSISTANCE_FIELDS: readonly ProfileField[] = [
  declares('mla.diplomatic_channel', 'MLA-17', ['Diplomatic channel', 'Voie diplomatique'], {
    ...oneOf(
      ['required', 'required', 'exigée'],
      ['accepted', 'accepted', 'admise'],
      ['no', 'not used', 'non utilisée'],
    ),
  }),
  says('mla.interpol_channel', 'MLA-17', ['INTERPOL in urgency', 'INTERPOL en cas d’urgence'], {
    ...oneOf(
      ['standing_agreement', 'standing agreement', 'accord permanent'],
      ['ad_hoc', 'case by case', 'au cas par cas'],
      ['no', 'no', 'non'],
    ),
  }),
  says('mla.interpol_partners', 'MLA-17', ['Standing agreement with', 'Accord permanent avec'], {
    ...codes({ format: 'party' }),
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
