import { ComityError } from '../../protocol/errors.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { changeProfile } from './change-profile.ts';

/** A new version of the own profile. Without changes it says the same again, under a new date. */
export function profileEdit(context: Context, input: Input): Promise<Outcome> {
  const addresses = input.options('address');
  if (input.given('undialable') && addresses.length > 0) {
    throw new ComityError(
      'usage',
      'a node that can not be dialled has no address — leave one of the two out',
    );
  }
  const [name, validDays] = [input.option('name'), input.integer('valid-days')];
  return changeProfile(context, input, {
    ...((input.given('undialable') || addresses.length > 0) && { addresses: [...addresses] }),
    ...(name !== undefined && { name }),
    ...(validDays !== undefined && { validDays }),
  });
}
