import type { OpenedProfile } from '../../protocol/identity/profile.ts';
import { successorsOf } from '../../protocol/identity/state-key.ts';
import type { Hex } from '../../protocol/value.ts';
import type { Pin } from './pin.ts';

/** What becomes of a profile of a pinned party. */
export type Decision =
  /** It is on file. */
  | { readonly kind: 'known' }
  /** Kept, for items that were signed under it; never gone by. */
  | { readonly kind: 'older' }
  /** Gone by from now on. */
  | { readonly kind: 'adopted'; readonly pin: Pin }
  /** A second profile of one version: both are kept, neither is gone by. */
  | { readonly kind: 'forked'; readonly pin: Pin }
  /** Names both sides of the fork; an operator has to say yes. */
  | { readonly kind: 'settling'; readonly pin: Pin }
  | { readonly kind: 'refused'; readonly why: Refusal };

export const REFUSALS = {
  'other-key':
    'It is signed by a State key that is not the pinned one, and to which that has not handed over.',
  'fork-open': 'It does not name both of the two profiles that contradict each other.',
  'broken-chain': 'It follows a version that this node does not have as the last one.',
  'rewritten-version': 'Another profile of this old version is on file.',
} as const;

export type Refusal = keyof typeof REFUSALS;

/** The digest on file of a version of the party, if there is one. */
export type OnFile = (version: number) => Hex | undefined;

/** No rollback, no silent change of key, no choice between two histories. */
export function decide(pin: Pin, opened: OpenedProfile, onFile: OnFile): Decision {
  const { profile, digest } = opened;
  if (pin.fork?.includes(digest) === true || pin.settling === digest) return { kind: 'known' };
  if (profile.version < pin.version) return decideOlder(pin, opened, onFile);
  if (successorsOf(pin.stateKey, profile) === undefined) return refused('other-key');
  if (profile.version === pin.version) return decideSame(pin, digest);
  if (pin.fork !== undefined) return decideAfterFork(pin, pin.fork, opened);
  const follows = profile.version > pin.version + 1 || profile.previous === pin.current;
  return follows ? { kind: 'adopted', pin: adopt(pin, opened) } : refused('broken-chain');
}

function decideOlder(pin: Pin, { profile, digest }: OpenedProfile, onFile: OnFile): Decision {
  const keys = [pin.stateKey, ...pin.formerStateKeys];
  if (!keys.includes(profile.stateKey.publicKey)) return refused('other-key');
  const known = onFile(profile.version);
  if (known === digest) return { kind: 'known' };
  return known === undefined ? { kind: 'older' } : refused('rewritten-version');
}

function decideSame(pin: Pin, digest: Hex): Decision {
  if (pin.current === digest) return { kind: 'known' };
  if (pin.fork !== undefined || pin.current === undefined) return refused('fork-open');
  const { current, before, ...rest } = pin;
  const fork = [current, digest] as const;
  return { kind: 'forked', pin: { ...rest, fork, ...(before !== undefined && { current: before }) } };
}

function decideAfterFork(pin: Pin, fork: readonly [Hex, Hex], { profile, digest }: OpenedProfile): Decision {
  const namesBoth = fork.every((side) => profile.supersedes.includes(side));
  return namesBoth ? { kind: 'settling', pin: { ...pin, settling: digest } } : refused('fork-open');
}

/** The pin as it is once this profile is gone by. */
export function adopt(pin: Pin, { profile, digest }: Pick<OpenedProfile, 'profile' | 'digest'>): Pin {
  const { fork: _fork, settling: _settling, current, ...rest } = pin;
  const stateKey = profile.stateKey.publicKey;
  // Those in between too: a version that one of them signed may still come.
  const since = [pin.stateKey, ...(successorsOf(pin.stateKey, profile) ?? [])];
  const formerStateKeys = [...new Set([...pin.formerStateKeys, ...since])].filter((key) => key !== stateKey);
  return {
    ...rest,
    stateKey,
    formerStateKeys,
    version: profile.version,
    current: digest,
    ...(current !== undefined && { before: current }),
  };
}

function refused(why: Refusal): Decision {
  return { kind: 'refused', why };
}
