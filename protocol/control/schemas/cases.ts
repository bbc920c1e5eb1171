import { Type } from 'typebox';
import { STATUSES } from '../statuses.ts';
import {
  content,
  delivery,
  exactly,
  instant,
  itemId,
  oneOf,
  page,
  party,
  reference,
  urgency,
  word,
} from './shared.ts';

const status = oneOf(STATUSES);
const waitingOn = oneOf(['requesting', 'requested', 'nobody']);

const listQuery = exactly({
  status: Type.Optional(status),
  kind: Type.Optional(Type.String({ maxLength: 64 })),
  partner: Type.Optional(party),
  open: Type.Optional(Type.Boolean()),
  dueBefore: Type.Optional(instant),
  search: Type.Optional(Type.String({ maxLength: 200 })),
  ...page,
});

const side = oneOf(['requesting', 'requested']);

const row = Type.Object({
  reference: Type.String(),
  caseId: Type.String(),
  kind: Type.String(),
  verb: Type.Optional(Type.String()),
  itemId: Type.Optional(Type.String()),
  partner: Type.String(),
  side,
  status,
  /** The phase of its kind, by its code. */
  phase: Type.Optional(Type.String()),
  urgency,
  waitingOn,
  dueAt: Type.Optional(instant),
  /** What is due first, and who owes it: whom the case waits for while no question is open. */
  owed: Type.Optional(Type.Object({ debtor: side, timer: Type.String(), paragraph: Type.String() })),
  unread: Type.Boolean(),
  exercise: Type.Boolean(),
  delivery: Type.Optional(delivery),
  updatedAt: instant,
});

const list = {
  query: listQuery,
  reply: Type.Object({ rows: Type.Array(row), next: Type.Optional(Type.String()) }),
};

const obligation = Type.Object({
  paragraph: Type.String(),
  timer: Type.String(),
  debtor: side,
  dueAt: Type.Optional(instant),
  bound: Type.String(),
  state: Type.String(),
});

const caseView = Type.Object({
  reference: Type.String(),
  caseId: Type.String(),
  kind: Type.String(),
  title: Type.String(),
  partner: Type.String(),
  /** Which side this node is on. */
  side,
  status,
  phase: Type.Optional(Type.String()),
  urgency,
  exercise: Type.Boolean(),
  waitingOn,
  openedAt: instant,
  measures: Type.Array(content),
  dialogs: Type.Array(content),
  obligations: Type.Array(obligation),
  caveats: Type.Array(content),
  /** What both sides have agreed on, by subject; the wording is in the item that proposed it. */
  agreements: Type.Array(content),
  flags: Type.Array(Type.Object({ itemId: Type.String(), paragraph: Type.String() })),
  overtaken: Type.Array(Type.String()),
  /** Items that are stored and receipted, and wait for one before them. */
  waiting: Type.Array(Type.String()),
  /** The partner's node has rejected the item that opened the case. */
  rejection: Type.Optional(
    Type.Object({ itemId: Type.String(), code: Type.String(), sentence: Type.String() }),
  ),
  foldDigest: Type.String(),
  ownReference: Type.Optional(Type.String()),
});

const entry = Type.Object({
  itemId: Type.String(),
  from: Type.String(),
  verb: Type.String(),
  sequence: Type.Integer(),
  createdAt: instant,
  verdict: Type.String(),
  unread: Type.Boolean(),
  evidence: Type.Array(Type.Object({ level: Type.String(), at: instant, by: Type.String() })),
});

const reply = Type.Object({
  verb: Type.String(),
  title: Type.String(),
  paragraph: Type.String(),
  owedBy: Type.Optional(instant),
  fields: Type.Array(
    Type.Object({ name: Type.String(), type: Type.String(), required: Type.Boolean(), label: Type.String() }),
  ),
});

const attachment = Type.Object({
  name: Type.String(),
  mediaType: Type.String(),
  sizeBytes: Type.Integer(),
  root: Type.String(),
  complete: Type.Boolean(),
});

const opened = Type.Object({
  itemId: Type.String(),
  reference: Type.String(),
  caseId: Type.String(),
  from: Type.String(),
  kind: Type.String(),
  verb: Type.String(),
  paragraphs: Type.Array(Type.String()),
  exercise: Type.Boolean(),
  createdAt: instant,
  language: Type.String(),
  act: content,
  body: Type.Optional(content),
  attachments: Type.Array(attachment),
});

const oneCase = exactly({ reference });

export const caseSchemas = {
  'inbox.list': list,
  'outbox.list': list,
  'cases.list': list,
  'cases.show': { params: oneCase, reply: caseView },
  'cases.timeline': {
    params: oneCase,
    reply: Type.Object({
      reference: Type.String(),
      exercise: Type.Boolean(),
      entries: Type.Array(entry),
    }),
  },
  'cases.replies': {
    params: oneCase,
    query: exactly({ verb: Type.Optional(word) }),
    reply: Type.Object({
      reference: Type.String(),
      verbs: Type.Array(reply),
      /** Why nothing may be said, whoever's turn it is. */
      why: Type.Optional(Type.String()),
    }),
  },
  'items.open': { params: exactly({ itemId }), reply: opened },
};
