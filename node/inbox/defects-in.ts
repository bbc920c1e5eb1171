import { defectsOf } from '../../protocol/convention/content/defects.ts';
import { instrumentByDigest } from '../../protocol/convention/instruments.ts';
import { fieldsOf, verbIn } from '../../protocol/convention/verb-in.ts';
import type { Item } from '../../protocol/item/item.ts';

/** Paragraphs whose required content an opening item lacks: told in the receipt, binding nobody (MLA-20). */
export function defectsIn({ header, act, body }: Item): readonly string[] {
  const instrument = instrumentByDigest(header.instrument);
  if (instrument === undefined || verbIn(instrument, act.kind, act.verb)?.opening !== true) return [];
  const specs = fieldsOf(instrument, act.kind, act.verb);
  return specs === undefined ? [] : defectsOf(specs, act.content, body?.content);
}
