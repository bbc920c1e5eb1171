/** What a decision on the whole settles where a person is asked for. */
export const DECIDED_PERSONS: readonly string[] = [
  'T-EXT-EXPEDITE',
  'T-EXT-PROVISIONAL',
  'T-EXT-PROSECUTE',
  'T-SAFE-CONDUCT-GRANT',
];
