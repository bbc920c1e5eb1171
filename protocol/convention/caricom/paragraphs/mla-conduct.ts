import type { ParagraphRow } from './paragraph.ts';

/** Mutual legal assistance, paragraphs 24 to 31 and 33 to 35: use, secrecy, refusal, time, costs, records. */
export const MLA_CONDUCT: readonly ParagraphRow[] = [
  [
    'MLA-24',
    [
      'What was furnished is used and passed on only for the proceedings named, unless the other State consents. What helps an accused may be disclosed, with notice.',
      'Ce qui a été fourni n’est utilisé ni transmis que pour les procédures indiquées, sauf consentement. Ce qui disculpe un accusé peut être divulgué, avec avis.',
    ],
    [
      'Every result carries this limit; another use needs a consent, which can be asked for here.',
      'Tout résultat porte cette limite ; un autre usage exige un consentement, qui se demande ici.',
    ],
  ],
  [
    'MLA-25',
    [
      'The requesting State may require that the request be kept secret. If that cannot be done, it is told at once.',
      'L’État requérant peut exiger le secret sur la demande. Si c’est impossible, il en est aussitôt informé.',
    ],
    [
      'Such a case is shown only to those who need it; going on without a direction must be justified.',
      'Une telle affaire n’est visible que des personnes concernées ; poursuivre sans instruction doit être motivé.',
    ],
  ],
  [
    'MLA-26',
    ['Lists when help may be refused.', 'Énumère les cas de refus.'],
    [
      'Each ground has a code. One that is not listed must be explained.',
      'Chaque motif a un code. Un motif non énuméré doit être expliqué.',
    ],
  ],
  [
    'MLA-26a',
    ['The request is not as the article wants it.', 'La demande n’est pas conforme à l’article.'],
    ['The paragraphs that are not met must be listed.', 'Les paragraphes méconnus doivent être cités.'],
  ],
  [
    'MLA-26b',
    [
      'Sovereignty, security, public order or other essential interests would suffer.',
      'Atteinte à la souveraineté, à la sécurité, à l’ordre public ou à d’autres intérêts essentiels.',
    ],
    ['It must be said which.', 'Il faut dire lequel.'],
  ],
  [
    'MLA-26c',
    [
      'Own law would forbid the measure in a similar case at home.',
      'Le droit interne interdirait la mesure dans une affaire nationale semblable.',
    ],
    ['The provision must be named.', 'La disposition doit être citée.'],
  ],
  [
    'MLA-26d',
    [
      'Granting it would run against own law on mutual assistance.',
      'L’accorder serait contraire au droit interne de l’entraide.',
    ],
    ['The provision or principle must be named.', 'La disposition ou le principe doit être cité.'],
  ],
  [
    'MLA-27',
    [
      'That fiscal matters are involved too is not enough to refuse.',
      'Que des questions fiscales soient aussi en jeu ne suffit pas à refuser.',
    ],
    ['This ground cannot stand alone.', 'Ce motif ne peut être seul.'],
  ],
  [
    'MLA-28',
    ['Whoever refuses says why.', 'Tout refus est motivé.'],
    [
      'Reasons are required for each refused measure.',
      'Des raisons sont exigées pour chaque mesure refusée.',
    ],
  ],
  [
    'MLA-29',
    [
      'Requests are executed as soon as possible, with an eye to deadlines suggested with reasons; questions about progress are answered; who no longer needs help says so.',
      'Les demandes sont exécutées dès que possible, en tenant compte des délais motivés ; il est répondu sur l’avancement ; qui n’a plus besoin d’aide le dit.',
    ],
    [
      'Each of these duties has a clock. Numbers of days are our default, not the text’s.',
      'Chacun de ces devoirs a son délai. Les nombres de jours sont nos valeurs par défaut, non celles du texte.',
    ],
  ],
  [
    'MLA-30',
    [
      'Help may be put off if it would disturb a matter under way.',
      'L’aide peut être différée si elle trouble une affaire en cours.',
    ],
    [
      'No other ground can be given; a day of review is required.',
      'Aucun autre motif n’est admis ; un jour de réexamen est exigé.',
    ],
  ],
  [
    'MLA-31',
    [
      'Before refusing or postponing, States talk about whether conditions would make it possible. Who accepts conditions keeps them.',
      'Avant de refuser ou d’ajourner, les États examinent si des conditions le permettraient. Qui accepte des conditions les respecte.',
    ],
    [
      'A refusal on these grounds needs a consultation in which the other side could speak.',
      'Un tel refus exige une consultation où l’autre partie a pu s’exprimer.',
    ],
  ],
  [
    'MLA-33',
    [
      'Ordinary costs are borne by the requested State; about large ones the States talk first.',
      'Les frais ordinaires sont à la charge de l’État requis ; les frais importants se discutent d’abord.',
    ],
    [
      'A consultation on costs can hold execution back.',
      'Une consultation sur les frais peut suspendre l’exécution.',
    ],
  ],
  [
    'MLA-34',
    ['About records that an authority holds.', 'Sur les dossiers détenus par une autorité.'],
    ['The requested State says whether a record is public.', 'L’État requis dit si un dossier est public.'],
  ],
  [
    'MLA-34a',
    ['What is open to the public there is given.', 'Ce qui y est accessible au public est remis.'],
    [
      'Discretion is no ground against a public record.',
      'La discrétion ne vaut pas contre un dossier public.',
    ],
  ],
  [
    'MLA-34b',
    [
      'What is not public may be given in whole, in part or on conditions.',
      'Ce qui n’est pas public peut être remis en tout, en partie ou sous conditions.',
    ],
    ['Conditions travel with the record.', 'Les conditions accompagnent le dossier.'],
  ],
  [
    'MLA-35',
    [
      'States consider agreements that make this work better.',
      'Les États envisagent des accords qui facilitent cela.',
    ],
    [
      'Agreements named in both profiles are taken into account.',
      'Les accords cités dans les deux profils sont pris en compte.',
    ],
  ],
];
