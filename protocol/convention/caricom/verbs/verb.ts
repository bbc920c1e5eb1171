import type { Status, Text, VerbSpec } from '../../instrument.ts';

export const LIVE: readonly Status[] = ['received', 'in_review', 'executing', 'postponed'];
export const ANY: readonly Status[] = [
  ...LIVE,
  'executed',
  'refused',
  'withdrawn',
  'intake_rejected',
  'closed',
];
/** Once something may have been furnished. */
export const FURNISHED: readonly Status[] = ANY.filter((status) => status !== 'intake_rejected');

type VerbData = Partial<Omit<VerbSpec, 'verb'>> & Pick<VerbSpec, 'paragraph' | 'sender' | 'from'>;

/** A verb that opens, closes, owes and guards nothing but what `data` says. */
export const verb = (name: string, title: Text, data: VerbData): VerbSpec => ({
  verb: name,
  title,
  opening: false,
  content: [],
  duties: [],
  discharges: [],
  guards: [],
  caveats: [],
  ...data,
});
