import type { DeskRole } from '../convention/instrument.ts';
import { COUNTS } from '../limits.ts';
import type { comity } from '../protobuf.ts';
import {
  codeOut,
  demand,
  idOut,
  integerOut,
  lineOut,
  listOut,
  numberIn,
  optionalCodeOut,
  optionalLineOut,
  textIn,
} from '../shape.ts';
import type { Hex, Time } from '../value.ts';
import { coversTime, type Key, keyById, keyIn, keysOut, standsIn } from './key.ts';

/** An authority of the party, as a desk of its node. What is not said is an empty text. */
export interface Desk {
  readonly id: string;
  readonly role: DeskRole;
  readonly name: string;
  readonly function: string;
  /** Kinds, or families of kinds such as `mla.*`. */
  readonly competence: readonly string[];
  /** `whole`, or the name of a region. */
  readonly territory: string;
  readonly contact: string;
  readonly languages: readonly string[];
  readonly hours: string;
  readonly timeZone: string;
  /** Days are counted at this offset. */
  readonly utcOffsetMinutes: number;
  readonly aroundTheClock: boolean;
  /** Authority keys, retired ones included. */
  readonly keys: readonly Key[];
}

const roles: readonly string[] = ['CA', 'POC', 'JUD', 'EXA', 'LEA', 'COMP'] satisfies DeskRole[];
const competence = /^[A-Za-z0-9_.-]+(\.\*)?$/;

export function deskOut(desk: Desk, where: string): comity.Desk.$Properties {
  demand(roles.includes(desk.role), where, 'has an unknown role');
  return {
    id: idOut(desk.id, where),
    role: desk.role,
    name: lineOut(desk.name, where),
    function: optionalLineOut(desk.function || undefined, where),
    competence: listOut(desk.competence, COUNTS.competences, where, competenceOut),
    territory: lineOut(desk.territory, where),
    contact: optionalLineOut(desk.contact || undefined, where),
    languages: listOut(desk.languages, COUNTS.languages, where, codeOut),
    hours: optionalLineOut(desk.hours || undefined, where),
    timeZone: optionalCodeOut(desk.timeZone || undefined, where),
    utcOffsetMinutes: integerOut(desk.utcOffsetMinutes, -14 * 60, 14 * 60, where),
    aroundTheClock: desk.aroundTheClock,
    keys: keysOut(desk.keys, where),
  };
}

function competenceOut(text: string, where: string): string {
  demand(
    text === '*' || (text.length <= COUNTS.codeCharacters && competence.test(text)),
    where,
    'must be a kind',
  );
  return text;
}

export function deskIn(wire: comity.Desk.$Properties): Desk {
  return {
    id: textIn(wire.id),
    role: textIn(wire.role) as DeskRole,
    name: textIn(wire.name),
    function: textIn(wire.function),
    competence: wire.competence ?? [],
    territory: textIn(wire.territory),
    contact: textIn(wire.contact),
    languages: wire.languages ?? [],
    hours: textIn(wire.hours),
    timeZone: textIn(wire.timeZone),
    utcOffsetMinutes: numberIn(wire.utcOffsetMinutes),
    aroundTheClock: wire.aroundTheClock === true,
    keys: (wire.keys ?? []).map(keyIn),
  };
}

/**
 * The key with this id of this desk, if it held at this time or stands in for one that did and is revoked;
 * whether it is revoked itself is the caller's to judge.
 */
export function deskKey(desks: readonly Desk[], deskId: string, keyId: Hex, at: Time): Key | undefined {
  const desk = desks.find(({ id }) => id === deskId);
  const key = desk && keyById(desk.keys, keyId);
  return desk && key && (coversTime(key, at) || standsIn(key, desk.keys, at)) ? key : undefined;
}
