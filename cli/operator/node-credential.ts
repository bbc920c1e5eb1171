/** What systemd calls the passphrase of a node's keys. */
export const NODE_CREDENTIAL = 'comity-passphrase';
