import type { Barrier } from '../barrier.ts';
import { type Sentence, sentence } from './sentence.ts';

export const BARRIER_SENTENCES: Readonly<Record<Barrier, Sentence>> = {
  'unknown-verb': sentence(
    'This kind of case has no such message. Choose one of those that are offered.',
    'Ce type d’affaire ne connaît pas ce message. Choisissez parmi ceux proposés.',
  ),
  'not-yours': sentence(
    'Only the other State can say this in this case.',
    'Seul l’autre État peut le dire dans cette affaire.',
  ),
  'not-in-this-status': sentence(
    'This cannot be said while the case is in its present status ({status}).',
    'Cela ne peut être dit dans l’état actuel de l’affaire ({status}).',
  ),
  'no-open-dialog': sentence(
    'There is no open question that this would answer.',
    'Il n’y a pas de question ouverte à laquelle cela répondrait.',
  ),
  'nothing-to-answer': sentence(
    'None of the conditions named is waiting for your answer.',
    'Aucune des conditions nommées n’attend votre réponse.',
  ),
};
