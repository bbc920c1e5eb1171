import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { openCase } from './open-case.ts';

/** Opens a case of any kind with its opening verb. */
export function request(context: Context, input: Input): Promise<Outcome> {
  return openCase(context, input, { kind: input.argument('KIND'), oral: input.given('oral') });
}
