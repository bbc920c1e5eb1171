import type { FieldSpec, Text } from './field-spec.ts';
import type { Guard } from './guards.ts';
import type { Predicate } from './predicate.ts';
import type { Side, Status } from './roles.ts';
import type { CheckSpec } from './rule-spec.ts';

export interface VerbSpec {
  readonly verb: string;
  readonly title: Text;
  readonly paragraph: string;
  readonly sender: Side | 'either' | 'dialog_opener' | 'dialog_other';
  readonly opening: boolean;
  /**
   * Said first, it opens a case in the place of the kind's opening verb, of which it takes the status, the
   * effects and the author's own duties (D-12), and adds these. `theirsWhen`: it notes what the other side
   * said, which is then the one that its kind lets open a case.
   */
  readonly opensAs?: {
    readonly verb: string;
    readonly theirsWhen: FieldEquals;
    readonly opens: { readonly dialog: string; readonly onlyWhen: FieldEquals };
    readonly duties: readonly Duty[];
  };
  /** Its form has the content of the kind's opening, beside its own. */
  readonly carriesOpening?: true;
  /** Statuses in which it may be said. */
  readonly from: readonly Status[];
  /** The status it leads to; absent: it stays. `whole`: only when it covers the whole case; `by`: from some. */
  readonly to?:
    | Status
    | { readonly whole: Status }
    | { readonly resume: true }
    | { readonly by: Readonly<Partial<Record<Status, Status>>> };
  readonly content: readonly FieldSpec[];
  /**
   * Dialog that it opens, with the field that carries its purpose or subject, and the field with the list of
   * questions (records with `id`, and `needed: false` for what is only helpful). `onlyWhen`: opens only for
   * that value. `keepsTerms`: what the act says is kept with it, for whoever agrees to it.
   */
  readonly opens?: {
    readonly dialog: string;
    readonly purposeField?: string;
    readonly itemsField?: string;
    readonly onlyWhen?: FieldEquals;
    readonly keepsTerms?: true;
  };
  /**
   * Dialog that it closes. With `itemsField` only when every needed question has been answered by its `id`.
   * `whenOpen`: it may be said with no such dialog open, and closes one if there is one.
   */
  readonly closes?: {
    readonly dialog: string;
    readonly purposeField?: string;
    readonly itemsField?: string;
    readonly whenOpen?: boolean;
  };
  /** What it does to parts, conditions, caveats and agreements beside status, dialogs and duties. */
  readonly effects?: readonly Effect[];
  /**
   * For some value of a field it stands in the row of another verb: status, effects and guards of that verb
   * (register 3.1.1).
   */
  readonly countsAs?: readonly { readonly verb: string; readonly when?: Predicate }[];
  /** Caveats that it ends, by their type, wherever their author conforms. */
  readonly endsCaveats?: readonly string[];
  /** Caveats that it ends only if it says so. */
  readonly endsCaveatsWhen?: readonly { readonly caveat: string; readonly when: Predicate }[];
  /** Says something inside an open dialog without closing it. */
  readonly within?: { readonly dialog: string };
  readonly duties: readonly Duty[];
  /** Timers whose open obligation this verb discharges. */
  readonly discharges: readonly string[];
  /** Timers whose open obligation it discharges only if it says so. */
  readonly dischargesWhen?: readonly { readonly timer: string; readonly when: Predicate }[];
  /** Guards of `protocol/case`, in the order in which an officer should hear of them. */
  readonly guards: readonly Guard[];
  /** Rules that are data alone, after the guards. */
  readonly checks?: readonly CheckSpec[];
  readonly caveats: readonly string[];
}

/** A field of an act that has one of these values. */
export interface FieldEquals {
  readonly field: string;
  readonly equals: string | boolean | readonly (string | boolean)[];
}

/**
 * What machine 1 knows to do. Parts, conditions and caveats are named in the act's content by their ids.
 * `open` takes parts and caveats from an opening; `close` closes the author's side; `contest` disputes an
 * obligation (D-05); `agree` records what was proposed as agreed, and a regime among it governs from then on;
 * `consent` widens a use limit (MLA-24). `reconsider` asks refused parts anew (D-04).
 */
export type Effect =
  | 'open'
  | 'grant'
  | 'refuse'
  | 'result'
  | 'final_result'
  | 'withdraw'
  | 'reconsider'
  | 'propose_conditions'
  | 'accept_conditions'
  | 'decline_conditions'
  | 'determine_conditions'
  | 'impose_caveats'
  | 'lift_caveat'
  | 'consent'
  | 'agree'
  | 'contest'
  | 'link'
  | 'forward'
  | 'close';

/**
 * Phases of a kind: a table from verb to phase, read after the act has had its effect; the first step that
 * fits is taken. `when` is asked of the act and of the case as it was before it. `back` is the phase before
 * the present one.
 */
export interface OverlaySpec {
  readonly initial: string;
  readonly phases: Readonly<Record<string, { readonly title: Text }>>;
  readonly steps: readonly {
    readonly from: readonly string[];
    readonly verb: string;
    readonly when?: Predicate;
    readonly to: string | { readonly back: true };
  }[];
}

/** An obligation that an act opens. */
export interface Duty {
  readonly timer: string;
  readonly paragraph: string;
  readonly debtor: Side | 'author' | 'other';
  readonly onlyWhen?: Predicate;
  /** Opens only when this side says it: what one side notes alone binds the other to nothing (D-12). */
  readonly onlyBy?: Side;
  /** Opens only while the case is in one of these. */
  readonly onlyIn?: readonly Status[];
}

/** What a kind changes in a verb: who says it, when, and what is asked for besides. */
export interface VerbVariation {
  readonly sender?: VerbSpec['sender'];
  readonly from?: readonly Status[];
  readonly guards?: readonly Guard[];
  readonly effects?: readonly Effect[];
  readonly caveats?: readonly string[];
  readonly to?: NonNullable<VerbSpec['to']>;
  readonly opens?: NonNullable<VerbSpec['opens']>;
  readonly countsAs?: NonNullable<VerbSpec['countsAs']>;
  /** In the place of the verb's own; still only those whose timers run in the kind. */
  readonly duties?: readonly Duty[];
  /** Fields besides; one with the name of a field of the verb takes its place. */
  readonly content?: readonly FieldSpec[];
}
