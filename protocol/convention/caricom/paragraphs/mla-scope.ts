import type { ParagraphRow } from './paragraph.ts';

/** Mutual legal assistance, paragraphs 1 to 3: how far it goes, and for what it can be asked. */
export const MLA_SCOPE: readonly ParagraphRow[] = [
  [
    'MLA-1',
    [
      'States give each other as much help as they can in investigations, prosecutions and trials for offences of the convention.',
      'Les États s’accordent l’aide la plus large possible dans les enquêtes, poursuites et procès pour les infractions de la convention.',
    ],
    [
      'The form asks for the stage of the matter and for the offences. If none is in the catalogue, the officer is asked for another basis.',
      'Le formulaire demande le stade de l’affaire et les infractions. Si aucune ne figure au catalogue, une autre base est demandée.',
    ],
  ],
  [
    'MLA-2',
    [
      'Help is also given, as far as the law allows, where a company or other legal person may be liable.',
      'L’aide vaut aussi, autant que le droit le permet, lorsqu’une personne morale peut être tenue responsable.',
    ],
    ['A request may name legal persons alone.', 'Une demande peut ne viser que des personnes morales.'],
  ],
  [
    'MLA-3',
    ['Lists what help can be asked for.', 'Énumère les formes d’aide qui peuvent être demandées.'],
    [
      'Each measure has its code and particulars, and is decided and answered by itself.',
      'Chaque mesure a son code et ses précisions, et fait l’objet d’une décision et d’une réponse propres.',
    ],
  ],
  [
    'MLA-3a',
    ['Hearing persons: evidence or statements.', 'Entendre des personnes : dépositions ou déclarations.'],
    [
      'Warns if the person or the questions are missing.',
      'Avertit si la personne ou les questions manquent.',
    ],
  ],
  [
    'MLA-3b',
    ['Serving documents of a court.', 'Remettre des actes judiciaires.'],
    [
      'A request for this alone needs no summary of the facts.',
      'Une demande qui s’y limite n’exige pas d’exposé des faits.',
    ],
  ],
  [
    'MLA-3c',
    ['Searching, seizing and freezing.', 'Perquisitionner, saisir et geler.'],
    [
      'Taken as coercive unless the requested State says otherwise.',
      'Tenue pour coercitive, sauf avis contraire de l’État requis.',
    ],
  ],
  [
    'MLA-3d',
    ['Examining data, objects and places.', 'Examiner des données, des objets et des lieux.'],
    ['The result has a place for the report.', 'Le résultat réserve une place au rapport.'],
  ],
  [
    'MLA-3e',
    [
      'Giving information, items of evidence and expert opinions.',
      'Fournir des informations, des pièces et des expertises.',
    ],
    [
      'A question to an expert has its own field and its own answer.',
      'La question à l’expert a son champ, et sa réponse.',
    ],
  ],
  [
    'MLA-3f',
    [
      'Giving records of authorities, banks and companies, as originals or certified copies.',
      'Fournir des dossiers d’autorités, de banques et de sociétés, en original ou en copie certifiée.',
    ],
    ['Bank secrecy cannot be chosen against it.', 'Le secret bancaire ne peut y être opposé.'],
  ],
  [
    'MLA-3g',
    [
      'Finding things, property or proceeds that serve as evidence.',
      'Retrouver des choses, biens ou produits servant de preuve.',
    ],
    ['Tracing to confiscate is another measure.', 'Rechercher pour confisquer est une autre mesure.'],
  ],
  [
    'MLA-3h',
    ['Helping a person to come of free will.', 'Faciliter la venue volontaire d’une personne.'],
    [
      'Asks for the person, the place, the day and the role.',
      'Demande la personne, le lieu, le jour et la qualité.',
    ],
  ],
  [
    'MLA-3i',
    [
      'Any other help that the law of the requested State allows.',
      'Toute autre aide que permet le droit de l’État requis.',
    ],
    ['It must be described in full.', 'Elle doit être décrite en détail.'],
  ],
  [
    'MLA-3j',
    [
      'Finding and freezing proceeds under the chapter on assets.',
      'Retrouver et geler des produits selon le chapitre sur les avoirs.',
    ],
    [
      'That chapter is not in the text in use; the form says so.',
      'Ce chapitre manque au texte utilisé ; le formulaire le signale.',
    ],
  ],
  [
    'MLA-3k',
    ['Recovering assets under that chapter.', 'Recouvrer des avoirs selon ce chapitre.'],
    ['Warns if no judgment or order is named.', 'Avertit si aucun jugement ou ordonnance n’est indiqué.'],
  ],
];
