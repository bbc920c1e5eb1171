import { Type } from 'typebox';
import { content, exactly, instant, nothing, page } from './shared.ts';

const leaf = Type.Object({
  position: Type.Integer(),
  at: instant,
  type: Type.String(),
  subject: Type.Optional(Type.String()),
  actor: Type.Optional(Type.String()),
  /** Names of officers, by the ids that the record has: looked up as it is read, and no part of it. */
  subjectName: Type.Optional(Type.String()),
  actorName: Type.Optional(Type.String()),
  detail: Type.Optional(content),
  /** The event has been erased; its leaf stays. */
  withheld: Type.Boolean(),
});

export const recordSchemas = {
  'audit.list': {
    query: exactly({ ...page, type: Type.Optional(Type.String({ maxLength: 64 })) }),
    reply: Type.Object({ rows: Type.Array(leaf), next: Type.Optional(Type.String()) }),
  },
  'audit.verify': {
    body: nothing,
    reply: Type.Object({
      intact: Type.Boolean(),
      size: Type.Integer(),
      root: Type.String(),
      withheld: Type.Integer(),
      problems: Type.Array(Type.String()),
    }),
  },
};
