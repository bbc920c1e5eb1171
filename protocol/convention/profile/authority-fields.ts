import { codes, declares, listOf, oneOf, type ProfileField, says } from './profile-field.ts';

const REQUIREMENTS = oneOf(
  ['assurance_level', 'level of assurance', 'niveau d’assurance'],
  ['hardware_key', 'key in hardware', 'clé matérielle'],
  ['countersignature', 'signature of a second officer', 'signature d’un second officier'],
  ['cipher_suite', 'cipher suite', 'suite cryptographique'],
);

const MEASURES = oneOf(
  ['technical_advice', 'technical advice', 'conseil technique'],
  ['preservation', 'preservation', 'conservation'],
  ['traffic_path', 'disclosure of the traffic path', 'divulgation de l’acheminement'],
  ['evidence', 'collection of evidence', 'recueil de preuves'],
  ['legal_information', 'legal information', 'informations juridiques'],
  ['locate_suspect', 'locating of suspects', 'localisation de suspects'],
);

/**
 * Authorities, languages and what is asked of whoever writes. Authorities themselves are the desks of the
 * profile.
 */
export const AUTHORITY_FIELDS: readonly ProfileField[] = [
  declares('central_authorities', 'MLA-15', ['Central authorities', 'Autorités centrales'], {
    ...listOf(
      says('desk', 'MLA-15', ['Desk', 'Service'], { type: 'code', required: true }),
      says('special_region', 'MLA-15', ['For a special region', 'Pour une région particulière'], {
        type: 'boolean',
      }),
      says('notification_reference', 'MLA-16', ['Depositary’s reference', 'Référence du dépositaire'], {
        type: 'text',
      }),
      says('notification_date', 'MLA-16', ['Notified on', 'Notifiée le'], { type: 'date' }),
    ),
  }),
  says(
    'contact_24_7.part_of',
    'N247-3',
    ['The 24/7 contact is part of', 'Le point de contact 24/7 relève de'],
    {
      ...oneOf(
        ['CA', 'the central authority', 'l’autorité centrale'],
        ['EXA', 'the authority for extradition', 'l’autorité d’extradition'],
        ['both', 'both', 'des deux'],
        ['neither', 'neither', 'd’aucune'],
      ),
    },
  ),
  says('contact_24_7.may_carry_out_directly', 'N247-1', ['May carry out itself', 'Peut exécuter elle-même'], {
    ...MEASURES,
    type: 'list',
    of: 'choice',
  }),
  says('statistics_contact', 'STAT-1', ['Contact for statistics', 'Contact pour les statistiques'], {
    type: 'code',
  }),
  says('liaison_officers', 'LEC-1e', ['Liaison officers', 'Officiers de liaison'], {
    ...listOf(
      says('name', 'LEC-1e', ['Name', 'Nom'], { type: 'text', textMax: 300 }),
      says('posted_by', 'LEC-1e', ['Posted by', 'Détaché par'], { type: 'code', format: 'party' }),
      says('from', 'LEC-1e', ['From', 'Du'], { type: 'date' }),
      says('until', 'LEC-1e', ['Until', 'Au'], { type: 'date' }),
    ),
  }),
  declares('languages.accepted', 'MLA-18', ['Languages accepted', 'Langues acceptées'], {
    ...listOf(
      says('language', 'MLA-18', ['Language', 'Langue'], {
        type: 'code',
        format: 'language',
        required: true,
      }),
      says('kinds', 'MLA-18', ['For kinds', 'Pour les types'], { type: 'list', of: 'text', textMax: 64 }),
      says('emergency_only', 'MLA-18', ['In emergencies only', 'En cas d’urgence seulement'], {
        type: 'boolean',
      }),
    ),
  }),
  says('intake.security_requirements', 'MLA-19', ['Security requirements', 'Exigences de sécurité'], {
    ...listOf(
      says('requirement', 'MLA-19', ['Requirement', 'Exigence'], { ...REQUIREMENTS, required: true }),
      says('value', 'MLA-19', ['Value', 'Valeur'], { type: 'code' }),
      says('kinds', 'MLA-19', ['For kinds', 'Pour les types'], { type: 'list', of: 'text', textMax: 64 }),
    ),
  }),
  says('service_providers', 'PRIV-1', ['Service providers', 'Fournisseurs de services'], {
    ...listOf(
      says('name', 'PRIV-1', ['Name', 'Nom'], { type: 'text', textMax: 300, required: true }),
      says('address', 'EPROD-5c', ['Address for legal process', 'Adresse de signification'], {
        type: 'text',
      }),
      says('preservation_contact', 'PRIV-1', ['Contact for preservation', 'Contact pour la conservation'], {
        type: 'text',
      }),
      says('data_classes', 'PRIV-1', ['Classes of data', 'Catégories de données'], { ...codes() }),
    ),
  }),
  says('public_reporting', 'SOC-2', ['Where the public may report', 'Où le public peut signaler'], {
    type: 'record',
    fields: [
      says('body', 'SOC-2', ['Body', 'Organisme'], { type: 'text', textMax: 300 }).spec,
      says('address', 'SOC-2', ['Address', 'Adresse'], { type: 'text', textMax: 500 }).spec,
      says('anonymous', 'SOC-2', ['Also without a name', 'Aussi sous anonymat'], { type: 'boolean' }).spec,
    ],
  }),
  says('offence_map', 'IMPL-2', ['Own provisions by offence', 'Dispositions internes par infraction'], {
    ...listOf(
      says('catalogue_code', 'IMPL-2', ['Offence', 'Infraction'], { type: 'code', required: true }),
      says('provision', 'IMPL-2', ['Provision', 'Disposition'], { type: 'text', textMax: 500 }),
      says('penalty', 'IMPL-2', ['Penalty', 'Peine'], { type: 'text', textMax: 500 }),
    ),
  }),
];
