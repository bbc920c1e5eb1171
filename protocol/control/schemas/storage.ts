import { Type } from 'typebox';
import { nothing } from './shared.ts';

/** A file of the database, or a row of it. */
const damage = Type.Object({
  file: Type.Optional(Type.String()),
  keyspace: Type.Optional(Type.String()),
  key: Type.Optional(Type.String()),
});

export const storageSchemas = {
  'storage.scrub': {
    body: nothing,
    reply: Type.Object({ bytes: Type.Integer(), rows: Type.Integer(), damage: Type.Array(damage) }),
  },
};
