import type { Text } from './field-spec.ts';
import type { KindSpec } from './kind-spec.ts';
import type {
  CaveatSpec,
  CrossingException,
  DialogSpec,
  ForbiddenGroundSpec,
  GroundSpec,
  ParagraphSpec,
  TimerSpec,
} from './rule-spec.ts';
import type { OverlaySpec, VerbSpec } from './verb-spec.ts';

export type { Choice, FieldSpec, Text } from './field-spec.ts';
export type { KindGround, KindSpec } from './kind-spec.ts';
export type { DeskRole, Level, Side, Status, Urgency } from './roles.ts';
export type { Predicate } from './predicate.ts';
export type {
  CaveatSpec,
  CheckSpec,
  CrossingException,
  DialogSpec,
  ForbiddenGroundSpec,
  GroundSpec,
  ParagraphSpec,
  PeriodSpec,
  TimerSpec,
} from './rule-spec.ts';
export type { Duty, Effect, OverlaySpec, VerbSpec } from './verb-spec.ts';

/**
 * An instrument: a treaty as data. The CARICOM text is the first; another one adds data and no code.
 * Paragraph codes are those of the register (`MLA-20f`).
 */
export interface Instrument {
  readonly id: string;
  readonly version: string;
  /** Version of the fold that reads this data; frozen by the opening of a case. */
  readonly machine: number;
  readonly title: Text;
  readonly kinds: Readonly<Record<string, KindSpec>>;
  readonly verbs: Readonly<Record<string, VerbSpec>>;
  readonly grounds: Readonly<Record<string, GroundSpec>>;
  readonly forbiddenGrounds: Readonly<Record<string, ForbiddenGroundSpec>>;
  /** Why a request may be turned away at intake, by code. */
  readonly intakeReasons: Readonly<Record<string, Text>>;
  readonly timers: Readonly<Record<string, TimerSpec>>;
  readonly dialogs: Readonly<Record<string, DialogSpec>>;
  readonly caveats: Readonly<Record<string, CaveatSpec>>;
  readonly paragraphs: Readonly<Record<string, ParagraphSpec>>;
  readonly crossings: readonly CrossingException[];
  /**
   * Phases that a kind adds inside the statuses; they bring no transition of their own (register 3.3 to 3.8).
   */
  readonly overlays?: Readonly<Record<string, OverlaySpec>>;
}
