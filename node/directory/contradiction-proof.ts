import { ComityError } from '../../protocol/errors.ts';
import { contradictionCodec, contradictionOf } from '../../protocol/identity/contradiction.ts';
import { signedProfileCodec } from '../../protocol/identity/profile.ts';
import type { DirectoryBook } from './book.ts';

export interface ContradictionProof {
  readonly state: string;
  readonly version: number;
  /** A `Contradiction`, which anybody verifies without a node; base64url. */
  readonly proof: string;
}

/** @throws ComityError `unknown-state`; `conflict` if the partner has not contradicted itself. */
export function contradictionProof(book: DirectoryBook, party: string): ContradictionProof {
  const pin = book.pin(party);
  if (pin === undefined) {
    throw new ComityError('unknown-state', `There is no partner ${party} — see: comity partners.`);
  }
  const pairs = [pin.fork, ...(pin.pastForks ?? []).map(({ versions }) => versions)];
  for (const pair of pairs) {
    const [one, other] = (pair ?? []).map((digest) => book.profile(digest));
    if (one === undefined || other === undefined) continue;
    const [first, second] = [one, other].map(({ bytes }) => signedProfileCodec.decode(bytes));
    if (first === undefined || second === undefined) continue;
    const proof = contradictionCodec.encode(contradictionOf(first, second));
    return { state: party, version: one.version, proof: Buffer.from(proof).toString('base64url') };
  }
  throw new ComityError('conflict', `No two profiles of one version of ${party} are on file.`);
}
