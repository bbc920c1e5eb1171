import type { ProtocolName } from './ids.ts';

const kibi = 1024;
const mebi = 1024 * kibi;
const seconds = 1000;
const minutes = 60 * seconds;
const hours = 60 * minutes;
const days = 24 * hours;

/** Sizes of what is sent, in bytes. What is larger is refused before it is decoded. */
export const SIZES = {
  /** Kept for ever at both ends, read before anything is known of its author: one database page. */
  headerBytesMax: 4 * kibi,
  /**
   * Codes only, kept as long as the record: room for a hundred measures with their particulars, or for a
   * quote.
   */
  actBytesMax: 16 * kibi,
  /** About a hundred pages of text. What is longer is a document, and travels as an attachment. */
  bodyBytesMax: 256 * kibi,
  /** A key, five short texts that say whose it is, and two times. */
  certificateBytesMax: kibi,
  /** Suite, key id and value, with room for a longer suite. */
  signatureBytesMax: 256,
  /** Header, act and body with their salts, and eight officers' signatures with certificates. */
  envelopeBytesMax: 288 * kibi,
  /** Thirty-two roots and 64 defects, at their longest. */
  receiptBytesMax: 8 * kibi,
  /** Ids, a code and one sentence. */
  rejectionBytesMax: 2 * kibi,
  /** Ids and a level. */
  evidenceBytesMax: kibi,
  /** Checkpoints of the record, and anchors over them: ids, a number, a digest. */
  checkpointBytesMax: kibi,
  /** Sixty-four desks, as many keys as a profile may hold, and half left for declarations in own words. */
  profileBytesMax: 256 * kibi,
  /** A profile with the signature of the State key. */
  signedProfileBytesMax: 257 * kibi,
  /**
   * In clear inside Noise, read from anyone whom the gater admitted; the ML-KEM-768 key takes 1,184 bytes.
   */
  helloBytesMax: 2 * kibi,
  /** Of everything that a connection sends before Noise has named the peer. */
  preHandshakeBytesMax: 16 * kibi,
  /**
   * Sealed frames are padded to a power of two from here, so that a receipt looks like an acknowledgement.
   */
  paddingBytesMin: 256,
  /** Above this, to multiples of it: a large frame carries less padding than this. */
  paddingStepBytes: 64 * kibi,
  /** The tag of AES-256-GCM behind each sealed frame. */
  sealTagBytes: 16,
  /** One chunk of an attachment, and the largest slice of it in one frame. */
  chunkBytes: 256 * kibi,
} as const;

/** The largest frame of each protocol before sealing, in bytes: what its largest message takes. */
export const FRAME_BYTES_MAX: Readonly<Record<ProtocolName, number>> = {
  /** A `State` with 1,024 profiles and 8,192 ranges. */
  session: 384 * kibi,
  /** An item that comes back with its receipt, or a rejection with the item and receipt that stand. */
  delivery: 304 * kibi,
  /** One signed profile, or an inventory of 1,024. */
  directory: 258 * kibi,
  /** One chunk, or a page of 8,192 digests. */
  evidence: 258 * kibi,
};

/** How many of a thing one message may hold. */
export const COUNTS = {
  /** The deciding officer and seven who approve. */
  officers: 8,
  /** A folder is one attachment, so that 32 roots fit into the header whatever is sent. */
  attachments: 32,
  /** Voids that one item names; more are named by the next one. */
  voids: 32,
  /** No release has needed one so far; each adds a decision for every reader. */
  extensions: 16,
  /** Paragraphs that one act rests on, or that a receipt finds wanting. */
  paragraphs: 64,
  /** Items of other cases that one act quotes. */
  quotes: 8,
  /** Treaties, arrangements and laws that one regime rests on. */
  legalBases: 8,
  /** Fields of one record: several times as many as the longest form has. */
  fields: 128,
  /** Entries of one list: measures, offences, persons, data items. */
  listEntries: 256,
  /** Values of one content in all, so that the smallest bytes can't become the largest heap. */
  values: 8192,
  /** Records inside records. */
  recordDepth: 4,
  /** Characters of a code: a digest in hexadecimal digits is the longest. */
  codeCharacters: 64,
  /** Characters of a field's name; the names of declarations in a profile are the longest. */
  fieldNameCharacters: 64,
  /** Characters of a network, party, desk or scope id, which stand in every header. */
  idCharacters: 32,
  /** Characters of a name, an address or a line of a profile. */
  lineCharacters: 512,
  /** Characters of the sentence in a rejection. */
  sentenceCharacters: 400,
  /** Authorities of one party; what needs more is a party of its own. */
  desks: 64,
  /** Keys of one desk, retired ones included: a change each year for as long as a record is kept. */
  keys: 32,
  /** A party's name, once in each language. */
  names: 16,
  /** Languages that a desk works in, or a party takes. */
  languages: 32,
  /** Kinds and families of kinds for which one desk is competent. */
  competences: 64,
  /** Multiaddrs of one node: dialled one after the other, so a list much longer is never read to its end. */
  addresses: 16,
  /** Instruments and versions of them that a party goes by. */
  instruments: 32,
  /** Periods of a party: every timer, for every urgency. */
  periods: 256,
  /** Ways by which a party takes requests. */
  channels: 16,
  /** Keys of one profile, of whatever use: each is checked when it arrives, which takes a tenth of a ms. */
  profileKeys: 512,
  /** Parties of a federation, with room: 193 States, their parties, and organizations. */
  parties: 1024,
  /** Profiles asked for in one frame. */
  wantedProfiles: 64,
  /** Epochs of one link that a `State` reports: one more for each restore. */
  epochs: 64,
  /** Numbers received above the watermark, as ranges, while a session runs. */
  ranges: 4096,
  /** Ranges in one `State`, over all links. */
  stateRanges: 8192,
  /** Versions in a `Hello`: more than will ever be spoken at a time. */
  versions: 16,
  /** Items of one case that wait for a predecessor. */
  waitingItems: 256,
} as const;

