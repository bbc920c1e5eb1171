import type { DeskRole, Side, Status, Urgency } from './roles.ts';
import type { FieldEquals } from './verb-spec.ts';

/** Who is meant in a rule: a side of the case, or one as seen from the act that is judged. */
export type Who = Side | 'author' | 'other';

/**
 * What a rule of an instrument asks of an act, of the case that its author had before it, and of the public
 * profiles that its header pins. Data: the same for both sides, with no clock, no body and no other case.
 * Names of fields are those of the act's content; `a.b` looks into a record.
 */
export type Predicate =
  | { readonly all: readonly Predicate[] }
  | { readonly any: readonly Predicate[] }
  | { readonly not: Predicate }
  /** The field has one of these values. */
  | FieldEquals
  /** The field has any value, or its wording was given in the body (`<name>_given`, D-17). */
  | { readonly given: string }
  /** An entry of a list of the act for which the inner one holds; within it names are those of the entry. */
  | { readonly some: { readonly list: string; readonly where?: Predicate } }
  /** Asked of the content of the opening act. */
  | { readonly opening: Predicate }
  /** Asked of the content of the last effective act with this verb in the case; false if there is none. */
  | {
      readonly said: {
        readonly verb: string | readonly string[];
        readonly by?: Who;
        readonly where?: Predicate;
      };
    }
  /** This side says it. */
  | { readonly author: Side }
  | { readonly status: readonly Status[] }
  | { readonly phase: readonly string[] }
  /** The procedure of the case's regime (register 0.6). */
  | { readonly procedure: readonly string[] }
  | { readonly legalBasis: readonly string[] }
  | { readonly urgency: readonly Urgency[] }
  /**
   * What a party declares in the profile that the act pins, on the day of the act. Without `equals`: anything.
   * A dotted name looks into a declared record too: `interception.permitted`.
   */
  | {
      readonly declares: {
        readonly by: Who;
        readonly field: string;
        readonly equals?: string | boolean | readonly (string | boolean)[];
      };
    }
  /** `answered`: closed by the verb that answers it. `absent`: none was ever opened. */
  | {
      readonly dialog: {
        readonly name: string;
        readonly purpose?: string;
        readonly is: 'open' | 'answered' | 'closed' | 'absent';
      };
    }
  /** An obligation of this timer is open. */
  | { readonly owes: { readonly timer: string; readonly by?: Who } }
  /** A caveat of this type binds somebody. */
  | { readonly caveat: string }
  /** A condition of this type stands so. */
  | {
      readonly condition: {
        readonly type?: string;
        readonly is: readonly ('proposed' | 'accepted' | 'declined' | 'unmet')[];
        /** Among those alone whose ids stand in this field of the act. */
        readonly named?: string;
      };
    }
  /** The act speaks of the whole case, or names every part that is not yet decided. */
  | { readonly whole: true }
  /** The act answers all that was left open in this dialog, so that it ends with it. */
  | { readonly settles: string }
  /** The desk to which the act is addressed has one of these roles in the profile that the act pins. */
  | { readonly recipient: readonly DeskRole[] }
  /**
   * Within an entry of the opening: one of the entries of the opening's `list` whose ids stand in `field` is
   * so; any entry of that list, if the field is empty.
   */
  | { readonly refers: { readonly field: string; readonly list: string; readonly where?: Predicate } }
  /** The act names in `field` every entry of the opening's `list`, by its id. */
  | { readonly covers: { readonly field: string; readonly list: string } }
  /** A link of one of these relations is on record in the case, or in the act itself. */
  | { readonly linked: readonly string[] }
  /** The act quotes an item of another case that is so; `receipt`: with the signed receipt. */
  | {
      readonly quotes: {
        readonly verb?: readonly string[];
        readonly kind?: readonly string[];
        readonly receipt?: true;
        readonly where?: Predicate;
      };
    }
  /** An agreement on this subject is on record in the case. */
  | { readonly agreed: string }
  /** Calendar days from one date to the other; false if either is not there. */
  | { readonly days: { readonly from: DateSource; readonly to: DateSource; readonly atLeast: number } };

/** A date that a rule counts from or to: of this act, of the opening, of an earlier act, or the act's own day. */
export type DateSource =
  | { readonly field: string }
  | { readonly opening: string }
  | { readonly said: { readonly verb: string | readonly string[]; readonly field: string } }
  | 'act';
