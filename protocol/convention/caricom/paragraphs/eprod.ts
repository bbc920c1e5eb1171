import type { ParagraphRow } from './paragraph.ts';

/** Production of stored data in an emergency. */
export const EPROD: readonly ParagraphRow[] = [
  [
    'EPROD-1',
    [
      'In an emergency the 24/7 contacts help each other at once to get specified stored data from a provider.',
      'En urgence, les points de contact 24/7 s’aident aussitôt à obtenir d’un fournisseur des données stockées déterminées.',
    ],
    [
      'Opens data.emergency_production, between 24/7 contacts only and with the urgency emergency only.',
      'Ouvre data.emergency_production, entre points de contact 24/7 et avec l’urgence emergency seulement.',
    ],
  ],
  [
    'EPROD-2',
    [
      'A State may reserve not to disclose before an emergency request for mutual assistance has come.',
      'Un État peut se réserver de ne pas divulguer avant d’avoir reçu une demande d’entraide d’urgence.',
    ],
    [
      'The other side learns it while drafting. Waiting is possible only with that reservation; giving without the request asks for a reason.',
      'L’autre partie l’apprend dès la rédaction. Attendre exige cette réserve ; donner sans la demande appelle une raison.',
    ],
  ],
  [
    'EPROD-3',
    [
      'A State may declare that it does not execute requests for subscriber information alone.',
      'Un État peut déclarer ne pas exécuter les demandes portant sur les seules données d’abonné.',
    ],
    [
      'Offered as a ground only with that declaration, and if nothing else is asked for.',
      'Offert comme motif seulement avec cette déclaration, et si rien d’autre n’est demandé.',
    ],
  ],
  [
    'EPROD-4',
    [
      'Each State sees to it that its authorities can do the three steps on the way.',
      'Chaque État veille à ce que ses autorités puissent accomplir les trois étapes.',
    ],
    [
      'The times of the steps are recorded, or said to be unknown.',
      'Les heures des étapes sont notées, ou dites inconnues.',
    ],
  ],
  [
    'EPROD-4a',
    [
      'Authorities can seek the data from the provider.',
      'Les autorités peuvent demander les données au fournisseur.',
    ],
    [
      'Its time can be told in a report and with the result.',
      'Son heure se dit dans un rapport et avec le résultat.',
    ],
  ],
  [
    'EPROD-4b',
    ['The provider can give them to the authorities.', 'Le fournisseur peut les leur remettre.'],
    [
      'Likewise; each object has its digest and custody.',
      'De même ; chaque pièce a son empreinte et sa garde.',
    ],
  ],
  [
    'EPROD-4c',
    ['The authorities can give them to the other State.', 'Les autorités peuvent les donner à l’autre État.'],
    ['With the result, as objects with digests.', 'Avec le résultat, en pièces munies d’empreintes.'],
  ],
  [
    'EPROD-5',
    ['Lists what such a request says.', 'Énumère ce que dit une telle demande.'],
    [
      'What is missing is named before sending, and only that.',
      'Ce qui manque est indiqué avant l’envoi, et cela seul.',
    ],
  ],
  [
    'EPROD-5a',
    ['The authority that seeks the data, and the day.', 'L’autorité qui recherche les données, et le jour.'],
    ['The day cannot lie in the future.', 'Le jour ne peut être à venir.'],
  ],
  [
    'EPROD-5b',
    ['That it is issued under the convention.', 'Qu’elle est émise en application de la convention.'],
    [
      'The node writes the sentence, in English and French.',
      'Le nœud écrit la phrase, en anglais et en français.',
    ],
  ],
  [
    'EPROD-5c',
    ['Name and address of the provider.', 'Nom et adresse du fournisseur.'],
    [
      'Both are required; the other State’s profile may list them.',
      'Les deux sont exigés ; le profil de l’autre État peut les donner.',
    ],
  ],
  [
    'EPROD-5d',
    ['The offence, with its provisions and penalty.', 'L’infraction, avec ses dispositions et sa peine.'],
    ['All are required.', 'Tous sont exigés.'],
  ],
  [
    'EPROD-5e',
    [
      'The facts that show the emergency, and how the data bear on it.',
      'Les faits qui démontrent l’urgence, et le rapport des données avec elle.',
    ],
    [
      'Both are required. The text does not define an emergency: the facts decide.',
      'Les deux sont exigés. Le texte ne définit pas l’urgence : les faits en décident.',
    ],
  ],
  [
    'EPROD-5f',
    ['The data, described in detail.', 'Les données, décrites en détail.'],
    ['Warns if nothing says how they can be found.', 'Avertit si rien ne dit comment les trouver.'],
  ],
  [
    'EPROD-5g',
    ['Procedures to be followed, if any.', 'Les procédures à suivre, le cas échéant.'],
    ['Left out, it is taken as none, with a warning.', 'À défaut, tenu pour aucune, avec un avertissement.'],
  ],
  [
    'EPROD-5h',
    ['Whatever else may help.', 'Toute autre information utile.'],
    ['It may be left out.', 'Peut être omis.'],
  ],
  [
    'EPROD-6',
    [
      'Electronic form is accepted, oral form may be; security and authentication may be required first.',
      'La forme électronique est acceptée, la forme orale peut l’être ; sécurité et authentification peuvent être exigées d’abord.',
    ],
    [
      'The electronic form is no reason to turn it away. An oral request can be noted and waits for its confirmation.',
      'La forme électronique n’est pas un motif de rejet. Une demande orale peut être notée et attend sa confirmation.',
    ],
  ],
  [
    'EPROD-7',
    [
      'A State may declare that it wants the request again afterwards, in its own form and channel.',
      'Un État peut déclarer vouloir ensuite la demande dans sa forme et par sa voie.',
    ],
    [
      'Opens that duty with the result, and never before. Closing without it asks for a reason and leaves it due.',
      'Fait naître ce devoir avec le résultat, jamais avant. Clore sans cela appelle une raison, et le laisse dû.',
    ],
  ],
  [
    'EPROD-8',
    [
      'The State that is asked tells quickly what it has determined, with conditions and what else it can offer.',
      'L’État requis communique vite sa décision, avec les conditions et ce qu’il peut offrir d’autre.',
    ],
    [
      'A clock runs until data are granted, conditions proposed, waiting announced or a refusal told, with the kinds offered instead.',
      'Un délai court jusqu’à l’octroi, des conditions, l’annonce d’une attente ou un refus, avec les types offerts à la place.',
    ],
  ],
  [
    'EPROD-9',
    [
      'Who cannot meet a condition says so promptly; then it is decided whether to give all the same. Accepted conditions bind.',
      'Qui ne peut remplir une condition le dit promptement ; il est alors décidé de donner ou non. Les conditions acceptées lient.',
    ],
    [
      'Each condition is answered by itself. No data go out while one is unanswered.',
      'Chaque condition reçoit sa réponse. Aucune donnée ne part tant que l’une est sans réponse.',
    ],
  ],
  [
    'EPROD-10',
    [
      'The State that gave under a condition may ask what use was made.',
      'L’État qui a donné sous condition peut demander quel usage a été fait.',
    ],
    [
      'The question names an accepted condition, also after closing.',
      'La question nomme une condition acceptée, même après la clôture.',
    ],
  ],
];
