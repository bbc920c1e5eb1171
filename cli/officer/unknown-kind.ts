import { nearest } from '../../protocol/convention/content/nearest.ts';
import { CARICOM } from '../../protocol/convention/instruments.ts';
import { ComityError } from '../../protocol/errors.ts';

/** Says that there is no such kind, with the one that was probably meant. */
export function unknownKind(kind: string): ComityError {
  const meant = nearest(kind, Object.keys(CARICOM.kinds));
  const hint = meant === undefined ? '' : `the nearest is ${meant}; `;
  const wayOut = `${hint}comity kinds lists what can be asked for`;
  return new ComityError('unknown-kind', `there is no kind ${kind} — ${wayOut}`);
}
