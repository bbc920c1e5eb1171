import type { Codec } from '../../protocol/codec.ts';
import { type Sample, wireSamples } from '../support/wire-samples.ts';
import { MESSAGE, type Target } from './target.ts';

/** Every codec of the protocol: what it takes, it writes as the same bytes. */
export const wireTargets: readonly Target[] = [...byCodec()].map(([codec, samples]) => ({
  name: codec.name,
  corpus: samples.map(({ value }) => codec.encode(value)),
  mutate: MESSAGE,
  take: (input) => codec.encode(codec.decode(input)),
}));

function byCodec(): Map<Codec<unknown>, Sample[]> {
  return Map.groupBy(wireSamples, ({ codec }) => codec);
}
