import { ComityError } from '../../protocol/errors.ts';
import { openProfile, type OpenedProfile } from '../../protocol/identity/profile.ts';
import { COUNTS } from '../../protocol/limits.ts';
import type { Time } from '../../protocol/value.ts';
import type { RecordEvent } from '../storage/change.ts';
import type { DirectoryBook, Entries } from './book.ts';
import type { SharedBook } from './dependencies.ts';
import { decide, REFUSALS, type Decision } from './decide.ts';
import type { Candidate, Pin } from './pin.ts';

/** Who brought a profile: an operator with a file, or the code of a partner. */
export type Source = { readonly operator: string } | { readonly partner: string };

export type TakenUp = Decision['kind'] | 'own' | 'candidate' | 'ignored';

/** How profiles come in. They certify themselves: it does not matter who passes them on. */
export interface Intake {
  /**
   * Takes up a profile as far as it may be believed: adopts a newer one of a partner, keeps an older one,
   * lists that of a stranger as a candidate.
   * @throws ComityError `unauthentic`, `malformed` and their like; `usage` for another network; for an
   * operator's file also `refused` with the reason, where a partner's is only logged.
   */
  takeUp(bytes: Uint8Array, source: Source): Promise<{ party: string; outcome: TakenUp }>;
}

/** Candidates with one code: more claim to be the same State only to hide the real one. */
const CLAIMANTS_MAX = 4;

export function createIntake(dependencies: SharedBook): Intake {
  const { book, own } = dependencies;
  return {
    takeUp: async (bytes, source) => {
      const opened = openProfile(bytes);
      const { network, party } = opened.profile;
      if (network !== own().profile.network) {
        throw new ComityError(
          'usage',
          `This profile belongs to another network, ${network} — nothing was changed.`,
        );
      }
      const outcome = await book.inTurn(async () => {
        if (party === own().profile.party) return takeOwn(dependencies, opened);
        const pin = book.pin(party);
        return pin === undefined
          ? listCandidate(dependencies, opened, source)
          : takePinned(dependencies, pin, opened, source);
      });
      return { party, outcome };
    },
  };
}

/** Only this node's operator publishes its profile; what comes round by others is at best an echo. */
function takeOwn({ book, log, own }: SharedBook, { profile, digest }: OpenedProfile): TakenUp {
  if (book.profile(digest) === undefined) {
    const here = own().profile.version;
    log.error(
      { version: profile.version, here },
      'a profile of this party is about that this node did not publish',
    );
  }
  return 'own';
}

async function takePinned(
  dependencies: SharedBook,
  pin: Pin,
  opened: OpenedProfile,
  source: Source,
): Promise<TakenUp> {
  const { book, changed } = dependencies;
  const decision = decide(pin, opened, (version) => book.version(pin.party, version));
  if (decision.kind === 'refused') return refuse(dependencies, pin, { opened, source, why: decision.why });
  if (decision.kind === 'adopted') assertPeerIdFree(book, opened);
  const entries = entriesFor(decision, opened);
  if (entries !== undefined) await book.enter(entries, eventFor(dependencies, decision, opened));
  if (decision.kind === 'forked') {
    const context = { partner: pin.party, version: opened.profile.version };
    dependencies.log.error(context, 'two profiles of one version are signed by the same State key');
  }
  if (decision.kind !== 'known' && decision.kind !== 'older') changed(pin.party);
  return decision.kind;
}

function entriesFor(decision: Decision, opened: OpenedProfile): Entries | undefined {
  switch (decision.kind) {
    case 'known':
    case 'refused':
      return undefined;
    case 'older':
      return { profiles: [opened] };
    case 'adopted':
    case 'forked':
    case 'settling':
      return { profiles: [opened], pins: [decision.pin] };
  }
}

function eventFor(
  { clock }: SharedBook,
  { kind }: Decision,
  { profile, digest }: OpenedProfile,
): RecordEvent {
  const detail = { party: profile.party, version: profile.version };
  return { type: `profile.${kind}`, at: clock.now(), subject: digest, actor: 'node', detail };
}

interface Refused {
  readonly opened: OpenedProfile;
  readonly source: Source;
  readonly why: keyof typeof REFUSALS;
}

/**
 * An operator may hold a new State key in hand, for `partner repin`: then the profile waits as a candidate.
 */
function refuse(
  dependencies: SharedBook,
  pin: Pin,
  { opened, source, why }: Refused,
): TakenUp | Promise<TakenUp> {
  dependencies.log.warn({ partner: pin.party, why }, 'a profile of a partner was refused');
  if ('partner' in source) return 'refused';
  if (why === 'other-key') return listCandidate(dependencies, opened, source);
  throw new ComityError('refused', `The profile of ${pin.party} was not taken up. ${REFUSALS[why]}`, {
    details: { why },
  });
}

async function listCandidate(shared: SharedBook, opened: OpenedProfile, source: Source): Promise<TakenUp> {
  const { book, clock, log, changed } = shared;
  const { party, stateKey } = opened.profile;
  const claimants = book.candidatesFor(party);
  const listed = claimants.find(({ profile }) => profile.stateKey.publicKey === stateKey.publicKey);
  const crowded = claimants.length >= CLAIMANTS_MAX || book.candidates.length >= COUNTS.parties;
  if (listed === undefined && crowded && 'partner' in source) {
    log.warn({ partner: source.partner }, 'a candidate was not listed: there are too many');
    return 'ignored';
  }
  const introducer = 'partner' in source ? source.partner : 'operator';
  const candidate = introduced(listed, opened, { introducer, seenAt: clock.now() });
  if (candidate === listed) return 'known';
  const { digest, profile } = candidate;
  const detail = { party, version: profile.version, introducer };
  const event = { type: 'candidate.listed', at: clock.now(), subject: digest, actor: 'node', detail };
  await book.enter({ candidates: [candidate] }, event);
  changed(party);
  return 'candidate';
}

/**
 * The newest profile under this State key, and everybody who has brought one; the same candidate if nothing
 * is new.
 */
function introduced(
  listed: Candidate | undefined,
  opened: OpenedProfile,
  { introducer, seenAt }: { readonly introducer: string; readonly seenAt: Time },
): Candidate {
  const { profile, digest, bytes } = opened;
  if (listed === undefined) return { profile, digest, bytes, introducedBy: [introducer], seenAt };
  const isNewer = profile.version > listed.profile.version;
  if (!isNewer && listed.introducedBy.includes(introducer)) return listed;
  const introducedBy = [...new Set([...listed.introducedBy, introducer])];
  return { ...listed, ...(isNewer && { profile, digest, bytes }), introducedBy };
}

/** A PeerId stands for one party: a second one that claims it would be taken for the first. */
export function assertPeerIdFree(book: DirectoryBook, { profile }: Pick<OpenedProfile, 'profile'>): void {
  const others = book.pins.filter(({ party }) => party !== profile.party).map((pin) => book.currentOf(pin));
  const { peerId, nextPeerId } = profile.node;
  const taken = [book.own, ...others].some(
    (known) =>
      known !== undefined &&
      [known.profile.node.peerId, known.profile.node.nextPeerId].some(
        (other) => other !== undefined && (other === peerId || other === nextPeerId),
      ),
  );
  if (taken) {
    throw new ComityError('refused', `The profile of ${profile.party} names the PeerId of another party.`);
  }
}
