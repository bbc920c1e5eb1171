import type { CheckSpec, KindSpec } from '../../instrument.ts';
import { choice, words } from '../fields/field.ts';
import { proposalsOn } from './cooperation.ts';

/** LEC-2: an arrangement of both on police cooperation governs; else the convention is the basis. */
export const LEC_REGIME: Pick<KindSpec, 'regimes' | 'treaty' | 'routes'> = {
  regimes: ['article_only', 'treaty'],
  treaty: { subject: 'law_enforcement', procedure: 'treaty', replacedBy: 'article_only' },
  routes: [{ from: ['LEA'], to: ['LEA'], paragraph: 'LEC-1' }],
};

/** LEC-1a: what both must have agreed on before links with other crimes are spoken of. */
const WIDER_SCOPE = choice(
  'wider_scope',
  'links with other crimes too',
  'aussi les liens avec d’autres infractions',
  { paragraph: 'LEC-1a' },
);

export const LEC_PROPOSALS = proposalsOn('LEC-1', [
  WIDER_SCOPE,
  choice('coordination', 'how work is coordinated', 'la coordination du travail', { paragraph: 'LEC-1e' }),
  choice('logistics', 'practical matters', 'des questions pratiques', { paragraph: 'LEC-1' }),
]);

/** Links with other crimes, of which the opening speaks in this field. */
export const widerScope = (field: string): CheckSpec => ({
  check: 'wider-scope-not-agreed',
  level: 'BLOCK',
  paragraph: 'LEC-1a',
  when: {
    all: [
      { field, equals: true },
      { not: { quotes: { verb: ['AGREE'], where: { field: 'subject', equals: 'wider_scope' } } } },
    ],
  },
  says: words(
    'Links with other crimes belong here only if both States agreed. Quote the agreement (subject wider_scope), or send it as info.spontaneous, which covers any criminal matter.',
    'Les liens avec d’autres infractions n’ont leur place ici que si les deux États en sont convenus. Citer l’accord (objet wider_scope), ou l’envoyer comme info.spontaneous, qui couvre toute affaire pénale.',
  ),
  instead: ['info.spontaneous', 'arrangement.record'],
});
