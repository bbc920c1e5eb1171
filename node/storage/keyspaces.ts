/**
 * Everything that the database holds, one line each: `name: key → value`. A key is made of random ids,
 * numbers and keyed hashes (`Storage.hashKey`), never of a name, a reference or a State, because LevelDB's
 * keys are not encrypted.
 */
export const KEYSPACES = {
  meta: 'name of a fact about this database → its value',
  erasures: 'random id → rows that are deleted and not yet known to be gone from the files',

  items: 'item id → its place in a chain, and its body sealed under the key of its case',
  chains: 'case id, own or partner, sequence → an item without its body',
  cases: 'case id → summary of the fold, stamped with the version of the machine',
  caseKeys: 'case id → data key of the case',
  forks: 'case id, party hash, sequence → two items of one party for this place of its chain',
  quarantine: 'item id → what arrived and why it was set aside',

  sent: 'epoch, number → what the number of the link stands for',
  outbox: 'epoch, lane, number → nothing: what has no receipt yet, in the order of sending',
  outboxCases: 'epoch, case id, number → nothing: the same by case',
  links: 'party hash, direction, epoch → state of the link',
  receipts: 'item id → signed receipt, as received or as given',
  rejections: 'item id → signed rejection, as received or as given',
  unauthentic: 'party hash, number, digest of what nobody signed → signed rejection; the newest only',
  evidence: 'item id, level, party hash → signed statement, and on the own side who opened the item',

  profiles: 'profile digest → signed profile',
  profileUses: 'profile digest → nothing: something on file rests on this version',
  pins: 'party hash → pinned State key, current profile, suspension',
  candidates: 'party hash → profile of a party not yet approved, and who introduced it',

  officers: 'officer id → officer, roles, desk, certificates',
  officerSessions: 'hash of a login token → session',
  drafts: 'draft id → act and body shown to an officer and not yet signed',
  submitted: 'draft id → the item that it became',

  caseLists: 'desk hash, sort key, case id → nothing: the order of the lists of cases',
  caseReferences: 'keyed hash of a beginning of a reference, case id → the reference',

  recordEvents: 'number → salt and bytes of an event of the record',
  recordLeaves: 'level, first number → hashes of leaves, or of full subtrees of 256 to the power of level',
} as const;

export type KeyspaceName = keyof typeof KEYSPACES;

/** How values larger than one row are kept. */
export interface LargeValues {
  /** Rows of at most `ROW_BYTES_MAX` that one value may take. */
  readonly rowsMax: number;
  /**
   * A key that has a value never gets another one: so a commit need not look for a longer one to clear away.
   */
  readonly writeOnce: boolean;
}

/**
 * Plain bytes in one row. LevelDB stalls others on large values and holds whole ones in memory, so more is
 * split (`wire.md`, section 4); what is larger than a few rows is an attachment, and a file.
 */
export const ROW_BYTES_MAX = 60 * 1024;

/**
 * Keyspaces whose values may be larger than a row. An envelope has at most 288 KiB and a profile 257 KiB
 * (`protocol/limits.ts`); a draft and a quarantined arrival are an envelope and a few facts beside it; what
 * is open in a case grows with the case.
 */
export const LARGE_VALUES: Partial<Record<KeyspaceName, LargeValues>> = {
  items: { rowsMax: 5, writeOnce: true },
  profiles: { rowsMax: 5, writeOnce: true },
  candidates: { rowsMax: 5, writeOnce: false },
  cases: { rowsMax: 64, writeOnce: false },
  drafts: { rowsMax: 6, writeOnce: false },
  quarantine: { rowsMax: 8, writeOnce: false },
  forks: { rowsMax: 12, writeOnce: true },
};

/** Rows of at most `ROW_BYTES_MAX` that one value may take. */
export function rowsMax(keyspace: KeyspaceName): number {
  return LARGE_VALUES[keyspace]?.rowsMax ?? 1;
}
