import { ComityError } from '../../protocol/errors.ts';
import { keyIdOf } from '../../protocol/identity/keys.ts';
import { keysOf, type OpenedProfile } from '../../protocol/identity/profile.ts';
import type { Entries } from './book.ts';
import { contradictionWarnings } from './contradictions.ts';
import { decide, type Decision, REFUSALS, type Refusal } from './decide.ts';
import type { SharedBook } from './dependencies.ts';
import { costOf } from './allowance.ts';
import { assertPeerIdFree } from './assert-peer-id-free.ts';
import type { Source, TakenUp } from './intake.ts';
import { listCandidate } from './list-candidate.ts';
import type { Pin } from './pin.ts';
import { isTooMuch, superfluous } from './retention.ts';

export interface Arrived {
  readonly opened: OpenedProfile;
  readonly source: Source;
}

/** A version of a partner's profile, whoever brought it. */
export async function takePinned(
  dependencies: SharedBook,
  pin: Pin,
  { opened, source }: Arrived,
): Promise<TakenUp> {
  const { book, changed, log } = dependencies;
  const { version, previous } = opened.profile;
  const decision = decide(pin, opened, (wanted) => book.version(pin.party, wanted));
  if (decision.kind === 'known') return 'known';
  if (decision.kind === 'refused') {
    // What it follows instead tells whether there are two histories.
    if (decision.why === 'broken-chain' && previous !== undefined) book.seek(pin.party, previous);
    return refuse(dependencies, pin, { opened, source, why: decision.why });
  }
  if (await isFlood(dependencies, pin, { opened, source })) return 'ignored';
  if (decision.kind === 'adopted') assertPeerIdFree(book, opened);
  if (book.sought.get(pin.party) === opened.digest) book.sought.delete(pin.party);
  await book.enter(
    entriesFor(dependencies, decision, { pin, opened }),
    eventFor(dependencies, decision, opened),
  );
  if (decision.kind === 'forked') {
    log.error(
      { partner: pin.party, version },
      'two profiles of one version are signed by the same State key',
    );
  }
  ringFor(dependencies, pin, decision);
  if (decision.kind !== 'older') changed(pin.party);
  return decision.kind;
}

/** Of a contradiction that was not known before an operator hears at once. */
function ringFor({ alarm }: SharedBook, before: Pin, decision: Decision): void {
  if (decision.kind !== 'forked' && decision.kind !== 'settling') return;
  const isNews = decision.kind === 'forked' || before.fork === undefined;
  const news = isNews ? contradictionWarnings(decision.pin) : [];
  news.filter(({ code }) => code === 'profile-contradicts').forEach(alarm);
}

/** Versions count against whose they are, whoever brings them: one party may use many ways. */
async function isFlood(
  { allowance, book, floods }: SharedBook,
  { party }: Pin,
  { opened, source }: Arrived,
): Promise<boolean> {
  if ('operator' in source) return false;
  const isOwnBringer = source.partner === party;
  const exhausted = !isOwnBringer && allowance.roomFor(party) < 1;
  if (!isOwnBringer) allowance.spend(party, costOf(opened));
  const flood = exhausted || isTooMuch(book.profilesOf(party), opened.bytes.length);
  if (flood) await floods.note(party);
  return flood;
}

interface Version {
  readonly pin: Pin;
  readonly opened: OpenedProfile;
}

function entriesFor(
  { book }: SharedBook,
  decision: Exclude<Decision, { readonly kind: 'known' | 'refused' }>,
  { pin, opened }: Version,
): Entries {
  const after = decision.kind === 'older' ? pin : decision.pin;
  const forgotten = superfluous({
    pin: after,
    profiles: book.profilesOf(pin.party),
    isUsed: (digest) => book.isUsed(digest),
    arrived: opened.digest,
  });
  return {
    profiles: [opened],
    forgotten,
    ...(decision.kind !== 'older' && { pins: [after] }),
    ...(revokesMore({ book }, opened) && { used: [opened.digest] }),
  };
}

/** The first version to say that a key is revoked stays, whatever later ones leave out. */
function revokesMore({ book }: Pick<SharedBook, 'book'>, { profile }: OpenedProfile): boolean {
  const { authority, receipt } = book.keys(profile.party);
  const known = new Set(
    [...[...authority.values()].flat(), ...receipt]
      .filter(({ revokedAt }) => revokedAt !== undefined)
      .map(({ publicKey }) => keyIdOf(publicKey)),
  );
  return keysOf(profile).some(
    ({ revokedAt, publicKey }) => revokedAt !== undefined && !known.has(keyIdOf(publicKey)),
  );
}

function eventFor({ clock }: SharedBook, { kind }: Decision, { profile, digest }: OpenedProfile) {
  const detail = { party: profile.party, version: profile.version };
  return { type: `profile.${kind}`, at: clock.now(), subject: digest, actor: 'node', detail };
}

/** An operator may hold a new State key in hand, for `partner repin`: then the profile waits as a candidate. */
function refuse(
  dependencies: SharedBook,
  pin: Pin,
  { opened, source, why }: Arrived & { readonly why: Refusal },
): TakenUp | Promise<TakenUp> {
  dependencies.log.warn({ partner: pin.party, why }, 'a profile of a partner was refused');
  if ('partner' in source) return 'refused';
  if (why === 'other-key') return listCandidate(dependencies, opened, source);
  throw new ComityError('refused', `The profile of ${pin.party} was not taken up. ${REFUSALS[why]}`, {
    details: { why },
  });
}
