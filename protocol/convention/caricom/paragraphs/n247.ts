import type { ParagraphRow } from './paragraph.ts';

/** The network of contacts that can be reached day and night. */
export const N247: readonly ParagraphRow[] = [
  [
    'N247-1',
    [
      'Each State has one contact, day and night, that helps at once in any criminal matter with electronic evidence, or carries out what its law lets it.',
      'Chaque État a un point de contact, jour et nuit, qui aide aussitôt dans toute affaire pénale à preuve électronique, ou exécute ce que son droit lui permet.',
    ],
    [
      'Opens n247.assist. What the desk’s profile does not let it carry out itself is passed on.',
      'Ouvre n247.assist. Ce que le profil du service ne lui permet pas d’exécuter lui-même est transmis.',
    ],
  ],
  [
    'N247-1a',
    ['Technical advice.', 'Des conseils techniques.'],
    ['A question and an answer; no other form.', 'Une question et une réponse ; aucune autre forme.'],
  ],
  [
    'N247-1b',
    ['Preservation, and disclosure of the path.', 'La conservation, et la divulgation de l’acheminement.'],
    [
      'data.preserve goes between these contacts without the central authorities.',
      'data.preserve va entre ces contacts sans les autorités centrales.',
    ],
  ],
  [
    'N247-1c',
    [
      'Collecting evidence, legal information, finding suspects.',
      'Recueillir des preuves, informer en droit, localiser des suspects.',
    ],
    ['Each is an entry of n247.assist.', 'Chacun est une entrée de n247.assist.'],
  ],
  [
    'N247-2',
    ['The contacts can reach each other quickly.', 'Les points de contact peuvent se joindre rapidement.'],
    ['A clock runs for the first answer.', 'Un délai court pour la première réponse.'],
  ],
  [
    'N247-3',
    [
      'A contact outside the authorities for assistance or extradition can coordinate with them quickly.',
      'Un point de contact extérieur aux autorités d’entraide ou d’extradition peut se coordonner vite avec elles.',
    ],
    [
      'What is passed on inside a State has its own clock.',
      'Ce qui est transmis au sein d’un État a son propre délai.',
    ],
  ],
  [
    'N247-4',
    ['Its staff are trained and equipped.', 'Son personnel est formé et équipé.'],
    [
      'Exercises are marked as such and kept apart.',
      'Les exercices sont marqués comme tels et tenus à part.',
    ],
  ],
];
