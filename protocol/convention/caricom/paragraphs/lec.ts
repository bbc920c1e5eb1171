import type { ParagraphRow } from './paragraph.ts';

/** Cooperation of police services. */
export const LEC: readonly ParagraphRow[] = [
  [
    'LEC-1',
    [
      'Police services work closely together, in the ways listed.',
      'Les services de police coopèrent étroitement, par les moyens énumérés.',
    ],
    [
      'The kinds le.* go from service to service: no dual criminality, no list of grounds, no reasons owed.',
      'Les types le.* vont de service à service : ni double incrimination, ni liste de motifs, ni raisons dues.',
    ],
  ],
  [
    'LEC-1a',
    [
      'Channels for a safe and quick exchange on all aspects of offences and, if both agree, on links with other crimes.',
      'Des voies d’échange sûres et rapides sur tous les aspects des infractions et, si les deux en conviennent, sur les liens avec d’autres.',
    ],
    [
      'Links with other crimes are blocked until both agreed; info.spontaneous is offered instead.',
      'Les liens avec d’autres infractions sont bloqués faute d’accord ; info.spontaneous est proposé.',
    ],
  ],
  [
    'LEC-1b',
    [
      'Help with inquiries on persons, proceeds and instruments of offences.',
      'Aider aux recherches sur les personnes, le produit et les instruments des infractions.',
    ],
    [
      'Opens le.inquiry; entries are answered by their ids.',
      'Ouvre le.inquiry ; les entrées reçoivent réponse par identifiant.',
    ],
  ],
  [
    'LEC-1b-i',
    [
      'Identity, whereabouts and activities of suspects; the location of others.',
      'Identité, lieu de séjour et activités des suspects ; lieu où se trouvent d’autres personnes.',
    ],
    [
      'More than the location of somebody who is no suspect asks for a reason.',
      'Demander plus que le lieu d’une personne non soupçonnée appelle une raison.',
    ],
  ],
  [
    'LEC-1b-ii',
    [
      'Movement of proceeds, and of property derived from them.',
      'Mouvements du produit et des biens qui en proviennent.',
    ],
    ['Warns if nothing describes the property.', 'Avertit si rien ne décrit les biens.'],
  ],
  [
    'LEC-1b-iii',
    [
      'Movement of property, equipment and instruments of offences.',
      'Mouvements des biens, matériels et instruments des infractions.',
    ],
    ['Answers keep the ids of the entries.', 'Les réponses gardent les identifiants des entrées.'],
  ],
  [
    'LEC-1c',
    [
      'Items or quantities of substances, for analysis or investigation.',
      'Objets ou quantités de substances, pour analyse ou enquête.',
    ],
    [
      'Opens le.items. Who takes them over says when, and who holds them.',
      'Ouvre le.items. Qui les prend en charge dit quand, et qui les détient.',
    ],
  ],
  [
    'LEC-1d',
    [
      'Telling each other of means and methods, false identities and forged papers.',
      'S’informer des moyens et méthodes, des fausses identités et des faux papiers.',
    ],
    [
      'le.information goes to each State apart; none sees who else has it.',
      'le.information va à chaque État séparément ; aucun ne voit les autres destinataires.',
    ],
  ],
  [
    'LEC-1e',
    [
      'Coordination, exchange of personnel and experts, liaison officers under agreements.',
      'Coordination, échange de personnel et d’experts, officiers de liaison par accord.',
    ],
    [
      'Opens le.liaison. A posting without an arrangement is blocked.',
      'Ouvre le.liaison. Un détachement sans arrangement est bloqué.',
    ],
  ],
  [
    'LEC-1f',
    [
      'Exchange and joint measures, so that offences are noticed early.',
      'Échanges et mesures concertées pour déceler tôt les infractions.',
    ],
    [
      'An urgent early warning has a clock until a person has it.',
      'Une alerte précoce urgente a un délai, jusqu’à ce qu’une personne l’ait reçue.',
    ],
  ],
  [
    'LEC-2',
    [
      'Agreements on direct police cooperation are considered; without one the convention may be the basis.',
      'Des accords de coopération policière directe sont envisagés ; à défaut, la convention peut servir de base.',
    ],
    [
      'An arrangement that both profiles name governs; else the convention, and both are shown it.',
      'Un arrangement cité par les deux profils s’applique ; sinon la convention, et les deux le voient.',
    ],
  ],
  [
    'LEC-3',
    [
      'States try, within their means, to meet crime by modern technology together.',
      'Les États s’efforcent, selon leurs moyens, de répondre ensemble à la criminalité technologique.',
    ],
    [
      'Messages wait for a line and go in order, on small machines too.',
      'Les messages attendent la liaison et partent dans l’ordre, même sur de petites machines.',
    ],
  ],
];

/** Special investigative techniques. */
export const SIT: readonly ParagraphRow[] = [
  [
    'SIT-1',
    [
      'Each State allows special techniques at home, as its law permits.',
      'Chaque État permet chez lui les techniques spéciales, selon son droit.',
    ],
    ['The profile says which are permitted.', 'Le profil dit lesquelles sont permises.'],
  ],
  [
    'SIT-2',
    [
      'Agreements on their use across borders are encouraged, and carried out strictly by their terms.',
      'Des accords sur leur usage international sont encouragés, et exécutés strictement selon leurs termes.',
    ],
    [
      'Each step names a term; what goes beyond the time agreed is blocked, and flagged to the other side.',
      'Chaque étape nomme une clause ; ce qui dépasse la durée convenue est bloqué, et signalé à l’autre partie.',
    ],
  ],
  [
    'SIT-3',
    [
      'Without an agreement each case is decided by itself, with costs and jurisdiction in view.',
      'Sans accord, chaque affaire est décidée séparément, en tenant compte des frais et de la compétence.',
    ],
    ['An acceptance holds for its own case alone.', 'Une acceptation ne vaut que pour sa propre affaire.'],
  ],
  [
    'SIT-4',
    [
      'With the consent of all concerned, data may be let go on, removed or replaced.',
      'Avec le consentement de tous, les données peuvent passer, être retirées ou remplacées.',
    ],
    [
      'No step before each State concerned has consented.',
      'Aucune étape avant le consentement de chaque État concerné.',
    ],
  ],
];
