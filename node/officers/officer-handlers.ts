import type { Caller as ControlCaller, Handlers } from '../../protocol/control/handlers.ts';
import { toInstant } from '../../protocol/control/instant.ts';
import type { OfficerView, SessionView } from '../../protocol/control/types.ts';
import { ComityError } from '../../protocol/errors.ts';
import { signedCodec } from '../../protocol/identity/signed.ts';
import { keyIdOf } from '../../protocol/identity/keys.ts';
import { SUITES } from '../../protocol/ids.ts';
import type { Caller, Officer } from './officer.ts';
import type { Logins } from './logins.ts';
import type { Officers } from './officers.ts';

/** What an officer's session says of the node. */
export interface NodeFacts {
  readonly state: string;
  readonly stateName: string;
  readonly network: string;
  readonly peerId: string;
}

export interface OfficerHandlerDependencies {
  readonly officers: Officers;
  readonly logins: Logins;
  readonly facts: () => NodeFacts;
}

type OfficerRoute =
  | 'login.challenge'
  | 'login.open'
  | 'login.close'
  | 'whoami'
  | 'officers.list'
  | 'officers.add'
  | 'officers.remove';

/** The routes about officers and their sessions. */
export function officerHandlers(dependencies: OfficerHandlerDependencies): Handlers<OfficerRoute> {
  const { officers, logins, facts } = dependencies;
  return {
    'login.challenge': ({ body }) => {
      const { challenge, expiresAt } = logins.challenge(bytesOf(body.publicKey));
      return { challenge: textOf(challenge), peerId: facts().peerId, expiresAt: toInstant(expiresAt) };
    },
    'login.open': async ({ body }) => {
      const publicKey = bytesOf(body.publicKey);
      const signature = { suite: SUITES.ed25519, keyId: keyIdOf(publicKey), value: bytesOf(body.signature) };
      const { token, caller } = await logins.open({
        publicKey,
        challenge: bytesOf(body.challenge),
        signature,
      });
      return { token, session: sessionView(caller, facts()) };
    },
    'login.close': async (_, { sessionId }) => {
      await logins.close(sessionId);
      return { closed: true };
    },
    whoami: (_, caller) => {
      const session = logins.session(caller.sessionId);
      if (session === undefined)
        throw new ComityError('not-logged-in', 'The session is over — comity login.');
      return sessionView(session, facts());
    },
    'officers.list': () => ({ rows: officers.list().map(officerView) }),
    'officers.add': async ({ body }, caller) => officerView(await officers.add(body, caller.officerId)),
    'officers.remove': async ({ params }, caller) => {
      const { id, name } = await officers.remove(params.name, caller.officerId);
      return { name, removed: true, sessionsEnded: await logins.closeAll(id) };
    },
  };
}

/** The caller as handlers of all services know it. */
export function controlCaller({ officer, sessionId }: Caller): ControlCaller {
  const { id, name, roles, desks } = officer;
  return { officerId: id, name, roles, desks, sessionId };
}

function bytesOf(base64url: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64url, 'base64url'));
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}

function officerView(officer: Officer): OfficerView {
  const { name, roles, desks, fingerprint, publicKey, addedAt, lastLoginAt } = officer;
  return {
    name,
    roles: [...roles],
    desks: [...desks],
    fingerprint: (fingerprint.match(/.{4}/g) ?? []).join('-'),
    enrolled: publicKey !== undefined,
    addedAt: toInstant(addedAt),
    ...(lastLoginAt !== undefined && { lastLoginAt: toInstant(lastLoginAt) }),
  };
}

function sessionView({ officer, expiresAt }: Caller, facts: NodeFacts): SessionView {
  return {
    ...officerView(officer),
    ...facts,
    keyId: officer.keyId ?? '',
    expiresAt: toInstant(expiresAt),
    certificates: officer.certificates.map(({ certificateId, desk, until, signed }) => ({
      certificateId,
      desk,
      until: toInstant(until),
      certificate: textOf(signedCodec.encode(signed)),
    })),
  };
}
