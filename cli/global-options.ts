import type { OptionSpec } from './command.ts';

/** Options that every command takes, before or after its name. */
export const GLOBAL_OPTIONS: readonly OptionSpec[] = [
  { name: 'json', summary: 'print one JSON document, or one a line, and nothing else' },
  {
    name: 'officer',
    value: 'DIR',
    summary: "the officer's folder: key, session, drafts",
    default: 'COMITY_OFFICER, or ~/.comity/officer',
  },
  {
    name: 'home',
    value: 'DIR',
    summary: "the node's home: keys, configuration, store",
    default: 'COMITY_HOME, or ~/.comity/node',
  },
  {
    name: 'node',
    value: 'SOCKET',
    summary: "the daemon's control socket",
    default: 'COMITY_SOCKET, or what the home or the last login says',
  },
  {
    name: 'passphrase-file',
    value: 'FILE',
    summary: 'reads the passphrase of a key from the first line of a file',
    default: 'COMITY_PASSPHRASE_FILE, a systemd credential, or a question on the terminal',
  },
];
