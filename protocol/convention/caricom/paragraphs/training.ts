import type { ParagraphRow } from './paragraph.ts';

/** Training and technical assistance. */
export const TRAIN: readonly ParagraphRow[] = [
  [
    'TRAIN-1',
    [
      'Each State trains its own services, as far as needed, on the subjects listed (the text has no letter h).',
      'Chaque État forme ses services, autant que nécessaire, sur les sujets énumérés (le texte n’a pas de lettre h).',
    ],
    [
      'Subjects are tags of train.request; secondments are le.liaison.',
      'Les sujets sont des étiquettes de train.request ; les détachements relèvent de le.liaison.',
    ],
  ],
  [
    'TRAIN-1a',
    ['Methods of prevention, detection and control.', 'Méthodes de prévention, détection et contrôle.'],
    ['Tag prevention.', 'Étiquette prevention.'],
  ],
  [
    'TRAIN-1b',
    [
      'Routes and techniques of suspects, also in transit, and answers to them.',
      'Itinéraires et techniques des suspects, transit compris, et parades.',
    ],
    [
      'Tag routes; le.information may serve as material.',
      'Étiquette routes ; le.information peut servir de support.',
    ],
  ],
  [
    'TRAIN-1c',
    ['Monitoring of the movement of data.', 'Suivi de la circulation des données.'],
    ['Tag data_movement.', 'Étiquette data_movement.'],
  ],
  [
    'TRAIN-1d',
    [
      'Movements and concealment of proceeds, property and instruments.',
      'Mouvements et dissimulation du produit, des biens et des instruments.',
    ],
    ['Tag proceeds.', 'Étiquette proceeds.'],
  ],
  ['TRAIN-1e', ['Collecting evidence.', 'Recueil de preuves.'], ['Tag evidence.', 'Étiquette evidence.']],
  [
    'TRAIN-1f',
    ['Modern equipment and special techniques.', 'Matériel moderne et techniques spéciales.'],
    ['Tag equipment.', 'Étiquette equipment.'],
  ],
  [
    'TRAIN-1g',
    ['Methods of countering these offences.', 'Méthodes de lutte contre ces infractions.'],
    ['Tag countering.', 'Étiquette countering.'],
  ],
  [
    'TRAIN-1i',
    [
      'Protection of victims and of witnesses who cooperate.',
      'Protection des victimes et des témoins qui coopèrent.',
    ],
    ['Tag protection.', 'Étiquette protection.'],
  ],
  [
    'TRAIN-1j',
    ['National and international rules.', 'Règles nationales et internationales.'],
    [
      'Tag regulations; every rule here shows its paragraph in plain words.',
      'Étiquette regulations ; chaque règle montre ici son paragraphe en clair.',
    ],
  ],
  [
    'TRAIN-2',
    ['Judges are trained too, as far as possible.', 'Les juges sont formés aussi, autant que possible.'],
    [
      'Domestic; the audience of train.request may be judges.',
      'Interne ; train.request peut s’adresser aux juges.',
    ],
  ],
  [
    'TRAIN-3',
    ['So is the prosecution service.', 'De même le ministère public.'],
    [
      'Domestic; the audience of train.request may be prosecutors.',
      'Interne ; train.request peut s’adresser aux procureurs.',
    ],
  ],
  [
    'TRAIN-4',
    [
      'States help each other to plan research and training, also by conferences.',
      'Les États s’aident à planifier recherche et formation, aussi par des conférences.',
    ],
    [
      'Opens train.request, a need or an offer; each State answers for itself.',
      'Ouvre train.request, besoin ou offre ; chaque État répond pour lui-même.',
    ],
  ],
  [
    'TRAIN-5',
    [
      'Training that makes extradition and assistance timely is promoted: languages, secondments, exchanges.',
      'Une formation qui hâte extradition et entraide est encouragée : langues, détachements, échanges.',
    ],
    ['Purpose ext_mla_timeliness of train.request.', 'But ext_mla_timeliness de train.request.'],
  ],
  [
    'TRAIN-6',
    [
      'What existing agreements and organizations offer is used to the full.',
      'Les accords et organisations existants sont pleinement utilisés.',
    ],
    [
      'An arrangement on training is cited by train.request.',
      'Un arrangement sur la formation est cité par train.request.',
    ],
  ],
];

