import type { ParagraphRow } from './paragraph.ts';

/** Mutual assistance in an emergency. */
export const EMLA: readonly ParagraphRow[] = [
  [
    'EMLA-1',
    [
      'Who sees an emergency may ask for assistance that is rapidly expedited, with the facts that show it and what the help has to do with it.',
      'Qui constate une urgence peut demander une aide très accélérée, avec les faits qui la démontrent et le rapport de l’aide avec elle.',
    ],
    [
      'Opens mla.emergency: mla.general, and these two fields.',
      'Ouvre mla.emergency : mla.general, et ces deux champs.',
    ],
  ],
  [
    'EMLA-2',
    [
      'Electronic form is accepted; security and authentication may be required first.',
      'La forme électronique est acceptée ; sécurité et authentification peuvent être exigées d’abord.',
    ],
    [
      'The electronic form is no reason to turn it away.',
      'La forme électronique n’est pas un motif de rejet.',
    ],
  ],
  [
    'EMLA-3',
    [
      'Further information is asked for and given rapidly.',
      'Un complément est demandé et fourni très rapidement.',
    ],
    [
      'Both have clocks; the question stops no other.',
      'Les deux ont leur délai ; la question n’en arrête aucun autre.',
    ],
  ],
  [
    'EMLA-4',
    [
      'Once satisfied of the emergency and of the other requirements, the State that is asked responds rapidly.',
      'Une fois convaincu de l’urgence et des autres conditions, l’État requis répond très rapidement.',
    ],
    [
      'The clock of the answer starts when both are said. Not satisfied refuses nothing: the usual clock runs.',
      'Le délai de réponse court quand les deux sont dits. Ne pas être convaincu ne refuse rien : le délai usuel court.',
    ],
  ],
  [
    'EMLA-5',
    [
      'Somebody who can answer is there day and night.',
      'Une personne capable de répondre est là jour et nuit.',
    ],
    ['An alarm rings until an officer answers.', 'Une alarme sonne jusqu’à ce qu’un officier réponde.'],
  ],
  [
    'EMLA-6',
    [
      'Both may agree that the result, or a copy ahead of it, goes another way.',
      'Les deux peuvent convenir que le résultat, ou une copie anticipée, suive une autre voie.',
    ],
    [
      'Another desk can be addressed once that is agreed.',
      'Un autre service peut être destinataire une fois cela convenu.',
    ],
  ],
  [
    'EMLA-7',
    [
      'Without a treaty between the two, articles 27 and 28 of the Budapest Convention apply.',
      'Sans traité entre les deux, les articles 27 et 28 de la Convention de Budapest s’appliquent.',
    ],
    [
      'That is the rule-book of the case then: its grounds, reasons for postponing, and conditions on secrecy and use.',
      'Ce sont alors les règles de l’affaire : leurs motifs, les raisons d’un ajournement, et les conditions de secret et d’usage.',
    ],
  ],
  [
    'EMLA-8',
    [
      'Where there is a treaty, this article supplements it, unless both put those provisions in its place.',
      'S’il y a un traité, cet article le complète, à moins que les deux n’y substituent ces dispositions.',
    ],
    ['A proposal on the regime, agreed to, does it.', 'Une proposition sur le régime, acceptée, le fait.'],
  ],
  [
    'EMLA-9',
    [
      'A State may declare that such requests may go straight to its courts, its 24/7 contact or through INTERPOL; a copy goes between central authorities at the same time, and who is not competent refers it.',
      'Un État peut déclarer que ces demandes peuvent aller directement à ses tribunaux, à son point de contact 24/7 ou par INTERPOL ; une copie va en même temps entre autorités centrales, et l’incompétent renvoie.',
    ],
    [
      'The direct way is open only with that declaration; the copy is owed and chased; a referral moves the case to who is competent.',
      'La voie directe n’est ouverte qu’avec cette déclaration ; la copie est due et rappelée ; un renvoi déplace l’affaire vers le compétent.',
    ],
  ],
];
