import type { FieldSpec, Text } from './field-spec.ts';
import type { Predicate } from './predicate.ts';
import type { DeskRole, Level } from './roles.ts';
import type { CheckSpec } from './rule-spec.ts';
import type { VerbVariation } from './verb-spec.ts';

export interface KindSpec {
  readonly kind: string;
  readonly title: Text;
  readonly articles: readonly string[];
  readonly opensWith: string;
  readonly unsolicited: boolean;
  readonly routes: readonly Route[];
  readonly regimes: readonly string[];
  readonly content: readonly FieldSpec[];
  /** Ground codes, with what each demands for this kind. */
  readonly grounds: readonly KindGround[];
  readonly groundsClosed: boolean;
  /** The paragraph that closes the list, cited for any other ground and any other reason at intake (PRES-5). */
  readonly closedBy?: string;
  readonly forbidden: readonly string[];
  readonly dualCriminality: 'none' | 'forbidden' | 'required' | 'per_measure' | 'domestic';
  readonly postpone: { readonly allowed: boolean; readonly consultFirst: boolean };
  readonly intakeReasons: readonly string[];
  /** Timers that run in this kind: of what its verbs owe, only these are opened. */
  readonly timers: readonly string[];
  readonly verbs: readonly string[];
  readonly overlay?: string;
  readonly automaticCaveats: readonly string[];
  readonly minimumPreservationDays?: number;
  /**
   * The list of the opening act whose entries, by their `id`, are granted, refused and answered one by one.
   * Absent: `measures`. A kind whose opening has no such list has one part, the whole.
   */
  readonly partsField?: string;
  /** Where a verb is said otherwise in this kind than its own row says; read it through `verbIn`. */
  readonly variations?: Readonly<Record<string, VerbVariation>>;
  /**
   * Instruments that may govern instead (MLA-7): the subject of such a treaty, and what applies if it is
   * replaced.
   */
  readonly treaty?: {
    readonly subject: string | readonly string[];
    /** Forms of an arrangement that suffice; absent: every one. */
    readonly forms?: readonly string[];
    readonly procedure: string;
    readonly replacedBy: string;
  };
  /** Where a State declares whether it takes this kind by word of mouth; absent: `mla.oral_requests`. */
  readonly oral?: { readonly declaredIn: string; readonly paragraph: string };
  /** How heavy it is to write in a language that the partner has not accepted; absent: WARN. */
  readonly languageLevel?: Level;
  /** Where a paragraph weighs otherwise for this kind or regime than the rule says. */
  readonly paragraphsUnder: Readonly<Record<string, { regimes: readonly string[]; otherwise: Level }>>;
  /** Rules of single verbs in this kind, beside those of the verbs themselves. */
  readonly checks?: Readonly<Record<string, readonly CheckSpec[]>>;
  /**
   * What both profiles and the whole form, wording included, say against a draft before it is signed. Only
   * the own officer hears of it.
   */
  readonly drafting?: readonly CheckSpec[];
}

export interface Route {
  readonly from: readonly DeskRole[];
  readonly to: readonly DeskRole[];
  readonly paragraph: string;
  /** The route is open only where this holds: a declaration of the addressee, an urgency (EMLA-9). */
  readonly onlyIf?: Predicate;
  /** Desks of the own State that owe a copy at the same time (EMLA-9). */
  readonly copies?: readonly DeskRole[];
}

export interface KindGround {
  readonly code: string;
  readonly paragraph: string;
  readonly consultFirst: boolean;
  readonly reasons: 'block' | 'ack' | 'none';
  /** Only for measures so marked: coercive or non-coercive (MLA-10). */
  readonly onlyMeasures?: 'coercive' | 'non_coercive';
  /** Only for parts of the opening that are so: a government record (MLA-34b). */
  readonly onlyParts?: Predicate;
  /** How heavy it is to leave out what it must carry; absent: BLOCK (D-07). */
  readonly whenIncomplete?: 'ACK';
  /** Offered and allowed only where this holds: a reservation that the requested State has declared. */
  readonly onlyIf?: Predicate;
}
