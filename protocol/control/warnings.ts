/** `alarm`: something is lost or will be, or nobody can work. `notice`: there is time, and something to do. */
export const WARNING_LEVELS = ['notice', 'alarm'] as const;
export type WarningLevel = (typeof WARNING_LEVELS)[number];

/** What a warning means whenever it appears, and what to do about it. */
interface WarningKind {
  readonly level: WarningLevel;
  readonly means: string;
  readonly remedy: string;
}

const kind = (level: WarningLevel, means: string, remedy: string): WarningKind => ({ level, means, remedy });

/**
 * Everything that a node warns of, one line each: `comity status` and `comity doctor` print it, the metric
 * `comity_warnings` counts it by code, and the operator's guide lists it.
 */
export const WARNINGS = {
  'home-open': kind('alarm', 'Others on this machine may look into the home.', 'chmod 700 the folder'),
  'keys-open': kind(
    'alarm',
    'Others on this machine may read a file of keys.',
    'chmod 600 the file; if anybody may have read it, change its passphrase',
  ),
  'keys-damaged': kind(
    'alarm',
    'A file of keys is missing or not as it was written: the node will not start again.',
    'keep the node running, make a backup if there is none, then put back the copy that you keep off line',
  ),
  'state-key-here': kind(
    'notice',
    'The State key lies in the home, where whoever breaks into the machine finds it.',
    'move the file off line',
  ),
  'home-damaged': kind(
    'alarm',
    'A file of the home is missing or not as it was written.',
    'check the disk; put the file back from a copy, or restore the latest backup',
  ),
  'config-invalid': kind('alarm', 'The configuration has mistakes.', 'mend the line that is named'),
  'secrets-dumped': kind(
    'alarm',
    'A variable of the environment makes this process write keys or memory to the disk.',
    'unset it; the node does not start with it',
  ),
  'release-differs': kind(
    'notice',
    'Command line and daemon are of two releases.',
    'start the daemon again after an upgrade',
  ),
  'disk-low': kind(
    'notice',
    'The disk is filling up; below the floor nothing new is accepted.',
    'make room, or give the home a larger disk',
  ),
  'disk-full': kind(
    'alarm',
    'Less is free than the floor: nothing new is accepted. What was accepted is safe.',
    'make room; it goes on by itself',
  ),
  'ballast-missing': kind(
    'notice',
    'There was no room for the file that keeps space for a full disk.',
    'make room; it is made again by itself',
  ),
  'file-damaged': kind(
    'alarm',
    'A file of the database is not as it was written.',
    'keep a copy of the home, check the disk, and restore the latest backup',
  ),
  'value-damaged': kind(
    'alarm',
    'A stored value does not authenticate. It is not used; all else is.',
    'keep a copy of the home, check the disk, and restore the latest backup',
  ),
  'ballast-damaged': kind(
    'alarm',
    'The disk has changed a file that nobody writes to.',
    'check the disk, and move the home to another one: comity backup, comity restore',
  ),
  'disk-refused': kind(
    'alarm',
    'The disk has refused a change since the node was started. A second time ends it.',
    'look at the log, make room, check the disk',
  ),
  'backup-missing': kind('notice', 'No backup was ever made.', 'comity backup FILE, on another disk'),
  'backup-old': kind(
    'notice',
    'The latest backup is older than the configuration says.',
    'comity backup FILE, on another disk; let a timer do it',
  ),
  'backup-behind-keys': kind(
    'notice',
    'Keys of this node have changed since the latest backup: partners would not let in what is restored of it.',
    'comity backup FILE, on another disk, after every change of keys',
  ),
  'clock-differs': kind(
    'alarm',
    'The clock of this machine and that of a partner are minutes apart: periods and dates are in doubt.',
    'compare with another clock, and let NTP set this one; if it is right, tell the partner',
  ),
  'clock-jumped': kind(
    'alarm',
    'The clock of this machine has jumped. The node goes on by the time that it knows, and signs no other.',
    'set it right, and let NTP keep it: it is believed when it is right, or when a partner’s agrees with it',
  ),
  'clock-unset': kind(
    'alarm',
    'The clock of this machine is before the release of this program, or before what the record says.',
    'set it, and let NTP keep it',
  ),
  'profile-expires': kind(
    'notice',
    'A profile ends in less than 60 days.',
    'sign a new version; for a partner: ask it for one',
  ),
  'profile-expired': kind(
    'alarm',
    'A profile has expired. It goes on being used.',
    'sign a new version; for a partner: ask it for one',
  ),
  'profile-contradicts': kind(
    'alarm',
    'A partner has signed two different profiles of one version, and neither is gone by.',
    'telephone; ask for a new version that names both, then: comity partner approve STATE',
  ),
  'contradiction-known': kind(
    'notice',
    'A partner has signed two different profiles of one version, and an operator has acknowledged it.',
    'ask for a new version that names both, then: comity partner approve STATE',
  ),
  'profile-rolled-back': kind(
    'alarm',
    'A partner goes by an older version of its own profile than it has signed.',
    'ask its operator whether its node was restored, or whether somebody else runs a copy of it',
  ),
  'profile-ahead': kind(
    'alarm',
    'Partners have a later version of the profile of this node than the node itself.',
    'find out why (an old copy that was restored?), then sign and publish a new version: comity profile edit',
  ),
  'profile-contradicted': kind(
    'alarm',
    'Partners have another profile of this version of this node, signed by its State key.',
    'find out who has the State key; change it: comity state-key rotate; tell all partners',
  ),
  'node-key-waits': kind(
    'notice',
    'A next node key is announced and not in use yet.',
    'when all partners know it: comity key rotate node --complete',
  ),
  'look-alike': kind(
    'notice',
    'A name in a profile looks like that of another State or partner.',
    'go by the code and the fingerprint; ask the State that you know, by a number that you know',
  ),
  'partner-away': kind(
    'notice',
    'A partner has not been heard for a day. What waits for it goes out by itself.',
    'telephone',
  ),
  'partner-refuses': kind(
    'alarm',
    'The node of a partner answers, and does not let this one in: it goes by another key, or knows none.',
    'telephone: it may not have approved or may have suspended this State; of a restored node the keys may be too old: see Restore in the guide',
  ),
  'partner-key-retired': kind(
    'alarm',
    'A node came with a key that a partner has retired, and was not let in.',
    'telephone: if its node was restored, comity partner export STATE FILE, and send the file; if not, somebody has the old key',
  ),
  'partner-slowed': kind(
    'alarm',
    'A partner sends more of what is of no use than is taken from it: it is slowed down, and nobody else is.',
    'tell its operator what the warning names; if it goes on: comity partner suspend STATE',
  ),
  'partner-undialable': kind(
    'alarm',
    'Neither this node nor the partner can be dialled, so they never meet.',
    'give one of them an address in its profile',
  ),
  'address-unreachable': kind(
    'alarm',
    'Nothing answers at an address that the profile names.',
    'compare the address with the configuration and the gateway',
  ),
  forked: kind(
    'alarm',
    'A party has signed two items for one place of its chain in a case. The first one stands, here and there.',
    'ask its operator whether its node was restored from an old copy, and keep the proof: comity fork list',
  ),
  'set-aside': kind(
    'alarm',
    'An item of a partner is authentic and can not be processed. Its case waits for it; all else goes on.',
    'see what it is, and upgrade or ask for help before it is released or rejected: comity quarantine list',
  ),
  'parcels-missing': kind(
    'alarm',
    'A partner has sent parcels that never came here, and can not give them any more.',
    'ask its operator what they were: its outbox names them, and what it says anew arrives',
  ),
  recovering: kind(
    'notice',
    'This node was restored and takes up what its partners still have.',
    'leave it connected; new cases may be opened meanwhile',
  ),
} as const satisfies Record<string, WarningKind>;

export type WarningCode = keyof typeof WARNINGS;

/** Something that an operator should know now. */
export interface Warning {
  readonly code: WarningCode;
  /** What it is about: a party, a file, an address. */
  readonly subject?: string;
  /** What is the case, in one sentence. */
  readonly message: string;
}

export const WARNING_CODES = Object.keys(WARNINGS) as readonly WarningCode[];

/** A warning with what its code stands for, as clients get it. */
export interface WarningView extends Warning {
  readonly level: WarningLevel;
  readonly remedy: string;
}

/** Alarms first, otherwise in the order given. */
export function warningViews(warnings: readonly Warning[]): WarningView[] {
  const views = warnings.map((one) => {
    const { level, remedy } = WARNINGS[one.code];
    return { ...one, level, remedy };
  });
  return views.toSorted((a, b) => WARNING_LEVELS.indexOf(b.level) - WARNING_LEVELS.indexOf(a.level));
}
