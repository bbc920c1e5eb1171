import { Type } from 'typebox';
import type { FieldSpec, KindGround, KindSpec } from '../../convention/instrument.ts';
import { exactly, language, word } from './shared.ts';

/** Data of the instrument, passed on as it is. */
const data = <Shape>() => Type.Unsafe<Shape>({});

const kindFields = {
  kind: Type.String(),
  title: Type.String(),
  articles: Type.Array(Type.String()),
  opensWith: Type.String(),
  unsolicited: Type.Boolean(),
};

export const conventionSchemas = {
  'kinds.list': {
    query: exactly({ language: Type.Optional(language) }),
    reply: Type.Object({ rows: Type.Array(Type.Object(kindFields)) }),
  },
  'kinds.show': {
    params: exactly({ kind: word }),
    query: exactly({ language: Type.Optional(language) }),
    reply: Type.Object({
      ...kindFields,
      routes: data<KindSpec['routes']>(),
      content: data<readonly FieldSpec[]>(),
      grounds: data<readonly (KindGround & { title: string })[]>(),
      groundsClosed: Type.Boolean(),
      forbidden: data<readonly { code: string; paragraph: string; title: string }[]>(),
      dualCriminality: Type.String(),
      postpone: data<KindSpec['postpone']>(),
      timers:
        data<readonly { timer: string; paragraph: string; title: string; bound: string; period: string }[]>(),
      verbs: Type.Array(Type.String()),
    }),
  },
  'forms.show': {
    params: exactly({ name: word }),
    query: exactly({ language: Type.Optional(language), kind: Type.Optional(word) }),
    reply: Type.Object({ name: Type.String(), yaml: Type.String() }),
  },
  'convention.show': {
    params: exactly({ paragraph: word }),
    query: exactly({ language: Type.Optional(language) }),
    reply: Type.Object({
      code: Type.String(),
      article: Type.String(),
      says: Type.String(),
      does: Type.Optional(Type.String()),
      slip: Type.Optional(
        Type.Object({ literal: Type.String(), applied: Type.String(), anomaly: Type.String() }),
      ),
    }),
  },
};
