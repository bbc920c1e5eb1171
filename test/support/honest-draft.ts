import { completeContent } from '../../protocol/convention/content/complete-content.ts';
import { splitContent } from '../../protocol/convention/content/split-content.ts';
import type { FormContent } from '../../protocol/convention/content/form-value.ts';
import { CARICOM } from '../../protocol/convention/instruments.ts';
import { fieldsOf } from '../../protocol/convention/verb-in.ts';
import type { Draft } from '../../protocol/control/types.ts';
import type { Act } from '../../protocol/item/act.ts';
import type { Body } from '../../protocol/item/body.ts';
import { sealParts } from '../../protocol/item/parts.ts';

/** What an officer asks for, as a daemon sees it. */
export interface Wanted {
  readonly kind: string;
  readonly verb: string;
  readonly content: FormContent;
  /** Ids that the case has used already. */
  readonly taken?: readonly string[];
}

/** What a daemon that is not what it was makes of it. */
export interface Tampering {
  readonly act?: Partial<Act>;
  readonly body?: Partial<Body>;
  readonly draft?: Partial<Draft>;
}

export const CASE_ID = 'ab'.repeat(16);

/** What an honest daemon prepares, with what another one changes in it. */
export function aDraft(wanted: Wanted, { act = {}, body = {}, draft = {} }: Tampering = {}): Draft {
  const { kind, verb, content, taken = [] } = wanted;
  const fields = fieldsOf(CARICOM, kind, verb) ?? [];
  const split = splitContent(fields, completeContent(fields, content, new Set(taken)));
  const parts = sealParts(
    {
      ...{ kind, verb, paragraphs: [], exercise: false, content: split.act, quotes: [], extensions: [] },
      ...act,
    },
    { language: 'en', content: split.body, extensions: [], ...body },
    (count) => new Uint8Array(count),
  );
  const encoded = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
  return {
    ...{
      draftId: 'd1',
      reference: 'GD/2026/7K4Q-2M9T',
      desk: 'central-authority',
      certificateId: 'c',
      kind,
      verb,
    },
    ...{ urgency: 'routine', network: 'test', caseId: CASE_ID, attachments: [] },
    recipient: { party: 'JM', authority: 'central-authority' },
    actBytes: encoded(parts.actBytes),
    actSalt: encoded(parts.actSalt),
    bodyBytes: encoded(parts.bodyBytes),
    bodySalt: encoded(parts.bodySalt),
    ...draft,
  };
}
