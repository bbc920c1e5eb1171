import type { OpenedProfile } from '../../protocol/identity/profile.ts';
import { successorsOf } from '../../protocol/identity/state-key.ts';
import type { Hex } from '../../protocol/value.ts';
import type { PastFork, Pin } from './pin.ts';

/** What becomes of a profile of a pinned party. */
export type Decision =
  /** It is on file. */
  | { readonly kind: 'known' }
  /** Kept, for items that were signed under it; never gone by. */
  | { readonly kind: 'older' }
  /** Gone by from now on. */
  | { readonly kind: 'adopted'; readonly pin: Pin }
  /** A second profile of one version: both are kept. Neither is gone by, but a later one that was before. */
  | { readonly kind: 'forked'; readonly pin: Pin }
  /** Names both sides of the fork; an operator has to say yes. */
  | { readonly kind: 'settling'; readonly pin: Pin }
  | { readonly kind: 'refused'; readonly why: Refusal };

export const REFUSALS = {
  'other-key':
    'It is signed by a State key that is not the pinned one, and to which that has not handed over.',
  'fork-open': 'It does not name both of the two profiles that contradict each other.',
  'broken-chain': 'It follows a version that is not the one that this node has.',
  'rewritten-version': 'Other profiles of this old version are on file already.',
} as const;

export type Refusal = keyof typeof REFUSALS;

/** The digest on file of a version of the party, if there is one. */
export type OnFile = (version: number) => Hex | undefined;

/** Contradictions of old versions that are kept: the first proves as much as all. */
const PAST_FORKS_MAX = 4;

/** No rollback, no silent change of key, no choice between two histories. */
export function decide(pin: Pin, opened: OpenedProfile, onFile: OnFile): Decision {
  const { profile, digest } = opened;
  if (pin.fork?.includes(digest) === true || pin.settling === digest) return { kind: 'known' };
  if (profile.version < pin.version) return decideOlder(pin, opened, onFile);
  if (successorsOf(pin.stateKey, profile) === undefined) return refused('other-key');
  if (profile.version === pin.version) return decideSame(pin, digest);
  if (pin.fork !== undefined) return decideAfterFork(pin, pin.fork, opened);
  return decideNewer(pin, opened);
}

function decideNewer(pin: Pin, opened: OpenedProfile): Decision {
  const { version, previous, supersedes } = opened.profile;
  const { current } = pin;
  if (version > pin.version + 1 || previous === current) return { kind: 'adopted', pin: adopt(pin, opened) };
  const [one, other] = supersedes;
  // The other side of a fork that has not come here: its party says itself that there was one.
  if (current === undefined || one === undefined || other === undefined || !supersedes.includes(current)) {
    return refused('broken-chain');
  }
  return { kind: 'settling', pin: { ...pin, fork: [one, other], settling: opened.digest } };
}

function decideOlder(pin: Pin, { profile, digest }: OpenedProfile, onFile: OnFile): Decision {
  const keys = [pin.stateKey, ...pin.formerStateKeys];
  if (!keys.includes(profile.stateKey.publicKey)) return refused('other-key');
  const known = onFile(profile.version);
  const { pastForks = [] } = pin;
  const isKnown = known === digest || pastForks.some(({ versions }) => versions.includes(digest));
  if (isKnown) return { kind: 'known' };
  if (known === undefined) return { kind: 'older' };
  const told = pastForks.some(({ versions }) => versions.includes(known));
  if (told || pastForks.length >= PAST_FORKS_MAX) return refused('rewritten-version');
  const fork: PastFork = { versions: [known, digest], settled: false };
  return { kind: 'forked', pin: { ...pin, pastForks: [...pastForks, fork] } };
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
  const { fork: _fork, settling: _settling, rolledBack: _set, current, pastForks, ...rest } = pin;
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
    ...(pastForks !== undefined && {
      pastForks: pastForks.map((fork) => settledBy(fork, profile.supersedes)),
    }),
  };
}

function settledBy(fork: PastFork, supersedes: readonly Hex[]): PastFork {
  const names = fork.versions.every((side) => supersedes.includes(side));
  return names ? { ...fork, settled: true } : fork;
}

/** The pin once an operator has said yes to what names both sides of an old fork; undefined if nothing does. */
export function closePastForks(pin: Pin): Pin | undefined {
  const { pastForks = [], ...rest } = pin;
  const open = pastForks.filter(({ settled }) => !settled);
  if (open.length === pastForks.length) return undefined;
  return { ...rest, ...(open.length > 0 && { pastForks: open }) };
}

function refused(why: Refusal): Decision {
  return { kind: 'refused', why };
}
