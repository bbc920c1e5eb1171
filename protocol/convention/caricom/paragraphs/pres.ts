import type { ParagraphRow } from './paragraph.ts';

/** Preservation of stored data, and the path found on the way. */
export const PRES: readonly ParagraphRow[] = [
  [
    'PRES-1',
    [
      'A State may ask another to have stored data preserved quickly, because it intends to ask for their search, seizure or disclosure.',
      'Un État peut demander à un autre de faire conserver rapidement des données stockées dont il compte demander la perquisition, la saisie ou la divulgation.',
    ],
    [
      'Opens data.preserve between the 24/7 contacts or the central authorities. Data cannot be attached to the answer.',
      'Ouvre data.preserve entre points de contact 24/7 ou autorités centrales. Des données ne peuvent être jointes à la réponse.',
    ],
  ],
  [
    'PRES-2',
    ['Lists what such a request says.', 'Énumère ce que dit une telle demande.'],
    [
      'What is missing is named before sending. At the receiver it leads to a question, never to a refusal.',
      'Ce qui manque est indiqué avant l’envoi. Chez le destinataire, cela conduit à une question, jamais à un refus.',
    ],
  ],
  [
    'PRES-2a',
    ['The authority that asks.', 'L’autorité qui demande.'],
    ['It must be one of the State’s own profile.', 'Elle doit figurer dans le profil de l’État.'],
  ],
  [
    'PRES-2b',
    ['The offence, and the facts in brief.', 'L’infraction et, en bref, les faits.'],
    [
      'Both are required; the offence need not be in the catalogue.',
      'Les deux sont exigés ; l’infraction peut être hors catalogue.',
    ],
  ],
  [
    'PRES-2c',
    [
      'The data, and how they are connected with the offence.',
      'Les données, et leur lien avec l’infraction.',
    ],
    [
      'Each entry has its own class, selectors and relation, and is decided by itself.',
      'Chaque entrée a sa catégorie, ses sélecteurs et son lien, et fait l’objet d’une décision propre.',
    ],
  ],
  [
    'PRES-2d',
    [
      'Whatever is known of the custodian of the data or the place of the system.',
      'Ce qui est connu du gardien des données ou du lieu du système.',
    ],
    [
      'Either of them, or the word that neither is known.',
      'L’un des deux, ou l’indication que ni l’un ni l’autre n’est connu.',
    ],
  ],
  [
    'PRES-2e',
    ['Why preservation is necessary.', 'Pourquoi la conservation est nécessaire.'],
    ['It is required.', 'Elle est exigée.'],
  ],
  [
    'PRES-2f',
    [
      'That a request for search, seizure or disclosure is intended.',
      'Qu’une demande de perquisition, de saisie ou de divulgation est envisagée.',
    ],
    ['It must be affirmed.', 'Il faut l’affirmer.'],
  ],
  [
    'PRES-3',
    [
      'The State that is asked preserves the data quickly under its own law. Dual criminality is no condition.',
      'L’État requis conserve rapidement les données selon son droit. La double incrimination n’est pas une condition.',
    ],
    [
      'A clock runs from receipt. Dual criminality cannot be chosen as a ground.',
      'Un délai court dès la réception. La double incrimination ne peut être choisie comme motif.',
    ],
  ],
  [
    'PRES-4',
    [
      'Who requires dual criminality to disclose may reserve refusing to preserve, for offences outside the convention, where it will not be met.',
      'Qui exige la double incrimination pour divulguer peut se réserver de refuser la conservation, pour des infractions hors convention, si elle ne peut être remplie.',
    ],
    [
      'Offered only where the profile has that reservation, and for data tied to no offence of the catalogue.',
      'Offert seulement si le profil porte cette réserve, et pour des données liées à aucune infraction du catalogue.',
    ],
  ],
  [
    'PRES-5',
    [
      'Besides, there are two grounds of refusal and no other.',
      'Par ailleurs, il y a deux motifs de refus et aucun autre.',
    ],
    [
      'The list is closed; nothing is postponed, and only authenticity or not being party turns a request away.',
      'La liste est close ; rien n’est ajourné, et seules l’authenticité ou la qualité de partie font écarter une demande.',
    ],
  ],
  [
    'PRES-5a',
    ['A political offence, or one connected with it.', 'Une infraction politique ou connexe.'],
    ['Which of the two must be said.', 'Il faut dire laquelle des deux.'],
  ],
  [
    'PRES-5b',
    ['Essential interests would suffer.', 'Une atteinte à des intérêts essentiels.'],
    ['Asks which interest it is.', 'Demande de quel intérêt il s’agit.'],
  ],
  [
    'PRES-6',
    [
      'If preserving will not secure the data, or would harm the investigation, the other State is told promptly and decides.',
      'Si la conservation n’assure pas les données ou nuit à l’enquête, l’autre État en est promptement informé et décide.',
    ],
    [
      'The confirmation waits for that decision, unless waiting would lose the data.',
      'La confirmation attend cette décision, sauf si l’attente ferait perdre les données.',
    ],
  ],
  [
    'PRES-7',
    [
      'Data are preserved for at least ninety days, and then until the request for them is decided.',
      'Les données sont conservées au moins quatre-vingt-dix jours, puis jusqu’à la décision sur la demande.',
    ],
    [
      'Fewer days cannot be confirmed. The end is announced ahead, and barred while a request that was received is undecided.',
      'Une durée moindre ne peut être confirmée. La fin est annoncée à l’avance, et exclue tant qu’une demande reçue n’est pas tranchée.',
    ],
  ],
];

/** Disclosure of the traffic path found while preserving. */
export const TRAF: readonly ParagraphRow[] = [
  [
    'TRAF-1',
    [
      'Who finds, while preserving traffic data, that a provider in another State took part, quickly discloses enough to identify it and the path.',
      'Qui découvre, en conservant des données de trafic, qu’un fournisseur d’un autre État a participé, divulgue vite de quoi l’identifier, et l’acheminement.',
    ],
    [
      'The confirmation asks for it; a yes opens the duty. Content among the data asks for a reason.',
      'La confirmation le demande ; un oui fait naître le devoir. Du contenu parmi les données appelle une raison.',
    ],
  ],
  [
    'TRAF-2',
    ['The path is withheld on two grounds only.', 'L’acheminement n’est tu que pour deux motifs.'],
    ['No other can be chosen.', 'Aucun autre ne peut être choisi.'],
  ],
  [
    'TRAF-2a',
    ['A political offence, or one connected with it.', 'Une infraction politique ou connexe.'],
    ['Warns if the data themselves were preserved.', 'Avertit si les données ont pourtant été conservées.'],
  ],
  [
    'TRAF-2b',
    ['Essential interests would suffer.', 'Une atteinte à des intérêts essentiels.'],
    ['Asks which interest it is.', 'Demande de quel intérêt il s’agit.'],
  ],
];
