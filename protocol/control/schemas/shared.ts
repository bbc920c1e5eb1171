import { Type } from 'typebox';
import { ROLES } from '../roles.ts';
import { WARNING_CODES, WARNING_LEVELS } from '../warnings.ts';

/** An object that takes no key but its own: a misspelt one is a mistake, not a silent nothing. */
export function exactly<const Properties extends Parameters<typeof Type.Object>[0]>(properties: Properties) {
  return Type.Object(properties, { additionalProperties: false });
}

export function oneOf<const Words extends readonly string[]>(words: Words) {
  return Type.Unsafe<Words[number]>({ type: 'string', enum: [...words] });
}

/** ISO 8601, UTC, with milliseconds: `2026-11-23T18:36:50.000Z`. */
export const instant = Type.String({
  maxLength: 30,
  pattern: '^\\d{4,6}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$',
});
/** Base64url without padding. */
export const base64url = (bytesMax: number) =>
  Type.String({ maxLength: Math.ceil((bytesMax * 4) / 3) + 2, pattern: '^[A-Za-z0-9_-]*$' });
export const hex = (bytes: number) => Type.String({ pattern: `^[0-9a-f]{${String(bytes * 2)}}$` });
export const itemId = hex(32);
export const caseId = hex(16);
/** `GD`, or `GD-RGPF` for a party of a State. */
export const party = Type.String({ maxLength: 32, pattern: '^[A-Z]{2,8}(-[A-Z0-9]{1,16})*$' });
/** `GD/2026/7K4Q-2M9T` or any unique shorter form of it. */
export const reference = Type.String({ minLength: 1, maxLength: 64 });
export const word = Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$' });
export const language = Type.String({ maxLength: 16, pattern: '^[a-z]{2,3}(-[A-Za-z0-9]+)*$' });
/** A fingerprint as a person types it: groups and case do not matter. */
export const fingerprint = Type.String({ minLength: 8, maxLength: 128 });

export const urgency = oneOf(['routine', 'urgent', 'emergency']);
export const role = oneOf(ROLES);
export const delivery = oneOf(['queued', 'relayed', 'rejected']);
export const nothing = exactly({});

export const lanes = Type.Object({
  emergency: Type.Integer(),
  urgent: Type.Integer(),
  routine: Type.Integer(),
});

/** One thing that is wrong or worth knowing about an act, with the way out. */
export const problem = Type.Object({
  path: Type.Optional(Type.String()),
  paragraph: Type.Optional(Type.String()),
  level: oneOf(['BLOCK', 'ACK', 'WARN', 'REMIND', 'RECORD', 'GATE', 'HELP']),
  code: Type.String(),
  message: Type.String(),
  wayOut: Type.Optional(Type.String()),
});

/** Something that an operator should know, with what its code stands for. */
export const warning = Type.Object({
  code: oneOf(WARNING_CODES),
  level: oneOf(WARNING_LEVELS),
  subject: Type.Optional(Type.String()),
  message: Type.String(),
  remedy: Type.String(),
});

/** Content of a form, of an act or of a body: its shape is data of the instrument, and is checked by that. */
export const content = Type.Unsafe<Readonly<Record<string, unknown>>>({
  type: 'object',
  additionalProperties: true,
});

export const page = {
  after: Type.Optional(Type.String({ maxLength: 256 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
};
