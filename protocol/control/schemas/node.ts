import { Type } from 'typebox';
import { delivery, exactly, instant, lanes, oneOf, urgency, warning } from './shared.ts';

const status = Type.Object({
  state: Type.String(),
  name: Type.String(),
  peerId: Type.String(),
  version: Type.String(),
  uptimeS: Type.Number(),
  recovering: Type.Boolean(),
  listen: Type.Array(Type.String()),
  partners: Type.Array(
    Type.Object({
      state: Type.String(),
      name: Type.String(),
      suspended: Type.Boolean(),
      connected: Type.Boolean(),
      lastContactAt: Type.Optional(instant),
      queued: lanes,
    }),
  ),
  overdue: Type.Integer(),
  freeBytes: Type.Integer(),
  warnings: Type.Array(warning),
});

/** What happens at the node, as it happens. An officer is told of cases of own desks only. */
const watchEvent = Type.Object({
  type: oneOf(['item', 'delivery', 'evidence', 'partner', 'warning', 'dropped']),
  at: instant,
  reference: Type.Optional(Type.String()),
  itemId: Type.Optional(Type.String()),
  partner: Type.Optional(Type.String()),
  /** Of an item: whose it is, the partner's or our own. */
  from: Type.Optional(Type.String()),
  kind: Type.Optional(Type.String()),
  verb: Type.Optional(Type.String()),
  urgency: Type.Optional(urgency),
  /** Of a case: whether it is an exercise. */
  exercise: Type.Optional(Type.Boolean()),
  delivery: Type.Optional(delivery),
  level: Type.Optional(Type.String()),
  connected: Type.Optional(Type.Boolean()),
  message: Type.Optional(Type.String()),
});

export const nodeSchemas = {
  health: { reply: Type.Object({ alive: Type.Boolean() }) },
  ready: { reply: Type.Object({ ready: Type.Boolean(), waitingFor: Type.Array(Type.String()) }) },
  metrics: { reply: Type.String() },
  status: { reply: status },
  watch: { query: exactly({ partner: Type.Optional(Type.String({ maxLength: 32 })) }), reply: watchEvent },
};
