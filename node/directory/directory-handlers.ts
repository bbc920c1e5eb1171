import type { Handlers } from '../../protocol/control/handlers.ts';
import { toInstant } from '../../protocol/control/instant.ts';
import type { PartnerDetails, PartnerView } from '../../protocol/control/types.ts';
import { warningViews } from '../../protocol/control/warnings.ts';
import { ComityError } from '../../protocol/errors.ts';
import { fingerprintOf } from '../../protocol/identity/fingerprint.ts';
import type { Echo } from '../../protocol/session/pings.ts';
import type { Time } from '../../protocol/value.ts';
import type { Directory } from './directory.ts';
import type { KnownProfile } from './known-profile.ts';
import { nameOf, type Candidate, type Pin } from './pin.ts';
import { profileView, type PeerIdText } from './profile-view.ts';

const SECOND_MS = 1000;

/** What is known of the links with partners. */
export interface Links {
  connected(party: string): boolean;
  lastContactAt(party: string): Time | undefined;
  /** Since when it has not been heard, at the earliest since the node first started; none while on line. */
  silentSince(party: string): Time | undefined;
  queued(party: string): { emergency: number; urgent: number; routine: number };
  /** Whether anything was ever sent there or has come from there. */
  exchanged(party: string): Promise<boolean>;
  /** @throws ComityError `not-connected` */
  ping(party: string): Promise<Echo>;
}

export interface DirectoryHandlerDependencies {
  readonly directory: Directory;
  readonly links: Links;
  readonly peerIdText: PeerIdText;
}

type DirectoryRoute =
  | 'profile.show'
  | 'profile.export'
  | 'partners.list'
  | 'partners.show'
  | 'partners.ping'
  | 'partners.add'
  | 'partners.approve'
  | 'partners.repin'
  | 'partners.export'
  | 'partners.proof'
  | 'partners.acknowledge'
  | 'partners.remove'
  | 'partners.suspend'
  | 'partners.resume';

/** The routes about this node's profile and about partners. */
export function directoryHandlers(dependencies: DirectoryHandlerDependencies): Handlers<DirectoryRoute> {
  const { directory, links, peerIdText } = dependencies;
  const details = (party: string): PartnerDetails => detailsOf(dependencies, party);
  return {
    'profile.show': () => profileView(directory.own(), peerIdText),
    'profile.export': () => exported(directory.own()),
    'partners.list': () => ({ rows: rowsOf(dependencies) }),
    'partners.show': ({ params }) => details(params.state),
    'partners.ping': async ({ params }) => {
      directory.partner(params.state);
      const { roundTripMs, aheadMs } = await links.ping(params.state);
      return { state: params.state, roundTripMs, aheadS: Math.round(aheadMs / SECOND_MS) };
    },
    'partners.add': async ({ body }, caller) => {
      const { party, outcome } = await directory.takeUp(bytesOf(body.profile), {
        operator: caller.officerId,
      });
      if (outcome === 'own') throw new ComityError('usage', 'This is the profile of this node itself.');
      return details(party);
    },
    'partners.approve': async ({ params, body }, caller) => {
      await directory.approve(params.state, body.fingerprint, caller.officerId);
      return details(params.state);
    },
    'partners.repin': async ({ params, body }, caller) => {
      await directory.repin(params.state, body.fingerprint, caller.officerId);
      return details(params.state);
    },
    'partners.export': ({ params }) => exported(latestOf(directory, params.state)),
    'partners.proof': ({ params }) => directory.proof(params.state),
    'partners.acknowledge': async ({ params }, caller) => {
      await directory.acknowledge(params.state, caller.officerId);
      return details(params.state);
    },
    'partners.remove': async ({ params: { state }, body }, caller) => {
      const exchanged = (): Promise<boolean> => links.exchanged(state);
      const removal = { fingerprint: body.fingerprint, exchanged, actor: caller.officerId };
      const { status, count } = await directory.remove(state, removal);
      return { state, status, count, isPartner: directory.pin(state) !== undefined };
    },
    'partners.suspend': async ({ params }, caller) => {
      await directory.setSuspended(params.state, true, caller.officerId);
      return details(params.state);
    },
    'partners.resume': async ({ params }, caller) => {
      await directory.setSuspended(params.state, false, caller.officerId);
      return details(params.state);
    },
  };
}

