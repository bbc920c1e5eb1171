/**
 * What an act is judged by beside its own shape: `protocol/case` has one rule for each. They read the case
 * and the act, never a body; what a wording must say is a `<name>_given` in the act (D-17).
 */
export type Guard =
  /** The parts that the act names were asked for and are still undecided or being executed. */
  | 'scope-known'
  /** MLA-26, D-07: each refused part has a ground with a code; one that the kind does not list is ACK. */
  | 'ground-allowed'
  /** MLA-8, 27, 34a, ICO-2: no forbidden ground, by code or by the answer to its question. */
  | 'ground-not-forbidden'
  /** MLA-26a to d: what the ground must carry is there (`GroundSpec.mustCarry`). */
  | 'ground-complete'
  /** MLA-10, ICO-2: dual criminality per measure, coercive or not. */
  | 'dual-criminality'
  /**
   * MLA-9: with a ground of dual criminality the purposes of the Convention were considered, and it is said
   * how.
   */
  | 'purposes-considered'
  /** MLA-28: reasons for each refused part. */
  | 'reasons-given'
  /** MLA-31: consultation came first, where the ground asks for it, or the postponement. */
  | 'consulted-first'
  /** MLA-30: postponed on the one ground that the text gives. */
  | 'postponement-ground'
  /** MLA-22: each particular procedure that was asked for is answered. */
  | 'procedures-answered'
  /** MLA-3: each part that is not refused or withdrawn has an outcome. */
  | 'outcomes-complete'
  /** MLA-31: no proposed condition of the part is unanswered. */
  | 'conditions-settled'
  /** MLA-33: no consultation on costs on which execution depends is open (ACK). */
  | 'costs-settled'
  /** MLA-25: no confidentiality that cannot be kept waits for a direction (ACK). */
  | 'confidentiality-directed'
  /** MLA-19, D-06: a reason for turning away at intake that the kind allows, never the electronic form. */
  | 'intake-reason'
  /** MLA-29: one question about the status at a time (ACK). */
  | 'one-status-query'
  /** MLA-21: the answers name questions that were asked. */
  | 'questions-known'
  /** MLA-31: the other side has spoken in the consultation, or its time has passed. */
  | 'consultation-heard'
  /** MLA-31: the conditions named were proposed and are open. */
  | 'conditions-known'
  /** EPROD-9: only own conditions that were declined, or that are dropped unanswered, are determined. */
  | 'conditions-determinable'
  /** MLA-24, SPI-2: the objects named were furnished in this case. */
  | 'objects-furnished'
  /** MLA-5, 24, SPI-2: notice before, or after with the reason why it could not be before. */
  | 'exculpatory-timing'
  /** SPI-2: only the side that imposed a caveat lifts it. */
  | 'caveat-imposed-by-author'
  /** The item named is one of the author's own. */
  | 'own-item'
  /** The item named is one of the other side's. */
  | 'other-sides-item';
