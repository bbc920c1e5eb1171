import { declares, listOf, oneOf, type ProfileField, says, YES_NO_CASE } from './profile-field.ts';

/** Extradition. */
export const EXTRADITION_FIELDS: readonly ProfileField[] = [
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