/** Times in milliseconds. */
export const TIMES = {
  /** An empty sealed frame, so that silence means absence. */
  keepaliveMs: 5 * seconds,
  /** Three keepalives lost: the session ends. */
  silenceMs: 15 * seconds,
  /** From the stream's opening to both `Hello` and both `State`. */
  helloMs: 10 * seconds,
  /** Without a byte in a frame once begun, or without room for one to be written. */
  progressMs: 15 * seconds,
  /**
   * For a partner with parcels in hand to answer one of them: a commit takes far less on the slowest disk.
   */
  answerMs: 1 * minutes,
  /** The longest time between two `Ack` while something arrives. */
  ackMs: 1 * seconds,
  /** The longest pause that a `Busy` may ask for. */
  busyMsMax: 5 * minutes,
  /** First pause before a partner is dialled again; it doubles, with full jitter. */
  retryMsMin: 1 * seconds,
  /** Longest pause between two attempts: an operator who mends a link sees it within this time. */
  retryMsMax: 5 * minutes,
  /** How far ahead of the receiver's clock an item may be made. More than any mistaken time zone. */
  futureMsMax: 2 * days,
  /**
   * Latest time that a field may hold: the end of the year 9999, UTC. Every time below it can be written out.
   */
  timeMax: 253_402_300_799_999,
} as const;

/**
 * After which a sender hears of a delay, and at which an item counts as not delivered; by lane, in
 * milliseconds.
 */
export const LANE_TIMES = {
  /** A person is waiting by the telephone. */
  emergency: { delayMs: 15 * minutes, expiryMs: 1 * days },
  /** Half a working day. */
  urgent: { delayMs: 4 * hours, expiryMs: 7 * days },
  /** The next day. */
  routine: { delayMs: 1 * days, expiryMs: 30 * days },
} as const;

/** These times as a node has them in its configuration. */
export type LaneTimes = Readonly<
  Record<keyof typeof LANE_TIMES, { readonly delayMs: number; readonly expiryMs: number }>
>;

/** What one partner may have under way at a time. */
export const WINDOWS = {
  /** Parcels sent and not yet answered: a thousand a second over a link of 250 ms. */
  parcelsMax: 256,
  /** The same in bytes, whatever the number of parcels. */
  parcelBytesMax: 2 * mebi,
  /**
   * Bytes of attachments asked for and not yet here: the measured rate × 250 ms, and never less than this.
   */
  evidenceBytesMin: 64 * kibi,
  /** The most of it, so that a partner on a fast link costs bounded memory. */
  evidenceBytesMax: 4 * mebi,
  /** Connections of one partner: one of the session, one for evidence, one that crosses with ours. */
  connectionsMax: 3,
  /** Streams of one protocol that a partner may open in one connection. */
  streamsMax: 1,
  /** Receive window of one stream. */
  streamBytesMax: 1 * mebi,
  /** Bytes read from a connection and not yet decoded. */
  readBytesMax: 4 * mebi,
  /** Bytes that wait for a connection that does not read; more ends it. */
  writeBytesMax: 8 * mebi,
} as const;

/** What profiles of other parties may cost this node. */
export const PROFILES = {
  /** Versions of a partner's profile kept though nothing rests on them: for items that are under way. */
  versionsKept: 4,
  /**
   * All versions of one partner's profile that are on file, in bytes: a thousand ordinary ones, on which items
   * rest.
   */
  partnerBytesMax: 16 * mebi,
  /** All candidates together, in bytes; whoever has introduced the most gives way. */
  candidateBytesMax: 16 * mebi,
  /** What taking up one profile counts for besides its bytes: signatures are verified, rows written. */
  profileCostBytes: 16 * kibi,
  /** What each key in a profile counts for: it is checked. */
  keyCostBytes: 1 * kibi,
  /** What a partner may bring at once, so counted: the profiles of a whole federation. */
  burstBytes: 32 * mebi,
  /** And from then on in each second: an ordinary profile every few seconds, for ever. */
  bytesPerSecond: 4 * kibi,
  /**
   * For this long nobody else is asked for what a partner is bringing: a profile takes seconds at most, and a
   * partner that never brings it holds nobody up for longer.
   */
  askedMs: 5 * seconds,
  /**
   * After so long in one session all is offered again, for what could not be taken before. A whole inventory
   * is some ten kibibytes; and by then the worst debt is made up for.
   */
  offeredAgainMs: 15 * minutes,
} as const;
