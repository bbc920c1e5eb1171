import { ComityError } from '../protocol/errors.ts';
import { parseFingerprint } from '../protocol/identity/fingerprint.ts';

/** A fingerprint as a person has typed it. @throws ComityError `usage` if it is not a whole one. */
export function wholeFingerprint(text: string): string {
  if (parseFingerprint(text) !== undefined) return text;
  throw new ComityError(
    'usage',
    `'${text}' is no whole fingerprint — it has eight groups of four characters, such as 7K4Q-2M9T-…`,
  );
}
