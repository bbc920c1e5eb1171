import type { KindSpec } from '../../instrument.ts';
import { BESIDE_ASSISTANCE } from './beside-assistance.ts';
import { DATA_CONTENT_INTERCEPT } from './data-content-intercept.ts';
import { DATA_EMERGENCY_PRODUCTION } from './data-emergency-production.ts';
import { DATA_PRESERVE } from './data-preserve.ts';
import { DATA_STORED_ACCESS } from './data-stored-access.ts';
import { DATA_TRAFFIC_PATH } from './data-traffic-path.ts';
import { DATA_TRAFFIC_REALTIME } from './data-traffic-realtime.ts';
import { INFO_SPONTANEOUS } from './info-spontaneous.ts';
import { MLA_EMERGENCY } from './mla-emergency.ts';
import { MLA_GENERAL } from './mla-general.ts';
import { N247_ASSIST } from './n247-assist.ts';
import { PERSON_KINDS } from './person-kinds.ts';

const DATA: readonly KindSpec[] = [
  MLA_EMERGENCY,
  DATA_PRESERVE,
  DATA_TRAFFIC_PATH,
  DATA_EMERGENCY_PRODUCTION,
  DATA_STORED_ACCESS,
  DATA_TRAFFIC_REALTIME,
  DATA_CONTENT_INTERCEPT,
  N247_ASSIST,
];

/** What a case can be about (register, section 1). */
const ALL: readonly KindSpec[] = [
  MLA_GENERAL,
  INFO_SPONTANEOUS,
  ...DATA,
  ...PERSON_KINDS,
  ...BESIDE_ASSISTANCE,
];

export const KINDS: Readonly<Record<string, KindSpec>> = Object.fromEntries(
  ALL.map((kind) => [kind.kind, kind]),
);
