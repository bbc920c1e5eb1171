import { ComityError } from '../../protocol/errors.ts';
import { openProfile } from '../../protocol/identity/profile.ts';
import { costOf } from './allowance.ts';
import type { Decision } from './decide.ts';
import type { SharedBook } from './dependencies.ts';
import { listCandidate } from './list-candidate.ts';
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
      if ('partner' in source) allowance.spend(source.partner, bytes.length);
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
