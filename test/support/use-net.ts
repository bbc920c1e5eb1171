import { COMMAND_MS, type Net, netUp } from './net.ts';

let shared: Promise<Net> | undefined;

/**
 * To be called in a `describe`: Grenada and Jamaica, the same daemons for all files that use them. Who uses
 * them ends none of them, and goes by own cases and own partners only.
 */
export function useSharedNet(): () => Net {
  return using(() => (shared ??= netUp('GD', 'JM')));
}

/** To be called in a `describe`: a network of its own for all of its tests. */
export function useNet(...states: readonly string[]): () => Net {
  let net: Net | undefined;
  const get = using(async () => (net = await netUp(...states)));
  after(async function () {
    this.timeout(COMMAND_MS);
    await net?.down();
  });
  return get;
}

function using(open: () => Promise<Net>): () => Net {
  let net: Net | undefined;
  before(async function () {
    this.timeout(COMMAND_MS);
    net = await open();
  });
  return () => {
    if (net === undefined) throw new Error('the network is used before the tests run');
    return net;
  };
}

after(async function () {
  this.timeout(COMMAND_MS);
  await (await shared?.catch(() => undefined))?.down();
});
