import { ComityError } from '../../protocol/errors.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { changeProfile } from './change-profile.ts';

const USES = ['authority', 'receipt', 'record', 'node'] as const;

/** Draws a new key in the place of one, and publishes the profile that says so. */
export function keyRotate(context: Context, input: Input): Promise<Outcome> {
  const use = useFrom(input);
  const desk = input.optionalArgument('DESK');
  const [complete, force] = [input.given('complete'), input.given('force')];
  // Both at once is for a key that is in other hands: nobody waits for anybody.
  const draws = !complete || force;
  const change = {
    ...(draws && { rotate: [{ use, ...(desk !== undefined && { desk }) }] }),
    ...(complete && { completeNodeKey: true }),
  };
  return changeProfile(context, input, change, { force });
}

function useFrom(input: Input): (typeof USES)[number] {
  const word = input.argument('USE');
  const use = USES.find((each) => each === word);
  if (use === undefined) throw new ComityError('usage', `there is no use '${word}' — ${USES.join(', ')}`);
  if ((use === 'authority') !== (input.optionalArgument('DESK') !== undefined)) {
    const wanted = use === 'authority' ? 'name the desk: comity key rotate authority DESK' : 'leave it out';
    throw new ComityError('usage', `an authority key belongs to a desk, and no other does — ${wanted}`);
  }
  if (use !== 'node' && input.given('complete')) {
    throw new ComityError('usage', 'only a node key is announced ahead — leave --complete out');
  }
  return use;
}