function bytesOf(base64url: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64url, 'base64url'));
}

function exported({ profile, digest, bytes }: KnownProfile) {
  return {
    state: profile.party,
    version: profile.version,
    digest,
    fingerprint: fingerprintOf(profile.stateKey.publicKey),
    profile: Buffer.from(bytes).toString('base64url'),
  };
}

/** @throws ComityError `unknown-state` */
function latestOf(directory: Directory, party: string): KnownProfile {
  const pin = directory.pin(party);
  if (pin !== undefined) return directory.latestOf(pin);
  throw new ComityError('unknown-state', `There is no partner ${party} — see: comity partners.`);
}

function rowsOf(dependencies: DirectoryHandlerDependencies): PartnerView[] {
  const { directory } = dependencies;
  const pinned = directory.pins().map((pin) => pinRow(dependencies, pin, directory.latestOf(pin)));
  const waiting = directory.candidates().map((one) => candidateRow(dependencies, one));
  return [...pinned, ...waiting].sort((a, b) => (a.state < b.state ? -1 : 1));
}

function detailsOf(dependencies: DirectoryHandlerDependencies, party: string): PartnerDetails {
  const { directory } = dependencies;
  const pin = directory.pin(party);
  if (pin !== undefined) {
    const known = directory.latestOf(pin);
    const row = pinRow(dependencies, pin, known);
    return withLookAlikes(dependencies, row, known);
  }
  const candidate = directory.candidates().find((one) => one.party === party);
  if (candidate !== undefined) {
    return withLookAlikes(dependencies, candidateRow(dependencies, candidate), candidate);
  }
  throw new ComityError('unknown-state', `There is no partner or candidate ${party} — see: comity partners.`);
}

/** With what its desks look like, too: that is looked at for one profile, not for all. */
function withLookAlikes(
  { directory, peerIdText }: DirectoryHandlerDependencies,
  row: PartnerView,
  known: KnownProfile,
): PartnerDetails {
  const others = row.warnings.filter(({ code }) => code !== 'look-alike');
  const warnings = [...others, ...warningViews(directory.lookAlikes(known, true))];
  return { ...row, warnings, profile: profileView(known, peerIdText) };
}

function pinRow(
  { directory, links }: DirectoryHandlerDependencies,
  pin: Pin,
  known: KnownProfile,
): PartnerView {
  const { party, stateKey } = pin;
  const { profile } = known;
  const lastContactAt = links.lastContactAt(party);
  return {
    state: party,
    name: pin.name,
    status: pin.suspended ? 'suspended' : 'approved',
    fingerprint: fingerprintOf(stateKey),
    version: profile.version,
    validUntil: toInstant(profile.validUntil),
    introducedBy: [],
    connected: links.connected(party),
    ...(lastContactAt !== undefined && { lastContactAt: toInstant(lastContactAt) }),
    queued: links.queued(party),
    warnings: warningViews([...directory.warningsAbout(pin), ...directory.lookAlikes(known, false)]),
  };
}

function candidateRow({ directory }: DirectoryHandlerDependencies, candidate: Candidate): PartnerView {
  const { profile, introducedBy } = candidate;
  return {
    state: profile.party,
    name: nameOf(profile),
    status: 'candidate',
    fingerprint: fingerprintOf(profile.stateKey.publicKey),
    version: profile.version,
    validUntil: toInstant(profile.validUntil),
    introducedBy: [...introducedBy],
    kin: directory.isKin(candidate),
    connected: false,
    queued: { emergency: 0, urgent: 0, routine: 0 },
    warnings: warningViews(directory.lookAlikes(candidate, false)),
  };
}
