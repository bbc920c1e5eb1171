import { isComityError } from '../../protocol/errors.ts';
import type { Urgency } from '../../protocol/convention/instrument.ts';
import { aReply, aRequest } from '../support/case-messages.ts';
import { signDraft } from '../support/party-officers.ts';
import { describe, type SimState } from './sim-state.ts';

/** What an officer has in mind; what it comes to depends on what may be said. */
export interface Intent {
  readonly partner: string;
  /** Undefined: a new case. */
  readonly reference?: string;
  readonly urgency: Urgency;
  /** Picks among what may be said. */
  readonly choice: number;
}

/** What the node has told the officer: it is queued, and will not be lost. */
export interface Accepted {
  readonly itemId: string;
  readonly caseId: string;
  readonly reference: string;
  readonly from: string;
  readonly to: string;
  readonly sequence: number;
  /** It is the first of its case. */
  readonly opens: boolean;
}

/** Prepares, signs and submits, as the command line does. Undefined if the rules are against it. */
export async function write(
  state: SimState,
  intent: Intent,
  report: (invariant: string, detail: string) => void,
): Promise<Accepted | undefined> {
  const { cases, officer } = state;
  if (cases === undefined) return undefined;
  const { partner, reference, urgency, choice } = intent;
  try {
    let request = aRequest(partner, { urgency });
    if (reference !== undefined) {
      const { verbs } = await cases.replies(officer, { reference });
      const verb = verbs[choice % Math.max(1, verbs.length)]?.verb;
      if (verb === undefined) return undefined;
      request = aReply(reference, verb, { urgency });
    }
    const { draft } = await cases.prepare(officer, request);
    if (draft === undefined) return undefined;
    const said = await cases.submit(officer, signDraft(officer, draft));
    if (!('itemId' in said)) return undefined;
    const { itemId, caseId, sequence } = said;
    return {
      itemId,
      caseId,
      sequence,
      reference: said.reference,
      from: state.code,
      to: partner,
      opens: reference === undefined,
    };
  } catch (error) {
    // What the rules refuse, and a case that changed meanwhile, is an officer's daily bread.
    if (!isComityError(error)) report('no part of a node fails', describe(error));
    return undefined;
  }
}
