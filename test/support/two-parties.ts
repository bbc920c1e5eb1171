import { type Cases, openCases } from '../../node/cases/cases.ts';
import type { Parcel, ReceiptFacts } from '../../node/cases/dependencies.ts';
import type { Signed } from '../../protocol/identity/signed.ts';
import type { Arrival } from '../../node/cases/receive.ts';
import { silentLog } from '../../node/log.ts';
import type { Change, Operation } from '../../node/storage/change.ts';
import type { Storage, StorageOptions } from '../../node/storage/storage.ts';
import type { Submitted } from '../../protocol/control/types.ts';
import type { DeskRole, Urgency } from '../../protocol/convention/instrument.ts';
import { evidenceStatement } from '../../protocol/delivery/statements.ts';
import { ComityError } from '../../protocol/errors.ts';
import { toHex } from '../../protocol/hash.ts';
import { deskKey } from '../../protocol/identity/desk.ts';
import type { OpenedProfile } from '../../protocol/identity/profile.ts';
import { openEnvelope } from '../../protocol/item/item.ts';
import { verifyItem, type VerifiedItem } from '../../protocol/item/verify.ts';
import { LANE_TIMES } from '../../protocol/limits.ts';
import type { Hex } from '../../protocol/value.ts';
import type { PrepareRequest } from './case-messages.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';
import {
  authorityOf,
  CENTRAL,
  type Draft,
  known,
  officerOf,
  POLICE,
  signDraft,
  signingBy,
  type SubmitRequest,
  type TestOfficer,
} from './party-officers.ts';
import { profileOf } from './party-profile.ts';
import { signerFrom } from './profiles.ts';
import { type StorageHome, useStorageHomes } from './storage-home.ts';

type Sent = Extract<Submitted, { readonly itemId: string }>;
type Queued = Parcel & { readonly lane: Urgency };

/** A party with its cases over a real database, and no network: what it sends waits in `sent`. */
export interface TestParty {
  readonly code: string;
  readonly profile: OpenedProfile;
  readonly officer: TestOfficer;
  readonly colleague: TestOfficer;
  readonly policeOfficer: TestOfficer;
  readonly operator: TestOfficer;
  readonly cases: Cases;
  readonly storage: Storage;
  /** Parcels in the order in which they were queued, and not yet taken by a test. */
  readonly sent: Queued[];
  /** When the other side's node said it had an item, as far as a test has it say so. */
  readonly receipts: Map<Hex, ReceiptFacts>;
  /** What the other side's node has rejected, and why. */
  readonly rejections: Map<Hex, { readonly code: string; readonly sentence: string }>;
  readonly signedReceipts: Map<Hex, Signed>;
  /** Whether this node may write to its partner. */
  mayWrite: boolean;
  /** Prepares, signs and submits, as the command line does. */
  say(
    request: PrepareRequest,
    more?: { readonly officer?: TestOfficer; readonly anyway?: boolean },
  ): Promise<Sent>;
  /** What the officer's key makes of a draft. */
  sign(officer: TestOfficer, draft: Draft): SubmitRequest;
  /** Verifies an envelope as a node does, and gives it to the cases. */
  take(bytes: Uint8Array, extra?: Change): Promise<Arrival>;
  /** Closes the database and opens everything anew. */
  restart(): Promise<void>;
}

export interface TwoParties {
  readonly gd: TestParty;
  readonly jm: TestParty;
  readonly clock: FakeClock;
  /** Hands over all that waits in both directions, in order, until nothing is left. */
  readonly exchange: () => Promise<void>;
}

/** To be called in a `describe`: gives two parties that know each other. */
export function useTwoParties(): (
  storage?: Partial<StorageOptions>,
  more?: { readonly role?: DeskRole; readonly startsAt?: number; readonly treatyOn?: string },
) => Promise<TwoParties> {
  const makeHome = useStorageHomes();
  return async (storage = {}, { role = 'CA', startsAt, treatyOn } = {}) => {
    const clock = createFakeClock();
    if (startsAt !== undefined) clock.setWall(startsAt);
    const profiles = new Map(['GD', 'JM'].map((code) => [code, profileOf(code, role, treatyOn)]));
    const gd = await createParty({ code: 'GD', home: await makeHome(), storage, profiles, clock });
    const jm = await createParty({ code: 'JM', home: await makeHome(), storage, profiles, clock });
    return { gd, jm, clock, exchange: () => exchange(gd, jm, clock) };
  };
}

/** Envelopes among what a party has sent, in order; they are gone from there afterwards. */
export function itemsSent(party: TestParty): Uint8Array[] {
  return party.sent.splice(0).flatMap((parcel) => (parcel.kind === 'item' ? [parcel.item] : []));
}

interface PartyOptions {
  readonly code: string;
  readonly home: StorageHome;
  readonly storage: Partial<StorageOptions>;
  readonly profiles: ReadonlyMap<string, OpenedProfile>;
  readonly clock: FakeClock;
}

