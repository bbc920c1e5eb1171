import { Type } from 'typebox';
import type { ErrorDocument } from '../errors.ts';
import { officerSignature } from './officers.ts';
import {
  base64url,
  caseId,
  content,
  delivery,
  exactly,
  hex,
  language,
  party,
  problem,
  reference,
  urgency,
  word,
} from './shared.ts';

const ACT_BYTES_MAX = 16 * 1024;
const BODY_BYTES_MAX = 256 * 1024;

const address = exactly({ party, authority: word, scope: Type.Optional(Type.String({ maxLength: 64 })) });

/** What the officer signs, byte for byte. Whoever signs decodes `actBytes` and `bodyBytes`, and compares. */
const signedParts = {
  network: Type.String({ maxLength: 64 }),
  caseId,
  recipient: address,
  actBytes: base64url(ACT_BYTES_MAX),
  actSalt: base64url(32),
  bodyBytes: base64url(BODY_BYTES_MAX),
  bodySalt: base64url(32),
  attachments: Type.Array(hex(32), { maxItems: 256 }),
};

/** Opens a case (`kind`, `to`), or says something in one (`reference`, `verb`). */
const prepare = exactly({
  kind: Type.Optional(word),
  to: Type.Optional(party),
  reference: Type.Optional(reference),
  verb: Type.Optional(word),
  /** Desk that it comes from and desk that it goes to, where more than one would do. */
  desk: Type.Optional(word),
  toDesk: Type.Optional(word),
  scope: Type.Optional(Type.String({ maxLength: 64 })),
  content,
  language: Type.Optional(language),
  urgency: Type.Optional(urgency),
  oral: Type.Optional(Type.Boolean()),
  exercise: Type.Optional(Type.Boolean()),
  ownReference: Type.Optional(Type.String({ maxLength: 128 })),
  /** Codes of the warnings that the officer has read and goes on in spite of. */
  acknowledge: Type.Optional(Type.Array(Type.String({ maxLength: 64 }), { maxItems: 64 })),
  /** Go by the case as it is now, though it has changed since the officer looked. */
  anyway: Type.Optional(Type.Boolean()),
  /** Items of other cases with this partner that the act quotes. */
  quotes: Type.Optional(Type.Array(hex(32), { maxItems: 8 })),
  /** Only check: nothing is kept. */
  check: Type.Optional(Type.Boolean()),
});

const draft = Type.Object({
  draftId: Type.String(),
  reference: Type.String(),
  desk: Type.String(),
  certificateId: Type.String(),
  kind: Type.String(),
  verb: Type.String(),
  urgency,
  ...signedParts,
});

const prepared = Type.Object({
  /** Levels BLOCK, GATE and unacknowledged ACK: with any of them there is no draft. */
  problems: Type.Array(problem),
  warnings: Type.Array(problem),
  summary: Type.Array(Type.Object({ label: Type.String(), text: Type.String() })),
  /** With problems, in a case that is there: what may be said in it now. */
  verbs: Type.Optional(Type.Array(Type.Object({ verb: Type.String(), paragraph: Type.String() }))),
  draft: Type.Optional(draft),
});

const submit = exactly({
  draftId: Type.Optional(Type.String({ maxLength: 64 })),
  /** Instead of a draft: an act that the client prepared itself. */
  act: Type.Optional(exactly({ ...signedParts, desk: word, urgency })),
  signature: officerSignature,
  certificateId: hex(32),
  anyway: Type.Optional(Type.Boolean()),
});

/** The partner's node has it: when, and its statement with the signature, for whoever wants to check it. */
const receipt = Type.Object({
  by: Type.String(),
  receivedAt: Type.String(),
  complete: Type.Boolean(),
  statement: base64url(64 * 1024),
  keyId: Type.String(),
  signature: base64url(64),
});

interface Sent {
  readonly itemId: string;
  readonly caseId: string;
  readonly reference: string;
  readonly sequence: number;
  readonly verb: string;
  readonly delivery: 'queued' | 'relayed' | 'rejected';
}

/** Waits for a second officer's release. */
interface Held {
  readonly draftId: string;
  readonly caseId: string;
  readonly reference: string;
  readonly verb: string;
  readonly delivery: 'held';
}

const submitted = Type.Unsafe<Sent | Held>(
  Type.Object({
    itemId: Type.Optional(Type.String()),
    draftId: Type.Optional(Type.String()),
    caseId: Type.String(),
    reference: Type.String(),
    sequence: Type.Optional(Type.Integer()),
    verb: Type.String(),
    delivery: Type.String(),
  }),
);

/** Acts in one call. More would hold up whoever else asks. */
const ACTS_MAX = 64;

/** What became of one of several acts: what `acts.submit` would have answered, or its error. */
const outcome = Type.Unsafe<{ readonly submitted: Sent | Held } | ErrorDocument>(
  Type.Object({
    submitted: Type.Optional(submitted),
    error: Type.Optional(
      Type.Object({
        code: Type.String(),
        message: Type.String(),
        paragraph: Type.Optional(Type.String()),
        details: Type.Optional(content),
      }),
    ),
  }),
);

const draftRow = Type.Object({
  draftId: Type.String(),
  reference: Type.String(),
  caseId: Type.String(),
  kind: Type.String(),
  verb: Type.String(),
  partner: Type.String(),
  urgency,
  createdAt: Type.String(),
  held: Type.Boolean(),
});

export const actSchemas = {
  'acts.prepare': { body: prepare, reply: prepared },
  'acts.submit': { body: submit, reply: submitted },
  'acts.submitEach': {
    body: exactly({ acts: Type.Array(submit, { minItems: 1, maxItems: ACTS_MAX }) }),
    /** In the order of the acts. */
    reply: Type.Object({ outcomes: Type.Array(outcome) }),
  },
  'drafts.list': { reply: Type.Object({ rows: Type.Array(draftRow) }) },
  'drafts.remove': {
    params: exactly({ draftId: Type.String({ maxLength: 64 }) }),
    reply: Type.Object({ draftId: Type.String(), removed: Type.Boolean() }),
  },
  'items.delivery': {
    params: exactly({ itemId: hex(32) }),
    /** Answers when it is no longer queued, at the latest after so many seconds. */
    query: exactly({ waitS: Type.Optional(Type.Integer({ minimum: 0, maximum: 3600 })) }),
    reply: Type.Object({
      itemId: Type.String(),
      delivery,
      receipt: Type.Optional(receipt),
      rejection: Type.Optional(Type.Object({ code: Type.String(), sentence: Type.String() })),
    }),
  },
};
