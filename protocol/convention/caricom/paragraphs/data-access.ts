import type { ParagraphRow } from './paragraph.ts';

/** Access to stored data, within a State and across its border; collection and interception in real time. */
export const DATA_ACCESS: readonly ParagraphRow[] = [
  [
    'ACC-1',
    [
      'A State may ask another to search, seize and disclose stored data, preserved ones included.',
      'Un État peut demander à un autre de perquisitionner, saisir et divulguer des données stockées, conservées ou non.',
    ],
    [
      'Opens data.stored_access. Its receipt keeps preserved data until it is decided.',
      'Ouvre data.stored_access. Sa réception maintient les données conservées jusqu’à la décision.',
    ],
  ],
  [
    'ACC-2',
    [
      'The answer follows the instruments and laws that govern mutual assistance, and the rest of the chapter.',
      'La réponse suit les instruments et lois qui régissent l’entraide, et le reste du chapitre.',
    ],
    ['Contents, grounds and reasons are those of MLA.', 'Contenu, motifs et raisons sont ceux de MLA.'],
  ],
  [
    'ACC-3',
    ['The answer is expedited in two situations.', 'La réponse est accélérée dans deux situations.'],
    [
      'Marking it urgent without one of them asks for a reason.',
      'La marquer urgente sans l’une d’elles appelle une raison.',
    ],
  ],
  [
    'ACC-3a',
    ['The data are likely to be lost or changed.', 'Les données risquent d’être perdues ou modifiées.'],
    ['It must be explained.', 'Il faut l’expliquer.'],
  ],
  [
    'ACC-3b',
    ['Another instrument provides for it.', 'Un autre instrument le prévoit.'],
    ['It must be named.', 'Il faut le nommer.'],
  ],
  [
    'INT-1',
    [
      'States help each other to collect or record content of specified communications, as far as treaties and law allow.',
      'Les États s’aident à collecter ou enregistrer le contenu de communications déterminées, autant que traités et droit le permettent.',
    ],
    [
      'Opens data.content_intercept; warns where the other State’s profile does not permit it. Streams do not pass here.',
      'Ouvre data.content_intercept ; avertit si le profil de l’autre État ne le permet pas. Les flux ne passent pas ici.',
    ],
  ],
  [
    'RTT-1',
    [
      'States help each other to collect traffic data of specified communications in real time, under their own law.',
      'Les États s’aident à collecter en temps réel des données de trafic de communications déterminées, selon leur droit.',
    ],
    [
      'Opens data.traffic_realtime. Content among the results is blocked.',
      'Ouvre data.traffic_realtime. Du contenu parmi les résultats est bloqué.',
    ],
  ],
  [
    'RTT-2',
    [
      'At least for offences for which it would be available in a domestic case.',
      'Au moins pour les infractions pour lesquelles ce serait possible dans une affaire interne.',
    ],
    ['A yes to that question rules that refusal out.', 'Un oui à cette question exclut ce refus.'],
  ],
  [
    'TBA-a',
    [
      'Data open to the public may be accessed wherever they are.',
      'Les données accessibles au public peuvent être consultées où qu’elles soient.',
    ],
    [
      'The form of data.stored_access asks for it and says so.',
      'Le formulaire de data.stored_access le demande et le signale.',
    ],
  ],
  [
    'TBA-b',
    [
      'Data in another State may be accessed with the lawful and voluntary consent of whoever may disclose them.',
      'Des données dans un autre État sont accessibles avec le consentement légal et volontaire de qui peut les divulguer.',
    ],
    [
      'It needs no message; keep a record of the consent.',
      'Aucun message n’est requis ; garder trace du consentement.',
    ],
  ],
  [
    'AIT-a',
    ['The same as TBA-a, in other words.', 'Comme TBA-a, en d’autres termes.'],
    ['See TBA-a.', 'Voir TBA-a.'],
  ],
  [
    'AIT-b',
    [
      'The same as TBA-b, in other words: with voluntary and legal agreement.',
      'Comme TBA-b, en d’autres termes : avec un accord volontaire et légal.',
    ],
    ['See TBA-b.', 'Voir TBA-b.'],
  ],
];
