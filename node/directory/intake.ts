import { ComityError } from '../../protocol/errors.ts';
import { openProfile, profileDigest, signedProfileCodec } from '../../protocol/identity/profile.ts';
import { costOf } from './allowance.ts';
import type { Decision } from './decide.ts';
import type { SharedBook } from './dependencies.ts';
import { listCandidate, noteIntroducer } from './list-candidate.ts';
import { takeOwn } from './take-own.ts';
import { takePinned } from './take-pinned.ts';

/** Who brought a profile: an operator with a file, or the code of a partner. */
export type Source = { readonly operator: string } | { readonly partner: string };

export type TakenUp = Decision['kind'] | 'own' | 'candidate' | 'ignored';

/** How profiles come in. They certify themselves: it does not matter who passes them on. */
export interface Intake {
  /**
   * Takes up a profile as far as it may be believed: adopts a newer one of a partner, keeps an older one,
   * lists that of a stranger as a candidate. What a partner brings counts against what it may.
   * @throws ComityError `unauthentic`, `malformed` and their like; `usage` for another network; for an
   * operator's file also `refused` with the reason, where a partner's is only logged.
   */
  takeUp(bytes: Uint8Array, source: Source): Promise<{ party: string; outcome: TakenUp }>;
}

export function createIntake(dependencies: SharedBook): Intake {
  const { book, own, allowance } = dependencies;
  return {
    takeUp: async (bytes, source) => {
      // What can't even be opened was work as well.
      if ('partner' in source) {
        allowance.spend(source.partner, bytes.length);
        const known = await repeated(dependencies, bytes, source.partner);
        if (known !== undefined) return known;
      }
      const opened = openProfile(bytes);
      if ('partner' in source) allowance.spend(source.partner, costOf(opened) - bytes.length);
      const { network, party } = opened.profile;
      if (network !== own().profile.network) {
        throw new ComityError(
          'usage',
          `This profile belongs to another network, ${network} — nothing was changed.`,
        );
      }
      const outcome = await book.inTurn(async () => {
        if (party === own().party) return takeOwn(dependencies, opened);
        const pin = book.pin(party);
        return pin === undefined
          ? listCandidate(dependencies, opened, source)
          : takePinned(dependencies, pin, { opened, source });
      });
      return { party, outcome };
    },
  };
}

/**
 * Many partners pass on the same news at once. What is on file was verified when it came, and whoever brings
 * it again has introduced it as well; undefined for anything else.
 */
async function repeated(
  shared: SharedBook,
  bytes: Uint8Array,
  partner: string,
): Promise<{ party: string; outcome: TakenUp } | undefined> {
  const { book } = shared;
  const digest = profileDigest(signedProfileCodec.decode(bytes).profile);
  const current = book.profile(digest);
  if (current !== undefined && book.pin(current.party)?.current === digest) {
    return { party: current.party, outcome: 'known' };
  }
  if (!book.candidates.some((one) => one.digest === digest)) return undefined;
  // By its turn the candidate may have been approved.
  return book.inTurn(async () => {
    const candidate = book.candidates.find((one) => one.digest === digest);
    if (candidate === undefined) return undefined;
    const isNews = await noteIntroducer(shared, candidate, partner);
    return { party: candidate.party, outcome: isNews ? 'candidate' : 'known' };
  });
}
