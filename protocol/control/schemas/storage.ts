import { Type } from 'typebox';
import { exactly, hex, instant, nothing, warning } from './shared.ts';

const passphrase = Type.String({ minLength: 1, maxLength: 4096 });

/** A file of the database, or a row of it. */
const damage = Type.Object({
  file: Type.Optional(Type.String()),
  keyspace: Type.Optional(Type.String()),
  key: Type.Optional(Type.String()),
});

export const storageSchemas = {
  doctor: { reply: Type.Object({ findings: Type.Array(warning) }) },
  'storage.scrub': {
    body: nothing,
    reply: Type.Object({ bytes: Type.Integer(), rows: Type.Integer(), damage: Type.Array(damage) }),
  },
  'backup.make': {
    body: exactly({ passphrase: Type.Optional(exactly({ from: passphrase, to: passphrase })) }),
    reply: Type.Unsafe<AsyncIterable<Uint8Array>>({}),
  },
  'backup.stored': {
    body: exactly({ digest: hex(32) }),
    reply: Type.Object({ createdAt: instant }),
  },
};
