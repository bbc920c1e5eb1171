/** A sentence by language; English is always there. */
export interface Text {
  readonly en: string;
  readonly fr?: string;
}

/** Languages in which the project's own sentences are written. */
export type Language = keyof Text;

export type FieldType =
  'text' | 'code' | 'choice' | 'date' | 'time' | 'boolean' | 'integer' | 'digest' | 'record' | 'list';

/**
 * One field of a form. `part` says where it travels: codes in the act, wording and names in the body. A
 * record or a list of records with part `both` is split by the parts of its fields; each entry of such a list
 * has an `id` that stands in both halves.
 */
export interface FieldSpec {
  readonly name: string;
  readonly type: FieldType;
  readonly part: 'act' | 'body' | 'both';
  readonly required: boolean | FieldCondition;
  readonly paragraph: string;
  readonly label: Text;
  readonly help: Text;
  readonly choices?: readonly Choice[];
  /** Choices that depend on the kind: its grounds, or its reasons for turning a request away at intake. */
  readonly choicesFrom?: 'grounds' | 'intakeReasons';
  /** Fields of a record, or of each record of a list. */
  readonly fields?: readonly FieldSpec[];
  /** Of a list: what one entry is, when it is no record. */
  readonly of?: 'text' | 'code' | 'choice' | 'date' | 'digest';
  readonly countMin?: number;
  readonly countMax?: number;
  /** Characters. */
  readonly textMax?: number;
  readonly integerMin?: number;
  readonly integerMax?: number;
  /** What a code must look like, beyond the character set of codes. */
  readonly format?: CodeFormat;
  /**
   * The fold may have to know that this wording was given (D-17): when it is, the splitter writes
   * `<name>_given: true` into the act, beside where the field would stand there.
   */
  readonly marks?: boolean;
  /** Entries that come without this id are numbered `<counter>1`, `<counter>2`, … */
  readonly counter?: string;
  /** The node writes this value itself wherever the field applies; officers do not. */
  readonly fixed?: string;
  /** The daemon fills this field in from the case; forms do not show it. */
  readonly filledByNode?: boolean;
  /** The field is only of use under this condition; forms ask for it only then. */
  readonly appliesWhen?: FieldCondition;
  /** The code names an entry of this list of the same form by its id. */
  readonly refersTo?: string;
  /** The date may not lie before the one in this neighbouring field. */
  readonly notBefore?: string;
  /** An officer may say that this is not known; then the word `unknown` stands for it (MLA-20e). */
  readonly unknownAllowed?: boolean;
  readonly missingLevel?: 'BLOCK' | 'WARN' | 'ACK';
  /** Code of the sentence that says what is missing, where the general one would not help. */
  readonly missingSentence?: string;
  /** Our own demand, not the text's: its absence is no defect of a received request. */
  readonly derived?: boolean;
  /** Checks that need more than the field's own shape; see `check-rules.ts`. */
  readonly rules?: readonly ContentRule[];
  readonly example?: Text | string;
  /** Printed forms show it ready to fill in although it is optional. */
  readonly prominent?: boolean;
}

export type ContentRule = 'some_in_catalogue' | 'own_authority';

export type CodeFormat = 'language' | 'party' | 'case_id' | 'paragraph' | 'currency' | 'media_type';

export interface Choice {
  readonly code: string;
  readonly label: Text;
  readonly paragraph?: string;
  /** Of a measure: whether it usually needs coercion. The requested State decides (MLA-10). */
  readonly coercive?: 'yes' | 'no' | 'depends';
  /** Code of a sentence to show, as WARN, to whoever chooses this. */
  readonly notice?: string;
}

/**
 * When a field is required or of use. Names are those of neighbouring fields in the same record;
 * `unlessEvery` looks at the entries of a neighbouring list.
 */
export type FieldCondition =
  | { readonly unlessEvery: { list: string; field: string; values: readonly string[] } }
  | { readonly whenField: { field: string; values: readonly (string | boolean)[] } }
  | { readonly whenGiven: { field: string } };
