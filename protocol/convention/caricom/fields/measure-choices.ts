import { choice } from './field.ts';

/** MLA-3: what assistance may be asked for. Whether a measure needs coercion, the requested State decides. */
export const MEASURES = [
  choice('evidence_or_statement', 'taking evidence or statements from a person', 'audition ou déposition', {
    paragraph: 'MLA-3a',
    coercive: 'depends',
  }),
  choice('service_of_documents', 'serving documents', 'remise d’actes', {
    paragraph: 'MLA-3b',
    coercive: 'no',
  }),
  choice('search_seizure_freezing', 'search, seizure or freezing', 'perquisition, saisie ou gel', {
    paragraph: 'MLA-3c',
    coercive: 'yes',
  }),
  choice(
    'examine_data_objects_sites',
    'examining data, objects or sites',
    'examen de données, d’objets ou de lieux',
    {
      paragraph: 'MLA-3d',
      coercive: 'depends',
    },
  ),
  choice(
    'information_items_expertise',
    'information, items of evidence or an expert’s evaluation',
    'informations, pièces à conviction ou expertise',
    { paragraph: 'MLA-3e', coercive: 'no' },
  ),
  choice(
    'records_originals_or_copies',
    'records, in the original or as certified copies',
    'dossiers, en original ou en copie certifiée',
    {
      paragraph: 'MLA-3f',
      coercive: 'depends',
    },
  ),
  choice(
    'trace_for_evidence',
    'tracing things or proceeds as evidence',
    'recherche de biens ou de produits à titre de preuve',
    {
      paragraph: 'MLA-3g',
      coercive: 'no',
    },
  ),
  choice(
    'voluntary_appearance',
    'voluntary appearance of a person',
    'comparution volontaire d’une personne',
    {
      paragraph: 'MLA-3h',
      coercive: 'no',
    },
  ),
  choice('other', 'other assistance', 'autre forme d’entraide', { paragraph: 'MLA-3i', coercive: 'depends' }),
  choice('freeze_trace_proceeds', 'freezing and tracing proceeds', 'gel et recherche des produits', {
    paragraph: 'MLA-3j',
    coercive: 'yes',
    notice: 'asset-recovery-outside',
  }),
  choice('asset_recovery', 'recovery of assets', 'recouvrement d’avoirs', {
    paragraph: 'MLA-3k',
    coercive: 'yes',
    notice: 'asset-recovery-outside',
  }),
];
