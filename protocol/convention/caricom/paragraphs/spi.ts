import type { ParagraphRow } from './paragraph.ts';

/** The article on spontaneous information. */
export const SPI: readonly ParagraphRow[] = [
  [
    'SPI-1',
    [
      'An authority may tell an authority of another State, unasked, what could help it in criminal matters or lead it to ask.',
      'Une autorité peut signaler à une autorité d’un autre État, sans demande, ce qui pourrait l’aider en matière pénale ou l’amener à demander.',
    ],
    [
      'Opens info.spontaneous. Nothing is asked for, and nothing can be refused; receipt is confirmed.',
      'Ouvre info.spontaneous. Rien n’est demandé, et rien ne peut être refusé ; la réception est confirmée.',
    ],
  ],
  [
    'SPI-2',
    [
      'Own inquiries go on untouched. The receiver keeps to secrecy and limits, even temporary ones; what helps an accused may be disclosed in criminal proceedings, with notice before and talks if wanted, or at once after.',
      'Les enquêtes propres se poursuivent. Le destinataire respecte secret et limites, même temporaires ; ce qui disculpe un accusé peut être divulgué au pénal, avec avis préalable et échanges si demandé, ou aussitôt après.',
    ],
    [
      'Restrictions bind from receipt and are shown first; they end on their day or when the sender lifts them.',
      'Les restrictions lient dès la réception et s’affichent d’abord ; elles cessent à leur date ou par leur levée.',
    ],
  ],
];
