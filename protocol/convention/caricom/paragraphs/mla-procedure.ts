import type { ParagraphRow } from './paragraph.ts';

/** Mutual legal assistance, paragraphs 15 to 22: authorities, channels, form and contents. */
export const MLA_PROCEDURE: readonly ParagraphRow[] = [
  [
    'MLA-15',
    [
      'Each State names a central authority that takes requests in and executes them or passes them on, speedily; a region with its own system may have its own.',
      'Chaque État désigne une autorité centrale qui reçoit les demandes et les exécute ou les transmet, sans tarder ; une région à système propre peut avoir la sienne.',
    ],
    [
      'Requests go to the authority of the territory concerned, and reminders follow.',
      'Les demandes vont à l’autorité du territoire visé, et des rappels suivent.',
    ],
  ],
  [
    'MLA-16',
    [
      'The Secretary-General is told which authority it is.',
      'Le Secrétaire général est informé de cette autorité.',
    ],
    [
      'The profile quotes that notice; old profiles are kept.',
      'Le profil cite cette notification ; les anciens profils sont conservés.',
    ],
  ],
  [
    'MLA-17',
    [
      'Requests, and all that is written about them, go to central authorities. A State may ask for the diplomatic channel; in urgency, INTERPOL may be agreed.',
      'Les demandes, et tout ce qui s’y rapporte, vont aux autorités centrales. Un État peut exiger la voie diplomatique ; en cas d’urgence, INTERPOL peut être convenu.',
    ],
    ['A message to any other desk is not sent.', 'Un message adressé à un autre service ne part pas.'],
  ],
  [
    'MLA-18',
    [
      'Requests are written, or leave a written record, in a language that the other State accepts, so that it can tell that they are genuine. In urgency they may be spoken, if agreed, and confirmed in writing at once.',
      'Les demandes sont écrites, ou laissent une trace écrite, dans une langue acceptée, de sorte que leur authenticité puisse être établie. En cas d’urgence, elles peuvent être orales, si c’est convenu, et aussitôt confirmées par écrit.',
    ],
    [
      'Everything is signed. A request in another language needs a translation.',
      'Tout est signé. Une demande dans une autre langue doit être traduite.',
    ],
  ],
  [
    'MLA-19',
    [
      'Electronic requests must be accepted; spoken ones may be. Security and proof of origin may be asked for first.',
      'Les demandes électroniques sont acceptées ; les orales peuvent l’être. Sécurité et authentification peuvent être exigées au préalable.',
    ],
    [
      'The partner’s requirements are checked before sending. Paper alone is never a reason.',
      'Les exigences du partenaire sont vérifiées avant l’envoi. Le papier n’est jamais un motif.',
    ],
  ],
  [
    'MLA-20',
    ['Says what a request must contain.', 'Dit ce qu’une demande doit contenir.'],
    [
      'A request that lacks it is not sent; a received one is shown with what it lacks.',
      'Une demande incomplète ne part pas ; reçue, elle est montrée avec ses lacunes.',
    ],
  ],
  [
    'MLA-20a',
    ['Who asks.', 'Qui demande.'],
    ['Must be an authority of the own profile.', 'Doit être une autorité du profil.'],
  ],
  [
    'MLA-20b',
    ['What the matter is, and who conducts it.', 'L’objet de l’affaire, et qui la conduit.'],
    ['Four fields, all required.', 'Quatre champs, tous obligatoires.'],
  ],
  [
    'MLA-20c',
    [
      'The facts in brief, unless only documents are to be served.',
      'Les faits en bref, sauf s’il s’agit seulement de remettre des actes.',
    ],
    [
      'Required unless every measure is the serving of documents.',
      'Exigé, sauf si chaque mesure est une remise d’actes.',
    ],
  ],
  [
    'MLA-20d',
    [
      'What should be done, and in which particular way.',
      'Ce qui doit être fait, et selon quelle procédure particulière.',
    ],
    [
      'Each particular procedure has an id, which the answer must name.',
      'Chaque procédure a un identifiant, que la réponse doit citer.',
    ],
  ],
  [
    'MLA-20e',
    [
      'Who the persons are, where, and of which nationality, if that can be said.',
      'Qui sont les personnes, où, et de quelle nationalité, si possible.',
    ],
    [
      'What is left open must be marked unknown; it only warns.',
      'Ce qui manque doit être dit inconnu ; simple avertissement.',
    ],
  ],
  [
    'MLA-20f',
    ['For what the help is sought.', 'À quelle fin l’aide est demandée.'],
    ['The proceedings listed bound all later use.', 'Les procédures citées bornent tout usage ultérieur.'],
  ],
  [
    'MLA-21',
    ['The requested State may ask for more information.', 'L’État requis peut demander un complément.'],
    [
      'Questions are numbered; the clock of execution stops while a needed one is open.',
      'Les questions sont numérotées ; le délai d’exécution est suspendu tant qu’une question nécessaire est ouverte.',
    ],
  ],
  [
    'MLA-22',
    [
      'Requests are executed under the law of the requested State and, where that allows, in the way asked for.',
      'Les demandes sont exécutées selon le droit de l’État requis et, s’il le permet, selon les formes demandées.',
    ],
    [
      'The result says for each procedure whether it was followed.',
      'Le résultat dit, pour chaque procédure, si elle a été suivie.',
    ],
  ],
];
