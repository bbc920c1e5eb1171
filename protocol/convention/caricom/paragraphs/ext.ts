import type { ParagraphRow } from './paragraph.ts';

/** Extradition. */
export const EXT: readonly ParagraphRow[] = [
  [
    'EXT-1',
    [
      'Covers offences of the Convention that are punishable in both States, where the person is in the requested one.',
      'Vise les infractions de la Convention punissables dans les deux États, quand la personne est dans l’État requis.',
    ],
    [
      'Opens ext.extradition. Where the person is, is asked for; dual criminality is judged by the conduct.',
      'Ouvre ext.extradition. Le lieu de la personne est demandé ; la double incrimination s’apprécie aux faits.',
    ],
  ],
  [
    'EXT-2',
    [
      'A State whose law permits may extradite without dual criminality.',
      'Un État dont le droit le permet peut extrader sans double incrimination.',
    ],
    [
      'The profile says so; the decision names this basis, and nothing is blocked.',
      'Le profil l’indique ; la décision nomme cette base, et rien n’est bloqué.',
    ],
  ],
  [
    'EXT-3',
    [
      'An offence that falls short only for its term may go with one that is extraditable and related.',
      'Une infraction dont seule la peine est trop courte peut suivre une infraction connexe donnant lieu à extradition.',
    ],
    [
      'Each offence is decided by itself; one joins another under these conditions alone.',
      'Chaque infraction fait l’objet d’une décision ; l’une suit l’autre à ces seules conditions.',
    ],
  ],
  [
    'EXT-4',
    [
      'These offences are part of every extradition treaty, and are not political where law permits.',
      'Ces infractions relèvent de tout traité d’extradition, et ne sont pas politiques si le droit le permet.',
    ],
    [
      'The political ground is closed where the profile says that law permits; elsewhere it warns.',
      'Le motif politique est fermé si le profil indique que le droit le permet ; ailleurs il avertit.',
    ],
  ],
  [
    'EXT-5',
    [
      'A State that needs a treaty and has none may take the Convention as the basis.',
      'Un État qui exige un traité et n’en a pas peut prendre la Convention pour base.',
    ],
    ['The decision carries the basis chosen.', 'La décision indique la base retenue.'],
  ],
  [
    'EXT-6',
    ['A State that requires a treaty does two things.', 'Un État qui exige un traité fait deux choses.'],
    ['Both stand in its profile.', 'Les deux figurent dans son profil.'],
  ],
  [
    'EXT-6a',
    [
      'It tells the depositary whether it takes the Convention as the basis.',
      'Il dit au dépositaire s’il tient la Convention pour base.',
    ],
    [
      'The declaration stands in the profile; its absence is shown before a request is sent.',
      'La déclaration figure au profil ; son absence est montrée avant l’envoi.',
    ],
  ],
  [
    'EXT-6b',
    ['If it does not, it seeks treaties.', 'Sinon, il cherche à conclure des traités.'],
    [
      'Without either, a request is not sent, and other ways are shown.',
      'Sans l’un ni l’autre, la demande ne part pas, et d’autres voies sont montrées.',
    ],
  ],
  [
    'EXT-7',
    [
      'States that need no treaty recognise these offences between themselves.',
      'Les États qui n’exigent pas de traité reconnaissent ces infractions entre eux.',
    ],
    [
      'Between two such States the lack of a treaty is no ground.',
      'Entre deux tels États, l’absence de traité n’est pas un motif.',
    ],
  ],
  [
    'EXT-8',
    [
      'Conditions come from the law or the treaties of the requested State.',
      'Les conditions viennent du droit ou des traités de l’État requis.',
    ],
    [
      'Published conditions are shown before sending; a refusal is asked to cite its provision.',
      'Les conditions publiées sont montrées avant l’envoi ; un refus est invité à citer sa disposition.',
    ],
  ],
  [
    'EXT-9',
    [
      'Both endeavour to expedite, and to ask for less evidence.',
      'Les deux s’efforcent d’accélérer, et de simplifier la preuve.',
    ],
    [
      'A reminder returns until the case moves. The number of days is ours.',
      'Un rappel revient tant que l’affaire n’avance pas. Le nombre de jours est le nôtre.',
    ],
  ],
  [
    'EXT-10',
    [
      'In urgency the person may be held, or presence ensured otherwise, while extradition is sought.',
      'En urgence, la personne peut être détenue, ou sa présence assurée, pendant la demande d’extradition.',
    ],
    [
      'Opens ext.provisional_arrest. The end of the measure is a deadline for the full request.',
      'Ouvre ext.provisional_arrest. La fin de la mesure est l’échéance de la demande complète.',
    ],
  ],
  [
    'EXT-11',
    [
      'Who refuses only because the person is a national submits the case for prosecution, if asked.',
      'Qui refuse pour la seule nationalité soumet l’affaire aux poursuites, si on le lui demande.',
    ],
    [
      'Opens ext.prosecute_instead, which cannot be refused, with a clock on both sides.',
      'Ouvre ext.prosecute_instead, qui ne se refuse pas, avec une échéance des deux côtés.',
    ],
  ],
  [
    'EXT-12',
    [
      'Surrender on condition of return to serve the sentence discharges that duty.',
      'La remise sous condition de retour pour purger la peine éteint ce devoir.',
    ],
    [
      'The condition binds until the person is back; only the surrender discharges the duty.',
      'La condition lie jusqu’au retour ; seule la remise éteint le devoir.',
    ],
  ],
  [
    'EXT-13',
    [
      'Who refuses to hand over a sentenced national considers enforcing the sentence, if asked.',
      'Qui refuse de remettre un national condamné examine, sur demande, l’exécution de la peine.',
    ],
    [
      'Opens ext.enforce_sentence; the answer is a decision after considering, no refusal.',
      'Ouvre ext.enforce_sentence ; la réponse est une décision après examen, non un refus.',
    ],
  ],
  [
    'EXT-14',
    [
      'Whoever is proceeded against is treated fairly, with all rights of the place.',
      'Quiconque est poursuivi est traité équitablement, avec tous les droits du lieu.',
    ],
    [
      'What the person was given is recorded; a report on custody without it warns.',
      'Ce dont la personne a bénéficié est consigné ; un compte rendu de détention sans cela avertit.',
    ],
  ],
  [
    'EXT-15',
    [
      'Nobody is extradited to be persecuted for sex, race, religion, nationality, origin or opinion.',
      'Nul n’est extradé pour être persécuté en raison du sexe, de la race, de la religion, de la nationalité, de l’origine ou des opinions.',
    ],
    [
      'The ground is always open; it names the protected reason.',
      'Le motif est toujours ouvert ; il nomme le motif protégé.',
    ],
  ],
  [
    'EXT-16',
    ['Fiscal matters alone are no ground.', 'Les seules questions fiscales ne sont pas un motif.'],
    [
      'Such a refusal is blocked; beside another ground it warns.',
      'Un tel refus est bloqué ; à côté d’un autre motif, il avertit.',
    ],
  ],
  [
    'EXT-17',
    [
      'Before refusing, the other State is heard where appropriate.',
      'Avant de refuser, l’autre État est entendu, s’il y a lieu.',
    ],
    [
      'A consultation comes first, or the officer says why not.',
      'Une consultation précède, ou l’agent dit pourquoi non.',
    ],
  ],
  [
    'EXT-18',
    ['States seek agreements on extradition.', 'Les États cherchent à conclure des accords d’extradition.'],
    ['A treaty in both profiles governs from then on.', 'Un traité inscrit aux deux profils régit dès lors.'],
  ],
];

/** Sentenced persons, and transfer of proceedings. */
export const TSP_TCP: readonly ParagraphRow[] = [
  [
    'TSP-1',
    [
      'States may agree that sentenced persons go home to serve the rest.',
      'Les États peuvent convenir que des condamnés purgent le reste chez eux.',
    ],
    [
      'Opens person.sentenced_transfer, where both profiles name an arrangement.',
      'Ouvre person.sentenced_transfer, si les deux profils nomment un accord.',
    ],
  ],
  [
    'TCP-1',
    [
      'States consider handing proceedings over, to concentrate them where several have jurisdiction.',
      'Les États envisagent de se transférer des procédures, pour les concentrer quand plusieurs sont compétents.',
    ],
    [
      'Opens proc.transfer. The file is confirmed item by item.',
      'Ouvre proc.transfer. Le dossier est confirmé pièce par pièce.',
    ],
  ],
];
