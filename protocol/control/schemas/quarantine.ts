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

/** Two items of one party for one place of its chain. */
const fork = Type.Object({
  party,
  caseId,
  sequence: Type.Integer(),
  items: Type.Array(itemId),
  at: instant,
});

export const quarantineSchemas = {
  'forks.list': { reply: Type.Object({ rows: Type.Array(fork) }) },
  'forks.proof': { params: item, reply: Type.Object({ proof: Type.String() }) },
  'quarantine.list': { reply: Type.Object({ rows: Type.Array(setAside) }) },
  'quarantine.release': { params: item, body: nothing, reply: decided },
  'quarantine.reject': { params: item, body: nothing, reply: decided },
};
