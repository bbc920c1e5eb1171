import type { ParagraphRow } from './paragraph.ts';

/** The preamble. */
export const PRE: readonly ParagraphRow[] = [
  [
    'PRE-1',
    ['The Charter, and the part of the United Nations.', 'La Charte et le rôle des Nations unies.'],
    ['Nothing between nodes.', 'Rien entre nœuds.'],
  ],
  [
    'PRE-2',
    [
      'These crimes cross borders and call for an answer of all.',
      'Ces crimes traversent les frontières et appellent une réponse de tous.',
    ],
    [
      'Any State can join; nobody in the middle admits.',
      'Tout État peut se joindre ; nul au centre n’admet.',
    ],
  ],
  [
    'PRE-3',
    ['Information technology develops.', 'La technologie se développe.'],
    ['Nothing between nodes.', 'Rien entre nœuds.'],
  ],
  [
    'PRE-4',
    ['So do the ways to misuse it.', 'Les moyens d’en abuser aussi.'],
    ['Nothing between nodes.', 'Rien entre nœuds.'],
  ],
  [
    'PRE-5',
    ['Concern for societies and persons.', 'Souci des sociétés et des personnes.'],
    ['Nothing between nodes.', 'Rien entre nœuds.'],
  ],
  [
    'PRE-6',
    ['Cooperation is essential.', 'La coopération est essentielle.'],
    ['Nothing between nodes.', 'Rien entre nœuds.'],
  ],
  [
    'PRE-7',
    ['Common criminal measures.', 'Des mesures pénales communes.'],
    ['A catalogue of offences, as data with a version.', 'Un catalogue d’infractions, donnée versionnée.'],
  ],
  [
    'PRE-8',
    [
      'Detection, investigation and prosecution are made easier.',
      'Détection, enquête et poursuites sont facilitées.',
    ],
    ['Shown as the purposes of MLA-9.', 'Montré comme buts de MLA-9.'],
  ],
  [
    'PRE-9',
    ['Human rights, due process, rule of law.', 'Droits de l’homme, procès équitable, état de droit.'],
    [
      'No node decides anything; every override has an officer and a reason.',
      'Aucun nœud ne décide ; toute dérogation a un officier et une raison.',
    ],
  ],
  [
    'PRE-10',
    ['Sovereignty and equality of States.', 'Souveraineté et égalité des États.'],
    [
      'The same protocol for both sides; no centre, no privileged peer.',
      'Le même protocole pour les deux ; ni centre, ni pair privilégié.',
    ],
  ],
  [
    'PRE-11',
    ['Technical assistance and capacity.', 'Assistance technique et capacité.'],
    ['A node needs little.', 'Un nœud demande peu.'],
  ],
  [
    'PRE-12',
    ['Resolution 74/247 of the General Assembly.', 'Résolution 74/247 de l’Assemblée générale.'],
    ['Nothing between nodes.', 'Rien entre nœuds.'],
  ],
];
