import { homedir } from 'node:os';
import { isatty } from 'node:tty';
import { EXIT } from './exit-codes.ts';
import { run } from './run.ts';

const interruption = new AbortController();
const interrupt = (): void => {
  // The first lets a command end what it has begun, the second does not wait.
  if (interruption.signal.aborted) process.exit(EXIT.interrupted);
  interruption.abort();
};
process.on('SIGINT', interrupt);

// Every write reports its own failure; without a listener the stream would end the process before a command
// has tidied up.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

const code = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  interactive: isatty(0) && isatty(2),
  environment: process.env,
  homeFolder: homedir(),
  now: () => Date.now(),
  signal: interruption.signal,
  takeSignals: () => process.off('SIGINT', interrupt),
});
process.exit(code);
