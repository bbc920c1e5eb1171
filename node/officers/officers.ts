import { actsInCases, type Role } from '../../protocol/control/roles.ts';
import { ComityError } from '../../protocol/errors.ts';
import { toHex } from '../../protocol/hash.ts';
import { fingerprintOf, parseFingerprint } from '../../protocol/identity/fingerprint.ts';
import { keyIdOf } from '../../protocol/identity/keys.ts';
import type { Hex } from '../../protocol/value.ts';
import type { Clock } from '../clock.ts';
import type { RecordEvent } from '../storage/change.ts';
import type { Store } from '../storage/store.ts';
import { certify, type Certifier, current } from './certify.ts';
import type { IssuedCertificate, Officer } from './officer.ts';
import { createOfficerRepository } from './officer-repository.ts';

export interface OfficerDependencies {
  readonly store: Store;
  readonly clock: Clock;
  readonly certifier: Certifier;
}

export interface NewOfficer {
  readonly name: string;
  readonly function?: string;
  readonly roles: readonly Role[];
  readonly desks: readonly string[];
  /** As the officer read it out. */
  readonly fingerprint: string;
}

/** A certificate that may sign now, and whose it is. */
export interface SigningOfficer {
  readonly officer: Officer;
  readonly certificate: IssuedCertificate;
}

/** Who may do something at this node. Removed officers stay on file, for the record names them. */
export interface Officers {
  list(): readonly Officer[];
  byId(id: Hex): Officer | undefined;
  /** @throws ComityError `conflict`, `usage` for a fingerprint, role or desk that can't be. */
  add(officer: NewOfficer, actor: string): Promise<Officer>;
  /**
   * From now on nothing that this officer signs is passed on. @throws ComityError `unknown-officer`,
   * `conflict`.
   */
  remove(name: string, actor: string): Promise<Officer>;
  /**
   * Takes note of a login by whoever has proved to hold this key, and gives certificates. Undefined for a key
   * that nobody here has the fingerprint of.
   */
  enrol(publicKey: Uint8Array): Promise<Officer | undefined>;
  /** Who signs by this certificate, if it is good now and its officer has not been removed. */
  signingBy(certificateId: Hex): SigningOfficer | undefined;
}

export async function openOfficers(dependencies: OfficerDependencies): Promise<Officers> {
  const officers = new OfficersOnFile(dependencies);
  await officers.load();
  dependencies.store.onReopened(() => void officers.load());
  return officers;
}

class OfficersOnFile implements Officers {
  readonly #dependencies: OfficerDependencies;
  #officers = new Map<Hex, Officer>();

  constructor(dependencies: OfficerDependencies) {
    this.#dependencies = dependencies;
  }

  async load(): Promise<void> {
    const officers = await this.#repository().all();
    this.#officers = new Map(officers.map((officer) => [officer.id, officer]));
  }

  list(): readonly Officer[] {
    return this.#present().sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  byId(id: Hex): Officer | undefined {
    const officer = this.#officers.get(id);
    return officer && this.#current(officer);
  }

  async add(added: NewOfficer, actor: string): Promise<Officer> {
    const { clock } = this.#dependencies;
    const fingerprint = this.#assertAddable(added);
    const officer: Officer = {
      id: toHex(clock.randomBytes(16)),
      name: added.name,
      function: added.function ?? 'officer',
      roles: added.roles,
      desks: added.desks,
      fingerprint,
      addedAt: clock.now(),
      certificates: [],
    };
    const detail = { roles: [...added.roles], desks: [...added.desks] };
    await this.#keep(officer, {
      type: 'officer.added',
      at: officer.addedAt,
      subject: officer.id,
      actor,
      detail,
    });
    return officer;
  }

  async remove(name: string, actor: string): Promise<Officer> {
    const found = this.#present().find((officer) => officer.name === name);
    if (found === undefined) {
      throw new ComityError('unknown-officer', 'There is no officer of this name — see: comity officers.');
    }
    const operators = this.#present().filter((officer) => officer.roles.includes('operator'));
    if (operators.length === 1 && operators[0] === found) {
      throw new ComityError(
        'conflict',
        'This is the last operator — admit another one first: comity officer add.',
      );
    }
    const removed = { ...found, removedAt: this.#dependencies.clock.now() };
    const event = { type: 'officer.removed', at: removed.removedAt, subject: found.id, actor };
    await this.#keep(removed, event);
    return removed;
  }

  async enrol(publicKey: Uint8Array): Promise<Officer | undefined> {
    const fingerprint = parseFingerprint(fingerprintOf(publicKey));
    const found = this.#present().find((officer) => officer.fingerprint === fingerprint);
    if (found === undefined) return undefined;
    const now = this.#dependencies.clock.now();
    const known = { ...found, publicKey: toHex(publicKey), keyId: keyIdOf(publicKey), lastLoginAt: now };
    const officer = { ...known, certificates: certify(known, this.#dependencies.certifier, now) };
    await this.#keep(officer, { type: 'officer.logged-in', at: now, subject: officer.id, actor: officer.id });
    return officer;
  }

  signingBy(certificateId: Hex): SigningOfficer | undefined {
    const now = this.#dependencies.clock.now();
    for (const officer of this.#present()) {
      const certificate = officer.certificates.find((held) => held.certificateId === certificateId);
      if (certificate !== undefined) {
        const { certifier } = this.#dependencies;
        return now < certificate.until
          ? { officer, certificate: current(certificate, certifier) }
          : undefined;
      }
    }
    return undefined;
  }

  #current(officer: Officer): Officer {
    const { certifier } = this.#dependencies;
    return { ...officer, certificates: officer.certificates.map((held) => current(held, certifier)) };
  }

  #present(): Officer[] {
    return [...this.#officers.values()].filter((officer) => officer.removedAt === undefined);
  }

  #repository() {
    return createOfficerRepository(this.#dependencies.store.keyspace('officers'));
  }

  /** The fingerprint in the form that is compared. */
  #assertAddable({ name, fingerprint, roles, desks }: NewOfficer): string {
    const parsed = parseFingerprint(fingerprint);
    if (parsed === undefined) {
      throw new ComityError('usage', 'This is no whole fingerprint — take it from: comity enrol.');
    }
    const unserved = desks.find((desk) => this.#dependencies.certifier.authorityOf(desk) === undefined);
    if (unserved !== undefined) {
      throw new ComityError('usage', `This node serves no desk ${unserved} — see: comity profile show.`);
    }
    if (actsInCases(roles) && desks.length === 0) {
      throw new ComityError('usage', 'Who acts in cases does it at a desk — name one: --desk.');
    }
    const present = this.#present();
    if (present.some((officer) => officer.name === name)) {
      throw new ComityError(
        'conflict',
        'There is an officer of this name — remove the other one, or choose another.',
      );
    }
    if (present.some((officer) => officer.fingerprint === parsed)) {
      throw new ComityError('conflict', 'The key with this fingerprint belongs to another officer already.');
    }
    return parsed;
  }

  /** What fails to become durable is forgotten: memory never says more than the store. */
  async #keep(officer: Officer, event: RecordEvent): Promise<void> {
    this.#officers.set(officer.id, officer);
    try {
      const operations = [this.#repository().put(officer)];
      await this.#dependencies.store.commit({ operations, events: [event] });
    } catch (error) {
      await this.load();
      throw error;
    }
  }
}
