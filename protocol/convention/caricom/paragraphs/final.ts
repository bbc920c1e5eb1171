import type { ParagraphRow } from './paragraph.ts';

/** Settlement of disputes. */
export const DISP: readonly ParagraphRow[] = [
  [
    'DISP-1',
    [
      'States try to settle disputes by talks or other peaceful means.',
      'Les États s’efforcent de régler les différends par des moyens pacifiques.',
    ],
    [
      'Opens dispute.negotiate: paragraphs and positions, cases by id alone.',
      'Ouvre dispute.negotiate : paragraphes et positions, affaires par identifiant seul.',
    ],
  ],
  [
    'DISP-2',
    [
      'After a reasonable time one may ask for arbitration; six months later either may go to the Court.',
      'Après un délai raisonnable, l’un peut demander l’arbitrage ; six mois plus tard, chacun peut saisir la Cour.',
    ],
    [
      'A clock for the talks, with a number of ours; a note of the arbitration starts the six months for both.',
      'Un délai pour les échanges, de notre choix ; la note d’arbitrage ouvre les six mois pour les deux.',
    ],
  ],
  [
    'DISP-3',
    [
      'A State may declare that it is not bound by arbitration; then nobody is towards it.',
      'Un État peut déclarer ne pas être lié par l’arbitrage ; nul ne l’est alors envers lui.',
    ],
    [
      'Warns, and no time runs, where one of the two has declared so.',
      'Avertit, et aucun délai ne court, si l’un des deux l’a déclaré.',
    ],
  ],
  [
    'DISP-4',
    [
      'Such a declaration may be withdrawn at any time.',
      'Cette déclaration peut être retirée à tout moment.',
    ],
    ['The day of withdrawal counts from that day.', 'Le retrait vaut à partir de son jour.'],
  ],
];

/** Signature and joining. */
export const SIGN: readonly ParagraphRow[] = [
  [
    'SIGN-1',
    [
      'Open for signature by all States (place and dates are blank).',
      'Ouverte à la signature de tous les États (lieu et dates en blanc).',
    ],
    ['A signature alone opens nothing.', 'La signature seule n’ouvre rien.'],
  ],
  [
    'SIGN-2',
    [
      'Regional organizations may sign once a member has.',
      'Des organisations régionales peuvent signer si un membre l’a fait.',
    ],
    [
      'The profile says what it is, and names its members.',
      'Le profil dit ce qu’elle est et nomme ses membres.',
    ],
  ],
  [
    'SIGN-3',
    [
      'Ratification, acceptance or approval is deposited.',
      'Ratification, acceptation ou approbation sont déposées.',
    ],
    [
      'Without a day in force a State is no party.',
      'Sans date d’entrée en vigueur, un État n’est pas partie.',
    ],
  ],
  [
    'SIGN-4',
    [
      'An organization declares how far its competence goes.',
      'Une organisation déclare l’étendue de sa compétence.',
    ],
    ['What lies outside it is blocked.', 'Ce qui en sort est bloqué.'],
  ],
  [
    'SIGN-5',
    [
      'Others may accede, organizations with the same declaration.',
      'D’autres peuvent adhérer, les organisations avec la même déclaration.',
    ],
    ['Accession counts as the other instruments do.', 'L’adhésion compte comme les autres instruments.'],
  ],
];

/** Entry into force. */
export const EIF: readonly ParagraphRow[] = [
  [
    'EIF-1',
    [
      'On the ninetieth day after the fortieth instrument (numbers in brackets); those of organizations do not count.',
      'Le quatre-vingt-dixième jour après le quarantième instrument (nombres entre crochets) ; ceux des organisations ne comptent pas.',
    ],
    ['Nothing goes under the convention before.', 'Rien ne part au titre de la convention auparavant.'],
  ],
  [
    'EIF-2',
    [
      'For later States, on the thirtieth day after their own instrument.',
      'Pour les États suivants, le trentième jour après leur instrument.',
    ],
    [
      'A request before the day in the profile is blocked, with the day.',
      'Une demande avant le jour indiqué au profil est bloquée, et ce jour est dit.',
    ],
  ],
];

/** Amendment. */
export const AMD: readonly ParagraphRow[] = [
  [
    'AMD-1',
    [
      'After five years a State may propose amendments; consensus, else two thirds.',
      'Après cinq ans, un État peut proposer des amendements ; consensus, sinon deux tiers.',
    ],
    ['A date in the calendar.', 'Une date au calendrier.'],
  ],
  [
    'AMD-2',
    [
      'Organizations vote for their members, or these do.',
      'Les organisations votent pour leurs membres, ou ceux-ci votent.',
    ],
    ['Nothing between nodes.', 'Rien entre nœuds.'],
  ],
  [
    'AMD-3',
    ['Amendments are ratified.', 'Les amendements sont ratifiés.'],
    ['The profile lists those that the State has accepted.', 'Le profil recense ceux que l’État a acceptés.'],
  ],
  [
    'AMD-4',
    [
      'In force for a State ninety days after its own instrument.',
      'En vigueur pour un État quatre-vingt-dix jours après son instrument.',
    ],
    ['The profile says from when.', 'Le profil dit depuis quand.'],
  ],
  [
    'AMD-5',
    ['They bind those alone who consented.', 'Ils ne lient que ceux qui y ont consenti.'],
    [
      'A case pins the version of the text common to both.',
      'Une affaire fixe la version du texte commune aux deux.',
    ],
  ],
];

/** Denunciation. */
export const DEN: readonly ParagraphRow[] = [
  [
    'DEN-1',
    [
      'A State may leave; it takes effect a year after notice.',
      'Un État peut se retirer ; effet un an après l’avis.',
    ],
    [
      'New cases are blocked from that day; restrictions and duties of the old ones stay.',
      'De nouvelles affaires sont bloquées dès ce jour ; restrictions et devoirs des anciennes demeurent.',
    ],
  ],
  [
    'DEN-2',
    [
      'An organization is out once all its members are.',
      'Une organisation cesse d’être partie quand tous ses membres l’ont fait.',
    ],
    ['Its profile says from when.', 'Son profil dit depuis quand.'],
  ],
  [
    'DEN-3',
    ['Protocols fall with the convention.', 'Les protocoles tombent avec la convention.'],
    ['The profile lists them with their end.', 'Le profil les recense avec leur fin.'],
  ],
];

/** Depositary and languages. */
export const DEP: readonly ParagraphRow[] = [
  [
    'DEP-1',
    ['The Secretary-General is the depositary.', 'Le Secrétaire général est le dépositaire.'],
    [
      'Off the network; a declaration without his reference is the State’s own word.',
      'Hors réseau ; une déclaration sans sa référence est la parole de l’État.',
    ],
  ],
  [
    'DEP-2',
    ['Six languages are equally authentic.', 'Six langues font également foi.'],
    [
      'Sentences are data by language; codes are the same in each. English and French are written.',
      'Les phrases sont des données par langue ; les codes sont les mêmes. Anglais et français sont écrits.',
    ],
  ],
];
