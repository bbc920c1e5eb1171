import { Type, type Static, type TSchema } from 'typebox';
import { LANE_TIMES, TIMES } from '../../protocol/limits.ts';
import { LOG_LEVELS } from '../log.ts';

/**
 * What each option is, and what it is if nobody says otherwise. `env` names the variable that goes before the
 * file.
 */
interface Option {
  readonly description: string;
  readonly default: unknown;
  readonly env?: string;
}

const section = <const Options extends Record<string, TSchema>>(description: string, options: Options) =>
  Type.Object(options, { additionalProperties: false, default: {}, description });

const whole = (minimum: number, maximum: number, option: Option & { readonly default: number }) =>
  Type.Integer({ minimum, maximum, ...option });

const MINUTE_MS = 60_000;

/** More than the longest pause between two attempts. */
const minutes = (lane: keyof typeof LANE_TIMES, description: string) =>
  whole(TIMES.retryMsMax / MINUTE_MS + 1, 30 * 24 * 60, {
    default: LANE_TIMES[lane].delayMs / MINUTE_MS,
    description,
  });

const hours = (lane: keyof typeof LANE_TIMES, description: string) =>
  whole(1, 365 * 24, { default: LANE_TIMES[lane].expiryMs / (60 * MINUTE_MS), description });

const words = <const Words extends readonly string[]>(enumeration: Words, option: Option) =>
  Type.Unsafe<Words[number]>({ type: 'string', enum: [...enumeration], ...option });

const ADDRESS = '/(ip4|ip6)/[^/]+/tcp/\\d{1,5}';

/** The whole of the configuration file: every key has a default, so an empty file is a valid one. */
export const CONFIG = Type.Object(
  {
    listen: Type.Array(Type.String({ pattern: `^${ADDRESS}$` }), {
      default: ['/ip4/0.0.0.0/tcp/4710'],
      maxItems: 16,
      env: 'COMITY_LISTEN',
      description:
        'Addresses where partners reach this node, as /ip4/ADDRESS/tcp/PORT. Empty: it only dials.',
    }),
    routes: Type.Array(Type.String({ pattern: `^[A-Z0-9-]{2,32}=${ADDRESS}$` }), {
      default: [],
      maxItems: 1024,
      description:
        'Where this node reaches a partner over a line of their own, as JM=/ip4/ADDRESS/tcp/PORT. ' +
        'These stand for the addresses in the partner’s profile.',
    }),
    socket: section('Where the command line reaches the daemon.', {
      path: Type.Union([Type.String({ minLength: 1 }), Type.Null()], {
        default: null,
        env: 'COMITY_SOCKET',
        description:
          'Path of the control socket; null: in the runtime folder of the account. At most 107 bytes.',
      }),
      group: Type.String({
        default: 'comity',
        pattern: '^[a-z_][a-z0-9_-]*$',
        description:
          'Group whose members may connect, if there is such a group; else only the account itself.',
      }),
    }),
    log: section('What the daemon writes to its standard error output.', {
      level: words(LOG_LEVELS, {
        default: 'info',
        env: 'COMITY_LOG_LEVEL',
        description: 'The least important lines that are written.',
      }),
      format: words(['auto', 'json', 'pretty'], {
        default: 'auto',
        env: 'COMITY_LOG_FORMAT',
        description: 'JSON lines, or lines for people; auto: for people if the output is a terminal.',
      }),
    }),
    metrics: section('Figures for Prometheus, at /metrics on the control socket.', {
      withoutLogin: Type.Boolean({
        default: false,
        description:
          'Whether who reaches the socket may read them without a session. They name partners, no cases.',
      }),
    }),
    sessions: section('Sessions of officers on the control socket.', {
      hours: whole(1, 24, { default: 12, description: 'Hours that a login lasts.' }),
    }),
    backup: section('Copies of this node, made by comity backup.', {
      warnAfterDays: whole(1, 365, {
        default: 7,
        description: 'Days after which status warns that the latest backup is old.',
      }),
    }),
    storage: section('The store in this folder.', {
      freeMebibytesMin: whole(16, 1024 * 1024, {
        default: 512,
        description: 'Free space, in MiB, below which no new work is accepted.',
      }),
      ballastMebibytes: whole(1, 1024, {
        default: 16,
        description: 'Size, in MiB, of a file that is given up when the disk is full, to close in order.',
      }),
      scrubDays: whole(1, 365, {
        default: 7,
        description: 'Days after which all of the store is read again in the background, to find damage.',
      }),
    }),
    delay: section('When a sender hears that an item has no receipt yet (DELAY), by urgency.', {
      emergencyMinutes: minutes('emergency', 'Minutes after which an emergency is late.'),
      urgentMinutes: minutes('urgent', 'Minutes after which an urgent item is late.'),
      routineMinutes: minutes('routine', 'Minutes after which a routine item is late.'),
    }),
    nonDelivery: section('When an item counts as not delivered (NON-DELIVERY). Delivery goes on.', {
      emergencyHours: hours('emergency', 'Hours after which an emergency counts as not delivered.'),
      urgentHours: hours('urgent', 'Hours after which an urgent item counts as not delivered.'),
      routineHours: hours('routine', 'Hours after which a routine item counts as not delivered.'),
    }),
    shutdown: section('What happens on SIGTERM.', {
      drainSeconds: whole(0, 600, {
        default: 10,
        description:
          'Seconds for what is under way to finish. What is not finished goes on at the next start.',
      }),
    }),
  },
  { additionalProperties: false, default: {} },
);

export type Config = Static<typeof CONFIG>;
