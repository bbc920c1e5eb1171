import type { FormContent } from '../../protocol/convention/content/form-value.ts';
import type { Request } from '../../protocol/control/types.ts';
import type { Input } from '../command.ts';

type PrepareBody = Request<'acts.prepare'>['body'];

/** What the officer wants to say, before the daemon has had a word in it. */
export interface AskedAct {
  readonly kind: string;
  readonly verb: string;
  /** Code of the partner that it goes to. */
  readonly partner: string;
  readonly caseId?: string;
  readonly content: FormContent;
  readonly language: string;
  readonly exercise: boolean;
  /** What the daemon is asked to prepare. */
  readonly prepare: PrepareBody;
}

/** Options of the command line that every act is prepared with. */
export function commonOptions(input: Input): Partial<PrepareBody> {
  const [desk, language] = [input.option('desk'), input.option('language')];
  const acknowledge = input.options('acknowledge');
  return {
    ...(desk !== undefined && { desk }),
    ...(language !== undefined && { language }),
    ...(acknowledge.length > 0 && { acknowledge: [...acknowledge] }),
    ...(input.given('exercise') && { exercise: true }),
    ...(input.given('check') && { check: true }),
  };
}
