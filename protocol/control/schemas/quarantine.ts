import { Type } from 'typebox';
import { caseId, exactly, instant, itemId, nothing, oneOf, party } from './shared.ts';

/** An authentic item that could not be processed. Nothing of what it says is in it. */
const setAside = Type.Object({
  itemId,
  caseId,
  partner: party,
  at: instant,
  why: Type.String(),
});

const decided = Type.Object({ itemId, outcome: oneOf(['released', 'rejected']) });
const item = exactly({ itemId });

export const quarantineSchemas = {
  'quarantine.list': { reply: Type.Object({ rows: Type.Array(setAside) }) },
  'quarantine.release': { params: item, body: nothing, reply: decided },
  'quarantine.reject': { params: item, body: nothing, reply: decided },
};
