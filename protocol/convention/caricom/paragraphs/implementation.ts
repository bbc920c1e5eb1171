import type { ParagraphRow } from './paragraph.ts';

/** Participation of society. */
export const SOC: readonly ParagraphRow[] = [
  [
    'SOC-1',
    [
      'Each State promotes the part that society takes.',
      'Chaque État encourage la participation de la société.',
    ],
    ['Protocol and rules are published openly.', 'Le protocole et les règles sont publiés.'],
  ],
  [
    'SOC-1a',
    ['Transparency, and contribution of the public.', 'Transparence et contribution du public.'],
    ['The specification is open.', 'La spécification est ouverte.'],
  ],
  [
    'SOC-1b',
    ['Access to information.', 'Accès à l’information.'],
    ['Statistics without cases can be published.', 'Des statistiques sans affaires peuvent être publiées.'],
  ],
  [
    'SOC-1c',
    ['Information and education of the public.', 'Information et éducation du public.'],
    ['Domestic.', 'Interne.'],
  ],
  [
    'SOC-1d',
    [
      'Freedom to seek, receive and publish; limits by law alone.',
      'Liberté de rechercher, recevoir et publier ; limites par la loi seule.',
    ],
    [
      'What is kept from the public names one of the reasons of the text.',
      'Ce qui est tenu secret nomme une des raisons du texte.',
    ],
  ],
  [
    'SOC-2',
    [
      'Bodies to which one may report are made known, also without a name.',
      'Les organismes de signalement sont connus, aussi sous anonymat.',
    ],
    [
      'The public profile names body and address; nothing of who reports travels.',
      'Le profil public nomme organisme et adresse ; rien de qui signale ne voyage.',
    ],
  ],
];

/** The private sector. */
export const PRIV: readonly ParagraphRow[] = [
  [
    'PRIV-1',
    [
      'Each State encourages cooperation with banks and service providers.',
      'Chaque État encourage la coopération avec banques et fournisseurs.',
    ],
    [
      'The profile is a directory of providers; they are no parties of the network.',
      'Le profil recense les fournisseurs ; ils ne sont pas parties au réseau.',
    ],
  ],
];

/** Development and technical assistance. */
export const ECD: readonly ParagraphRow[] = [
  [
    'ECD-1',
    [
      'States further the best implementation, with development in view.',
      'Les États favorisent la meilleure application, en vue du développement.',
    ],
    ['Nothing between nodes.', 'Rien entre nœuds.'],
  ],
  [
    'ECD-2',
    ['States make efforts of the kinds listed.', 'Les États font des efforts des types énumérés.'],
    [
      'train.request carries technical assistance; no money moves here.',
      'train.request porte l’assistance technique ; aucun argent ne circule ici.',
    ],
  ],
  [
    'ECD-2a',
    ['Strengthen the capacity of developing countries.', 'Renforcer la capacité des pays en développement.'],
    [
      'A node runs on a small machine with a poor line.',
      'Un nœud tourne sur une petite machine à liaison médiocre.',
    ],
  ],
  [
    'ECD-2b',
    ['Financial and material help.', 'Aide financière et matérielle.'],
    ['Nothing between nodes.', 'Rien entre nœuds.'],
  ],
  [
    'ECD-2c',
    [
      'Technical assistance; a share of confiscated proceeds may be considered.',
      'Assistance technique ; une part du produit confisqué peut être envisagée.',
    ],
    ['train.request of type technical_assistance.', 'train.request de type technical_assistance.'],
  ],
  [
    'ECD-2d',
    [
      'Encourage others; more training and equipment.',
      'Encourager d’autres ; plus de formation et de matériel.',
    ],
    ['Nothing between nodes.', 'Rien entre nœuds.'],
  ],
  [
    'ECD-3',
    ['Existing commitments stay as they are.', 'Les engagements existants demeurent.'],
    ['Nothing between nodes.', 'Rien entre nœuds.'],
  ],
  [
    'ECD-4',
    [
      'Agreements on material and logistical help may be made.',
      'Des accords d’aide matérielle et logistique sont possibles.',
    ],
    ['arrangement.record, subject logistics.', 'arrangement.record, objet logistics.'],
  ],
];

/** Implementation. */
export const IMPL: readonly ParagraphRow[] = [
  [
    'IMPL-1',
    ['Each State takes the measures that it needs.', 'Chaque État prend les mesures nécessaires.'],
    ['The profile lists them, for the Conference.', 'Le profil les recense, pour la Conférence.'],
  ],
  [
    'IMPL-2',
    [
      'Offences stand in domestic law, whoever is involved.',
      'Les infractions existent en droit interne, quelles que soient les personnes.',
    ],
    [
      'The profile maps offences to own provisions.',
      'Le profil rattache les infractions aux dispositions internes.',
    ],
  ],
  [
    'IMPL-3',
    [
      'Stricter measures than those of the text are allowed.',
      'Des mesures plus strictes que le texte sont permises.',
    ],
    [
      'A State may add rules for itself; it adds no ground to a closed list, and takes no rule away.',
      'Un État peut s’ajouter des règles ; il n’ajoute aucun motif à une liste close et ne retire aucune règle.',
    ],
  ],
];

/** The Conference of the Parties. */
export const COP: readonly ParagraphRow[] = [
  [
    'COP-1',
    ['A Conference of the Parties is set up.', 'Une Conférence des Parties est établie.'],
    ['Nothing between nodes.', 'Rien entre nœuds.'],
  ],
  [
    'COP-2',
    [
      'It meets within a year of the entry into force.',
      'Elle se réunit dans l’année de l’entrée en vigueur.',
    ],
    ['A date in the calendar.', 'Une date au calendrier.'],
  ],
  [
    'COP-3',
    [
      'It agrees on ways to further the purposes of the text.',
      'Elle convient de moyens de servir les buts du texte.',
    ],
    ['Figures that it may want come from the record.', 'Les chiffres utiles viennent du registre.'],
  ],
  [
    'COP-3a',
    ['Training, assistance and prevention.', 'Formation, assistance et prévention.'],
    ['Nothing between nodes.', 'Rien entre nœuds.'],
  ],
  [
    'COP-3b',
    ['Exchange on patterns, trends and practices.', 'Échanges sur tendances et pratiques.'],
    ['stats.share carries it.', 'stats.share le porte.'],
  ],
  [
    'COP-3c',
    ['Working with organizations.', 'Travail avec des organisations.'],
    ['Published figures serve for it.', 'Les chiffres publiés y servent.'],
  ],
  [
    'COP-3d',
    ['Review of the implementation from time to time.', 'Examen périodique de l’application.'],
    [
      'A signed bundle of figures can be made again from the record.',
      'Un jeu signé de chiffres peut être refait depuis le registre.',
    ],
  ],
  [
    'COP-3e',
    ['Recommendations.', 'Recommandations.'],
    [
      'Rules have versions, so that a recommendation can become one.',
      'Les règles sont versionnées ; une recommandation peut en devenir une.',
    ],
  ],
  [
    'COP-4',
    [
      'It learns what it needs from States and reviews.',
      'Elle s’informe auprès des États et par les examens.',
    ],
    ['The same bundle, with difficulties met.', 'Le même jeu, avec les difficultés rencontrées.'],
  ],
  [
    'COP-5',
    [
      'States tell it of programmes, practices and measures.',
      'Les États l’informent de leurs programmes, pratiques et mesures.',
    ],
    [
      'A date of one’s own in the calendar; profile and figures are exported.',
      'Une date propre au calendrier ; profil et chiffres s’exportent.',
    ],
  ],
];
