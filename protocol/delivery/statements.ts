import { defineCodec } from '../codec.ts';
import { defineStatement } from '../identity/signed.ts';
import { TAGS } from '../ids.ts';
import { COUNTS, SIZES } from '../limits.ts';
import { comity } from '../protobuf.ts';
import {
  codeOut,
  demand,
  digestOut,
  digestsOut,
  hexesIn,
  hexIn,
  idOut,
  ifGiven,
  integerOut,
  listOut,
  numberIn,
  optionalDigestOut,
  optionalIdOut,
  textIn,
  textOut,
  timeOut,
} from '../shape.ts';
import type { Hex, Time } from '../value.ts';

/** The receiver's node has it, durably. Signed by its receipt key, one for each item, ever. */
export interface Receipt {
  readonly network: string;
  /** The party that signs. */
  readonly receiver: string;
  readonly sender: string;
  readonly itemId: Hex;
  /** Commitments as received. */
  readonly act: Hex;
  readonly body: Hex;
  /** Roots of the attachments of which everything is here. */
  readonly attachments: readonly Hex[];
  readonly parts: number;
  readonly complete: boolean;
  readonly receivedAt: Time;
  /** Paragraphs whose required content is missing. It binds nobody. */
  readonly defects: readonly string[];
  /**
   * The desk that has it: so the receipt is evidence of delivery too. Absent while the item waits for others
   * before it; then its delivery is told later, as evidence of its own.
   */
  readonly authority?: string;
}

/** The receiver will not take it, and says why. */
export interface RejectionStatement {
  readonly network: string;
  readonly receiver: string;
  readonly sender: string;
  /** Absent if what came could not even be named. */
  readonly itemId?: Hex;
  /** A `RejectionCode`, or one that a newer release knows. */
  readonly code: string;
  readonly sentence: string;
  readonly rejectedAt: Time;
}

/**
 * Levels as ETSI EN 319 522 names them, each later than the one before; and what a sender hears when none
 * comes.
 */
export type EvidenceLevel =
  'submission' | 'relay' | 'delivery' | 'alarm' | 'retrieval' | 'delay' | 'non_delivery';

/** What became of an item: the authority and the time, never an officer's name. */
export interface Evidence {
  readonly network: string;
  /** The party that signs. */
  readonly party: string;
  readonly itemId: Hex;
  readonly level: EvidenceLevel;
  readonly at: Time;
  /** The desk, from `delivery` on. */
  readonly authority?: string;
}

const levels: Readonly<Record<EvidenceLevel, comity.EvidenceLevel>> = {
  submission: comity.EvidenceLevel.SUBMISSION,
  relay: comity.EvidenceLevel.RELAY,
  delivery: comity.EvidenceLevel.DELIVERY,
  alarm: comity.EvidenceLevel.ALARM,
  retrieval: comity.EvidenceLevel.RETRIEVAL,
  delay: comity.EvidenceLevel.DELAY,
  non_delivery: comity.EvidenceLevel.NON_DELIVERY,
};

export const receiptCodec = defineCodec<
  Receipt,
  comity.ReceiptStatement.$Properties,
  comity.ReceiptStatement
>({
  name: 'ReceiptStatement',
  message: comity.ReceiptStatement,
  bytesMax: SIZES.receiptBytesMax,
  toWire: (receipt) => {
    demand(new Set(receipt.defects).size === receipt.defects.length, 'receipt.defects', 'names one twice');
    return {
      network: idOut(receipt.network, 'receipt.network'),
      receiver: idOut(receipt.receiver, 'receipt.receiver'),
      sender: idOut(receipt.sender, 'receipt.sender'),
      itemId: digestOut(receipt.itemId, 'receipt.itemId'),
      act: digestOut(receipt.act, 'receipt.act'),
      body: digestOut(receipt.body, 'receipt.body'),
      attachments: digestsOut(receipt.attachments, COUNTS.attachments, 'receipt.attachments'),
      parts: integerOut(receipt.parts, 0, 0xffff_ffff, 'receipt.parts'),
      complete: receipt.complete,
      receivedAt: timeOut(receipt.receivedAt, 'receipt.receivedAt'),
      defects: listOut(receipt.defects, COUNTS.paragraphs, 'receipt.defects', codeOut),
      authority: optionalIdOut(receipt.authority, 'receipt.authority'),
    };
  },
  fromWire: (wire) => ({
    network: textIn(wire.network),
    receiver: textIn(wire.receiver),
    sender: textIn(wire.sender),
    itemId: hexIn(wire.itemId),
    act: hexIn(wire.act),
    body: hexIn(wire.body),
    attachments: hexesIn(wire.attachments),
    parts: numberIn(wire.parts),
    complete: wire.complete,
    receivedAt: numberIn(wire.receivedAt),
    defects: wire.defects,
    ...ifGiven('authority', wire.authority, textIn),
  }),
});

export const rejectionCodec = defineCodec<
  RejectionStatement,
  comity.RejectionStatement.$Properties,
  comity.RejectionStatement
>({
  name: 'RejectionStatement',
  message: comity.RejectionStatement,
  bytesMax: SIZES.rejectionBytesMax,
  toWire: (statement) => ({
    network: idOut(statement.network, 'rejection.network'),
    receiver: idOut(statement.receiver, 'rejection.receiver'),
    sender: idOut(statement.sender, 'rejection.sender'),
    itemId: optionalDigestOut(statement.itemId, 'rejection.itemId'),
    code: codeOut(statement.code, 'rejection.code'),
    sentence: textOut(statement.sentence, COUNTS.sentenceCharacters, 'rejection.sentence'),
    rejectedAt: timeOut(statement.rejectedAt, 'rejection.rejectedAt'),
  }),
  fromWire: (wire) => ({
    network: textIn(wire.network),
    receiver: textIn(wire.receiver),
    sender: textIn(wire.sender),
    ...ifGiven('itemId', wire.itemId, hexIn),
    code: textIn(wire.code),
    sentence: textIn(wire.sentence),
    rejectedAt: numberIn(wire.rejectedAt),
  }),
});

export const evidenceCodec = defineCodec<
  Evidence,
  comity.EvidenceStatement.$Properties,
  comity.EvidenceStatement
>({
  name: 'EvidenceStatement',
  message: comity.EvidenceStatement,
  bytesMax: SIZES.evidenceBytesMax,
  toWire: (evidence) => ({
    network: idOut(evidence.network, 'evidence.network'),
    party: idOut(evidence.party, 'evidence.party'),
    itemId: digestOut(evidence.itemId, 'evidence.itemId'),
    level: levels[evidence.level],
    at: timeOut(evidence.at, 'evidence.at'),
    authority: optionalIdOut(evidence.authority, 'evidence.authority'),
  }),
  fromWire: (wire) => ({
    network: textIn(wire.network),
    party: textIn(wire.party),
    itemId: hexIn(wire.itemId),
    level: levelIn(wire.level),
    at: numberIn(wire.at),
    ...ifGiven('authority', wire.authority, textIn),
  }),
});

function levelIn(wire: comity.EvidenceLevel | null | undefined): EvidenceLevel {
  for (const [name, number] of Object.entries(levels)) if (number === wire) return name as EvidenceLevel;
  demand(false, 'evidence.level', 'is no level');
}

export const receiptStatement = defineStatement(TAGS.signReceipt, receiptCodec);
export const rejectionStatement = defineStatement(TAGS.signRejection, rejectionCodec);
export const evidenceStatement = defineStatement(TAGS.signEvidence, evidenceCodec);
