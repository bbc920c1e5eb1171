import { fromHex, toHex } from '../../protocol/hash.ts';
import type { Hex } from '../../protocol/value.ts';
import type { Operation } from '../storage/change.ts';
import type { Keyspace } from '../storage/keyspace.ts';
import type { IssuedCertificate, Officer } from './officer.ts';

interface StoredCertificate extends Omit<IssuedCertificate, 'signed'> {
  readonly statement: Hex;
  readonly suite: number;
  readonly keyId: Hex;
  readonly signature: Hex;
}

type StoredOfficer = Omit<Officer, 'certificates'> & { readonly certificates: readonly StoredCertificate[] };

/** Rows of officers, removed ones included: the record goes on naming them. */
export interface OfficerRepository {
  all(): Promise<Officer[]>;
  put(officer: Officer): Operation;
}

export function createOfficerRepository(keyspace: Keyspace): OfficerRepository {
  return {
    all: async () => {
      const officers: Officer[] = [];
      for await (const { value } of keyspace.scan()) officers.push(decode(value));
      return officers;
    },
    put: (officer) => keyspace.put(officer.id, encode(officer)),
  };
}

function encode(officer: Officer): Uint8Array {
  const stored: StoredOfficer = {
    ...officer,
    certificates: officer.certificates.map(({ signed: { statement, signature }, ...certificate }) => ({
      ...certificate,
      statement: toHex(statement),
      suite: signature.suite,
      keyId: signature.keyId,
      signature: toHex(signature.value),
    })),
  };
  return Buffer.from(JSON.stringify(stored));
}

function decode(value: Uint8Array): Officer {
  const stored = JSON.parse(Buffer.from(value).toString()) as StoredOfficer;
  return {
    ...stored,
    certificates: stored.certificates.map(({ statement, suite, keyId, signature, ...certificate }) => ({
      ...certificate,
      signed: { statement: fromHex(statement), signature: { suite, keyId, value: fromHex(signature) } },
    })),
  };
}
