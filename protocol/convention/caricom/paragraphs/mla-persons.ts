import type { ParagraphRow } from './paragraph.ts';

/**
 * Mutual legal assistance, paragraphs 12 to 14, 23 and 32: persons who go to the other State, or are heard
 * from afar.
 */
export const MLA_PERSONS: readonly ParagraphRow[] = [
  [
    'MLA-12',
    [
      'A prisoner may be sent to another State to recognise somebody, give evidence or help to find it, on two conditions.',
      'Un détenu peut être transféré dans un autre État pour identifier, témoigner ou aider à la preuve, à deux conditions.',
    ],
    [
      'Both conditions are checked before the person is handed over.',
      'Les deux conditions sont vérifiées avant la remise.',
    ],
  ],
  [
    'MLA-12a',
    [
      'The person agrees freely and knows to what.',
      'La personne y consent librement et en connaissance de cause.',
    ],
    ['The consent is recorded, and can be taken back.', 'Le consentement est consigné, et peut être retiré.'],
  ],
  [
    'MLA-12b',
    [
      'The authorities of both States agree, on their terms.',
      'Les autorités des deux États s’accordent, à leurs conditions.',
    ],
    [
      'The terms are proposed and accepted as conditions.',
      'Les modalités sont proposées et acceptées comme conditions.',
    ],
  ],
  [
    'MLA-13',
    ['Says what follows from a transfer.', 'Dit ce qui découle d’un transfèrement.'],
    ['Four duties are opened and shown to both sides.', 'Quatre devoirs naissent, visibles des deux côtés.'],
  ],
  [
    'MLA-13a',
    [
      'The receiving State keeps the person in custody, unless the sending one says otherwise.',
      'L’État d’accueil garde la personne détenue, sauf avis contraire de l’État d’envoi.',
    ],
    ['Only the sending State can change that.', 'Seul l’État d’envoi peut le modifier.'],
  ],
  [
    'MLA-13b',
    ['The person goes back without delay, as agreed.', 'La personne est rendue sans délai, comme convenu.'],
    ['The agreed day is a deadline with reminders.', 'Le jour convenu est une échéance, avec rappels.'],
  ],
  [
    'MLA-13c',
    [
      'No extradition may be demanded for the return.',
      'Aucune extradition ne peut être exigée pour le retour.',
    ],
    ['Such a condition cannot be sent.', 'Une telle condition ne peut être envoyée.'],
  ],
  [
    'MLA-13d',
    [
      'Time in custody abroad counts toward the sentence.',
      'Le temps passé en détention à l’étranger compte pour la peine.',
    ],
    ['The days are certified by the receiving State.', 'Les jours sont attestés par l’État d’accueil.'],
  ],
  [
    'MLA-23',
    [
      'A witness or expert may be heard by video where coming is not possible or not desirable; who conducts the hearing can be agreed.',
      'Un témoin ou expert peut être entendu par vidéo si sa venue est impossible ou inopportune ; la conduite de l’audition se convient.',
    ],
    ['The reason why the person does not come is required.', 'La raison de l’absence est exigée.'],
  ],
  [
    'MLA-32',
    [
      'Who comes of free will is not touched for what happened before. That ends when the person stays on although free to leave for fifteen days in a row after being told, or comes back.',
      'Qui vient volontairement n’est pas inquiété pour des faits antérieurs. Cela cesse si la personne reste alors qu’elle pouvait partir pendant quinze jours de suite après en avoir été informée, ou revient.',
    ],
    [
      'The days are counted, and begin again after one on which leaving was impossible.',
      'Les jours sont comptés, et recommencent après un jour où partir était impossible.',
    ],
  ],
];
