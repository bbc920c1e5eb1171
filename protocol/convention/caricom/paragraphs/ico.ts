import type { ParagraphRow } from './paragraph.ts';

/** The article on international cooperation. */
export const ICO: readonly ParagraphRow[] = [
  [
    'ICO-1',
    [
      'The States for which the convention is in force help each other in criminal matters as this chapter says.',
      'Les États pour lesquels la convention est en vigueur coopèrent en matière pénale selon ce chapitre.',
    ],
    [
      'A request under the convention leaves only if both profiles say that it is in force on that day. Another legal basis stays open.',
      'Une demande fondée sur la convention ne part que si les deux profils la disent en vigueur ce jour-là. Une autre base reste possible.',
    ],
  ],
  [
    'ICO-2',
    [
      'Where dual criminality counts, it is enough that the conduct is an offence in both States, whatever each of them calls it.',
      'Là où la double incrimination compte, il suffit que les faits soient punissables dans les deux États, quel que soit leur nom.',
    ],
    [
      'Each offence is described as conduct. Who finds the conduct punishable cannot refuse because the name differs.',
      'Chaque infraction est décrite par les faits. Qui les tient pour punissables ne peut refuser pour une différence de nom.',
    ],
  ],
];
