import type { TSchema } from 'typebox';
import type { RouteName } from './routes.ts';
import { actSchemas } from './schemas/acts.ts';
import { caseSchemas } from './schemas/cases.ts';
import { conventionSchemas } from './schemas/convention.ts';
import { directorySchemas } from './schemas/directory.ts';
import { nodeSchemas } from './schemas/node.ts';
import { officerSchemas } from './schemas/officers.ts';
import { quarantineSchemas } from './schemas/quarantine.ts';
import { recordSchemas } from './schemas/record.ts';
import { storageSchemas } from './schemas/storage.ts';

export interface RouteSchemas {
  readonly params?: TSchema;
  readonly query?: TSchema;
  readonly body?: TSchema;
  /** Of an event stream: one event. */
  readonly reply: TSchema;
}

/** Request and reply of every route. A client imports only the types that `types.ts` makes of them. */
export const SCHEMAS = {
  ...nodeSchemas,
  ...officerSchemas,
  ...directorySchemas,
  ...conventionSchemas,
  ...actSchemas,
  ...caseSchemas,
  ...recordSchemas,
  ...storageSchemas,
  ...quarantineSchemas,
} satisfies Record<RouteName, RouteSchemas>;
