import type { Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { readPassphrase } from '../passphrase.ts';
import { line } from '../view/block.ts';
import { NODE_CREDENTIAL } from './node-credential.ts';
import { runDaemon } from './offline.ts';

/**
 * Runs the daemon in this process, until it is told to stop. It writes its log to standard error, and says
 * when it is ready on standard output, once.
 */
export async function* start(context: Context): AsyncGenerator<Outcome> {
  const home = context.places.home ?? context.places.defaultHome;
  // The daemon ends in its own way, and lets what is under way finish.
  context.takeSignals();
  const started = Promise.withResolvers<Outcome>();
  const ended = runDaemon({
    home,
    env: context.environment,
    output: process.stderr,
    passphrase: () =>
      readPassphrase(context, {
        question: 'Passphrase of the keys of the node',
        folder: home,
        credential: NODE_CREDENTIAL,
      }),
    onStarted: () => {
      started.resolve({
        document: { ready: true, home, pid: process.pid },
        view: [line(`The node in ${home} is ready. Ctrl-C stops it.`)],
      });
    },
  });
  const first = await Promise.race([started.promise, ended]);
  if (first !== undefined) yield first;
  await ended;
}
