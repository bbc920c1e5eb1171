import type { Prepared } from '../../protocol/control/types.ts';
import { verbWord } from '../../protocol/convention/verb-word.ts';
import { ComityError } from '../../protocol/errors.ts';
import { connect } from '../client/connect.ts';
import type { ControlClient } from '../client/control-client.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { type PlacedProblem, problemsOf } from '../view/problems.ts';
import { checkOutcome, sentOutcome } from './act-view.ts';
import type { AskedAct } from './asked-act.ts';
import { placeProblems } from './place-problems.ts';
import type { WrittenForm } from './read-form.ts';
import { waitForDelivery } from './wait-for-delivery.ts';

/** What the officer has written and wants done with it. */
export interface Performance {
  readonly asked: AskedAct;
  readonly positions: WrittenForm['positions'];
  readonly input: Input;
}

/**
 * Says something in a case, in the officer's name.
 *
 * 1. The daemon checks everything at once, and prepares the bytes.
 * 2. What is wrong is told, all of it; with `--check` that is the end.
 * 3. The bytes are decoded here and compared with what was asked.
 * 4. The officer sees what is to be signed, and signs it with a key that the daemon never has.
 * 5. The daemon gives it its place and queues it.
 * 6. With `--wait`: until the partner's node has it, or has rejected it.
 *
 * @throws ComityError `refused` with all problems, `case-changed`, `not-as-asked`, and what the daemon
 * answers.
 */
export async function performAct(context: Context, performance: Performance): Promise<Outcome> {
  const { asked, input, positions } = performance;
  const waitS = input.integer('wait');
  const { client, session } = connect(context);
  const prepared = await prepare(context, client, performance);
  if (input.given('check')) return checkOutcome(prepared, positions);
  // Cryptography takes a while to load: who only checks does not wait for it.
  const { signPrepared } = await import('./sign-prepared.ts');
  const sent = await signPrepared(context, client, { prepared, asked, network: session.network });
  if (waitS === undefined || sent.delivery === 'held') return sentOutcome(sent, asked.partner);
  const delivery = await waitForDelivery(context, client, { itemId: sent.itemId, waitS });
  return sentOutcome(sent, asked.partner, delivery);
}

async function prepare(
  { signal }: Context,
  client: ControlClient,
  { asked, positions }: Performance,
): Promise<Prepared> {
  try {
    const prepared = await client.call('acts.prepare', { body: asked.prepare }, { signal });
    if (prepared.problems.length > 0)
      throw refusal(prepared.problems, { asked, positions, verbs: prepared.verbs });
    return prepared;
  } catch (error) {
    const problems = error instanceof ComityError ? problemsOf(error.details) : [];
    if (problems.length === 0 || (error as ComityError).code === REFUSED) throw error;
    throw refusal(problems, { asked, positions, verbs: verbsIn(error as ComityError) });
  }
}

const REFUSED = 'refused';

type Verbs = Prepared['verbs'];

/** What may be said in the case now, as far as the daemon tells. */
function verbsIn({ details }: ComityError): Verbs {
  const verbs = details?.['verbs'];
  return Array.isArray(verbs) ? (verbs as Verbs) : undefined;
}

interface Refused {
  readonly asked: AskedAct;
  readonly positions: WrittenForm['positions'];
  readonly verbs?: Verbs;
}

function refusal(problems: readonly PlacedProblem[], { asked, positions, verbs }: Refused): ComityError {
  const paragraph = problems.find((problem) => Boolean(problem.paragraph))?.paragraph;
  return new ComityError(
    REFUSED,
    `nothing was sent: ${whyRefused(problems, { verb: asked.verb, paragraph }, verbs)}`,
    {
      ...(paragraph !== undefined && { paragraph }),
      details: { problems: placeProblems(problems, positions), ...(verbs !== undefined && { verbs }) },
    },
  );
}

function whyRefused(
  problems: readonly PlacedProblem[],
  { verb, paragraph }: { readonly verb: string; readonly paragraph: string | undefined },
  verbs: Verbs,
): string {
  const under = paragraph === undefined ? '' : ` (${paragraph})`;
  if (verbs !== undefined && !verbs.some((allowed) => allowed.verb === verbWord(verb))) {
    const instead = verbs.map((allowed) => `${allowed.verb} (${allowed.paragraph})`).join(', ');
    return `${verbWord(verb)}${under} cannot be said now — what may be said: ${instead || 'nothing any more'}`;
  }
  if (problems.some((problem) => problem.level !== 'ACK')) {
    return 'the rules hold it back — mend what is listed';
  }
  const codes = [...new Set(problems.map((problem) => `--acknowledge ${problem.code}`))].join(' ');
  return `this must be read first — to go on in spite of it, add ${codes}`;
}
