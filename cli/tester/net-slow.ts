import { ComityError } from '../../protocol/errors.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { type Faults, faultsFrom } from './lines/faults.ts';
import { orderLines } from './lines/order-lines.ts';

/** Makes the line between two States a bad one. What is not named is as it should be. */
export function netSlow(context: Context, input: Input): Promise<Outcome> {
  const given = {
    state: input.given('half-open') ? 'silent' : undefined,
    delayMs: input.integer('ms'),
    jitterMs: input.integer('jitter'),
    kbps: input.integer('kbps'),
    corrupt: rateOf(input.option('corrupt')),
    breakAfter: input.integer('cut-mid-frame'),
  };
  const named = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const faults: Faults = faultsFrom(named);
  if (Object.keys(faults).length === 0) {
    throw new ComityError('usage', 'nothing is said that the line should do — see comity net slow --help');
  }
  return orderLines(context, input, { faults, oneWay: input.given('one-way') });
}

/** `1/1000000` or `0.000001` or `1e-6`. */
function rateOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const [part = '', whole = '1'] = text.split('/');
  const rate = /^[\d.e/-]+$/i.test(text) ? Number(part) / Number(whole) : NaN;
  if (rate >= 0 && rate <= 1) return rate;
  throw new ComityError('usage', `'${text}' is no share of the bytes — write it as 1/1000000`);
}