async function createParty({
  code,
  home,
  storage: options,
  profiles,
  clock,
}: PartyOptions): Promise<TestParty> {
  const profile = known(profiles.get(code));
  const officers = {
    officer: officerOf(code, 'officer', CENTRAL),
    colleague: officerOf(code, 'colleague', CENTRAL),
    policeOfficer: officerOf(code, 'police officer', POLICE),
    operator: { ...officerOf(code, 'operator', CENTRAL), roles: ['operator' as const] },
  };
  const all = Object.values(officers);
  const receiptKey = signerFrom(`${code} receipt`);
  const authorityKey = authorityOf(code, CENTRAL);
  const policeKey = authorityOf(code, POLICE);
  const sent: Queued[] = [];
  const receipts: TestParty['receipts'] = new Map();
  const rejections: TestParty['rejections'] = new Map();
  const signedReceipts: TestParty['signedReceipts'] = new Map();
  let { storage } = await home.create(options);

  const open = (): Cases =>
    openCases({
      network: 'test',
      party: code,
      store: storage,
      clock,
      log: silentLog,
      laneTimes: LANE_TIMES,
      directory: {
        own: () => profile,
        partner: (other) => profiles.get(other) ?? unknownState(other),
        use: () => [],
        byDigest: (digest) => [...profiles.values()].find((entry) => entry.digest === digest)?.profile,
      },
      officers: {
        signingBy: (id) => signingBy(all, id),
        byId: (id) => all.find(({ officerId }) => officerId === id),
      },
      outbox: {
        queue: (_, parcel, lane) => {
          sent.push({ ...parcel, lane });
          return { operations: [marker(parcel)] };
        },
        wake: () => undefined,
        mayWrite: () => party.mayWrite,
      },
      receipts: {
        receipts: (ids) => Promise.resolve(new Map([...receipts].filter(([id]) => ids.includes(id)))),
        signed: (id) => Promise.resolve(signedReceipts.get(id)),
        delivery: (id) => {
          const rejection = rejections.get(id);
          if (rejection !== undefined) return Promise.resolve({ delivery: 'rejected' as const, rejection });
          return Promise.resolve({ delivery: receipts.has(id) ? ('relayed' as const) : ('queued' as const) });
        },
      },
      keys: {
        authority: (desk) => (desk === POLICE ? policeKey : authorityKey),
        receipt: () => receiptKey,
      },
    });
  let cases = open();

  const party: TestParty = {
    ...{ code, profile, ...officers, sent, receipts, rejections, signedReceipts },
    mayWrite: true,
    get cases() {
      return cases;
    },
    get storage() {
      return storage;
    },
    async say(request, { officer = officers.officer, anyway } = {}) {
      const { draft } = await cases.prepare(officer, request);
      const said = await cases.submit(officer, {
        ...party.sign(officer, known(draft)),
        ...(anyway !== undefined && { anyway }),
      });
      if (!('itemId' in said)) throw new Error('it waits for a second officer');
      return said;
    },
    sign: (officer, draft) => signDraft(officer, draft),
    take: async (bytes, extra = { operations: [] }) => cases.receive(verified(profiles, bytes), () => extra),
    async restart() {
      await storage.close();
      ({ storage } = await home.open(options));
      cases = open();
    },
  };
  return party;
}

function unknownState(party: string): never {
  throw new ComityError('unknown-state', `There is no partner ${party}.`);
}

/** Stands for the row that an outbox writes. */
function marker(parcel: Parcel): Operation {
  const id = parcel.kind === 'item' ? parcel.itemId : toHex(parcel.statement.signature.value.subarray(0, 16));
  return { keyspace: 'outbox', key: id, value: new Uint8Array() };
}

async function exchange(gd: TestParty, jm: TestParty, clock: FakeClock): Promise<void> {
  while (gd.sent.length + jm.sent.length > 0) {
    await handOver(gd, jm, clock);
    await handOver(jm, gd, clock);
  }
}

async function handOver(from: TestParty, to: TestParty, clock: FakeClock): Promise<void> {
  for (const parcel of from.sent.splice(0)) {
    if (parcel.kind === 'evidence') {
      const evidence = evidenceStatement.open(parcel.statement, signerFrom(`${from.code} receipt`).publicKey);
      await to.cases.takeEvidence(
        { party: from.code, evidence, signed: parcel.statement },
        { operations: [] },
      );
      continue;
    }
    const { outcome } = await to.take(parcel.item);
    const receipt = { by: to.code, at: clock.now(), ...(outcome === 'placed' && { authority: CENTRAL }) };
    from.receipts.set(parcel.itemId, receipt);
    to.receipts.set(parcel.itemId, receipt);
  }
}

/** As a node verifies what has come: by the profile that the item pins. */
function verified(profiles: ReadonlyMap<string, OpenedProfile>, bytes: Uint8Array): VerifiedItem {
  return verifyItem(openEnvelope(bytes), {
    authorityKey: (digest, desk, keyId, at) => {
      const profile = [...profiles.values()].find((entry) => entry.digest === digest);
      return profile && deskKey(profile.profile.desks, desk, keyId, at)?.publicKey;
    },
  });
}
