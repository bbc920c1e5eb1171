import { run } from '../../cli/run.ts';
import { writeSession } from '../../cli/folder/session.ts';
import type { SessionView } from '../../protocol/control/types.ts';

/** How a command line ended, and what it printed. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The time at which command lines run in tests: 1 December 2026, noon UTC. */
const NOW = Date.UTC(2026, 11, 1, 12);

/** Runs a command line in this process, with nobody at the terminal; with `columns`, somebody who reads. */
export async function runCommandLine(
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  columns?: number,
): Promise<Ran> {
  const out = { stdout: '', stderr: '' };
  const sink = (name: keyof typeof out) => ({
    ...(columns !== undefined && { isTTY: true, columns }),
    write(text: string, done: () => void): boolean {
      out[name] += text;
      done();
      return true;
    },
  });
  const code = await run(argv, {
    stdout: sink('stdout'),
    stderr: sink('stderr'),
    interactive: false,
    environment,
    homeFolder: '/nowhere',
    now: () => NOW,
    signal: new AbortController().signal,
    takeSignals: () => undefined,
  });
  return { code, ...out };
}

export const aSession: SessionView = {
  name: 'Jane Doe',
  roles: ['officer'],
  desks: ['central-authority'],
  fingerprint: 'AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH',
  enrolled: true,
  addedAt: '2026-11-01T00:00:00.000Z',
  keyId: 'ab'.repeat(32),
  state: 'GD',
  stateName: 'Grenada',
  network: 'test',
  peerId: '12D3KooWstub',
  expiresAt: '2026-12-01T20:00:00.000Z',
  certificates: [
    {
      certificateId: 'cd'.repeat(32),
      desk: 'central-authority',
      until: '2027-11-01T00:00:00.000Z',
      certificate: '',
    },
  ],
};

/** An officer's folder with an open session at this socket. */
export function logIn(officer: string, socketPath: string, parts: Partial<SessionView> = {}): void {
  writeSession(officer, { socketPath, token: 'token', session: { ...aSession, ...parts } });
}
