import type { Urgency } from '../../protocol/convention/instrument.ts';
import { currentPins } from '../../protocol/convention/instruments.ts';
import { digest } from '../../protocol/hash.ts';
import { TAGS } from '../../protocol/ids.ts';
import { assembleItem, type Item } from '../../protocol/item/item.ts';
import { officerMessage } from '../../protocol/item/officer-signature.ts';
import { type PartBytes, sealParts } from '../../protocol/item/parts.ts';
import type { Fields, Hex } from '../../protocol/value.ts';
import { authorityOf, CENTRAL } from './party-officers.ts';
import { type TestParty } from './two-parties.ts';

/** What an item says whose author keeps to no rule; the rest is made to fit. */
export interface Crafted {
  readonly caseId: Hex;
  readonly sequence: number;
  readonly verb: string;
  readonly kind?: string;
  readonly previous?: Hex;
  readonly seen?: Hex;
  readonly fold?: Hex;
  readonly voids?: readonly Hex[];
  readonly instrument?: Hex;
  readonly urgency?: Urgency;
  readonly content?: Fields;
  readonly createdAt?: number;
}

const createdAt = Date.UTC(2026, 0, 6);
let salts = 0;

/** An item that is authentic in everything, whatever it says: what a foreign implementation might send. */
export function craft(from: TestParty, to: TestParty, crafted: Crafted): Item {
  const { caseId, sequence, previous, seen, fold = someId('fold'), voids = [] } = crafted;
  const parts = sealParts(
    {
      kind: crafted.kind ?? 'mla.general',
      verb: crafted.verb,
      paragraphs: ['MLA-20'],
      exercise: false,
      content: crafted.content ?? {},
      quotes: [],
      extensions: [],
    },
    { language: 'en', content: {}, extensions: [] },
    (length) => new Uint8Array(Buffer.alloc(length, `${salts++}.`)),
  );
  const recipient = { party: to.code, authority: CENTRAL };
  const made = crafted.createdAt ?? createdAt;
  return assembleItem({
    header: {
      ...{ network: 'test', caseId, recipient, sequence, fold, voids },
      sender: { party: from.code, authority: CENTRAL },
      urgency: crafted.urgency ?? 'routine',
      createdAt: made,
      expiresAt: made + 86_400_000,
      ...currentPins(),
      ...(crafted.instrument !== undefined && { instrument: crafted.instrument }),
      senderProfile: from.profile.digest,
      recipientProfile: to.profile.digest,
      ...(previous !== undefined && { previous }),
      ...(seen !== undefined && { seen }),
      attachments: [],
      extensions: [],
    },
    parts,
    officers: [decidedBy(from, { caseId, recipient, parts })],
    authority: authorityOf(from.code, CENTRAL),
  });
}

/** An id that names nothing. */
export function someId(text: string): Hex {
  return digest(TAGS.itemId, text);
}

interface Decided {
  readonly caseId: Hex;
  readonly recipient: { readonly party: string; readonly authority: string };
  readonly parts: PartBytes & { readonly actCommitment: Hex; readonly bodyCommitment: Hex };
}

function decidedBy({ officer }: TestParty, { caseId, recipient, parts }: Decided) {
  const { actCommitment: act, bodyCommitment: body } = parts;
  const message = officerMessage({ network: 'test', caseId, recipient, act, body, attachments: [] });
  const held = officer.certificates[0];
  if (held === undefined) throw new Error('an officer without a certificate');
  return { signature: officer.signer.sign(TAGS.signAct, ...message), certificate: held.signed };
}