/** Statistics of chapter 4. */
export const STAT: readonly ParagraphRow[] = [
  [
    'STAT-1',
    [
      'States consider developing and sharing statistics and expertise, by common definitions.',
      'Les États envisagent d’élaborer et de partager statistiques et expertise, selon des définitions communes.',
    ],
    [
      'Opens stats.share: figures by a named version of the definitions, no case in them; small ones are held back.',
      'Ouvre stats.share : chiffres selon une version nommée des définitions, sans affaire ; les petits sont masqués.',
    ],
  ],
];

/** Statistics of chapter 6. */
export const STATP: readonly ParagraphRow[] = [
  [
    'STATP-1',
    [
      'Each State may analyse trends, circumstances, groups and technologies.',
      'Chaque État peut analyser tendances, circonstances, groupes et technologies.',
    ],
    ['Domestic; figures come from the own record.', 'Interne ; les chiffres viennent du registre propre.'],
  ],
  [
    'STATP-2',
    [
      'States may develop and share analysis and best practice.',
      'Les États peuvent élaborer et partager analyses et bonnes pratiques.',
    ],
    [
      'stats.share of class analysis: author, date and permitted use are required.',
      'stats.share de catégorie analysis : auteur, date et usage permis sont exigés.',
    ],
  ],
  [
    'STATP-3',
    ['Each State watches how well its own measures work.', 'Chaque État suit l’efficacité de ses mesures.'],
    [
      'Overdue duties and overridden rules are on record.',
      'Délais dépassés et règles outrepassées sont enregistrés.',
    ],
  ],
];

/** Persons who cooperate. */
export const MECL: readonly ParagraphRow[] = [
  [
    'MECL-1',
    [
      'Each State encourages those involved to give useful information and help.',
      'Chaque État encourage les personnes impliquées à fournir informations et aide.',
    ],
    [
      'Domestic. The source of information is no field of any form: it does not travel.',
      'Interne. La source n’est un champ d’aucun formulaire : elle ne voyage pas.',
    ],
  ],
  [
    'MECL-1a',
    ['Information for investigation and evidence.', 'Des informations utiles à l’enquête et à la preuve.'],
    ['As MECL-1.', 'Comme MECL-1.'],
  ],
  [
    'MECL-1b',
    ['Help that deprives offenders of their proceeds.', 'Une aide qui prive les auteurs du produit.'],
    ['As MECL-1.', 'Comme MECL-1.'],
  ],
  [
    'MECL-2',
    ['Mitigated punishment for such persons is considered.', 'Une atténuation de peine est envisagée.'],
    [
      'What the other State publishes is shown when an arrangement is drafted.',
      'Ce que l’autre État publie s’affiche lors de la rédaction.',
    ],
  ],
  [
    'MECL-3',
    ['Immunity for such persons is considered.', 'Une immunité est envisagée.'],
    [
      'The form shows that immunity may also be asked, where it is published.',
      'Le formulaire montre que l’immunité peut aussi être demandée, si elle est publiée.',
    ],
  ],
  [
    'MECL-4',
    [
      'Such persons are protected (the article referred to is missing).',
      'Ces personnes sont protégées (l’article visé manque).',
    ],
    [
      'Their cases are for those alone who need to know.',
      'Leurs affaires sont réservées à qui doit en connaître.',
    ],
  ],
  [
    'MECL-5',
    [
      'Two States may agree how such a person is treated in the one that is helped.',
      'Deux États peuvent convenir du traitement de la personne dans celui qui est aidé.',
    ],
    [
      'Opens coop.person_arrangement. A pseudonym will do; an identity names its readers.',
      'Ouvre coop.person_arrangement. Un pseudonyme suffit ; une identité nomme ses lecteurs.',
    ],
  ],
];
