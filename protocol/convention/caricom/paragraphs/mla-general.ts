import type { ParagraphRow } from './paragraph.ts';

/** Mutual legal assistance, paragraphs 4 to 11. */
export const MLA_GENERAL_RULES: readonly ParagraphRow[] = [
  [
    'MLA-4',
    [
      'An authority may, unasked, tell another State what could help it or lead it to ask.',
      'Une autorité peut, sans demande, signaler à un autre État ce qui pourrait l’aider ou l’amener à demander.',
    ],
    [
      'Opens info.spontaneous; a later request can be linked to it.',
      'Ouvre info.spontaneous ; une demande ultérieure peut y être liée.',
    ],
  ],
  [
    'MLA-5',
    [
      'Whoever receives such information keeps to the secrecy and limits asked for, even temporary ones. What helps an accused may be disclosed, with notice before, or at once after where that was not possible.',
      'Le destinataire respecte le secret et les limites demandés, même temporaires. Ce qui disculpe un accusé peut être divulgué, avec avis préalable ou, si c’était impossible, aussitôt après.',
    ],
    [
      'Restrictions are signed, shown before the text, and hold on view, export and onward use.',
      'Les restrictions sont signées, montrées avant le texte, et appliquées à l’affichage, à l’export et à la transmission.',
    ],
  ],
  [
    'MLA-6',
    [
      'Other treaties between the States keep their force.',
      'Les autres traités entre les États gardent leur force.',
    ],
    [
      'Several legal bases can stand together; the shorter duty is shown.',
      'Plusieurs bases peuvent coexister ; le devoir le plus strict est montré.',
    ],
  ],
  [
    'MLA-7',
    [
      'Paragraphs 9 to 29 apply where no treaty on the subject binds both States; where one does, it applies, unless they agree otherwise.',
      'Les paragraphes 9 à 29 valent si aucun traité sur ce sujet ne lie les deux États ; sinon c’est lui qui vaut, sauf accord contraire.',
    ],
    [
      'The rule-book is found from both profiles, shown when drafting and frozen in the request. Under a treaty these paragraphs only warn.',
      'Le régime est déduit des deux profils, montré à la rédaction et figé dans la demande. Sous un traité, ces paragraphes ne font qu’avertir.',
    ],
  ],
  [
    'MLA-8',
    ['Bank secrecy is no ground for saying no.', 'Le secret bancaire n’est pas un motif de refus.'],
    ['It cannot be chosen, under any rule-book.', 'Il ne peut être choisi, sous aucun régime.'],
  ],
  [
    'MLA-9',
    [
      'Who answers without dual criminality keeps the purposes of the convention in mind.',
      'Qui répond sans double incrimination tient compte des buts de la convention.',
    ],
    ['Such a refusal must say how.', 'Un tel refus doit dire comment.'],
  ],
  [
    'MLA-10',
    [
      'Help may be declined where the conduct is no offence in the requested State. Help without coercion is given all the same, unless basic concepts of its law forbid it, the matter is trivial, or another article offers it.',
      'L’aide peut être déclinée si les faits ne sont pas punissables dans l’État requis. L’aide sans contrainte est due malgré tout, sauf concepts fondamentaux contraires, affaire mineure, ou aide offerte par un autre article.',
    ],
    [
      'Decided measure by measure: the requested State says whether it is coercive, and the grounds follow from that.',
      'Apprécié mesure par mesure : l’État requis dit si elle est coercitive, et les motifs en découlent.',
    ],
  ],
  [
    'MLA-11',
    [
      'States may give wider help without dual criminality.',
      'Les États peuvent aider davantage sans double incrimination.',
    ],
    [
      'The partner’s profile says how far; the officer learns before writing whether a statement is expected.',
      'Le profil du partenaire le précise ; l’officier sait avant d’écrire si une déclaration est attendue.',
    ],
  ],
];
