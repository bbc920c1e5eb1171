import type { ServerResponse } from 'node:http';
import type { Caller, WatchSource } from '../../protocol/control/handlers.ts';
import { toInstant } from '../../protocol/control/instant.ts';
import type { WatchEvent } from '../../protocol/control/types.ts';
import type { Clock } from '../clock.ts';

/** Silence that a watcher may take for a dead daemon. */
export const HEARTBEAT_MS = 15_000;
/** What may wait for a watcher who does not read: some hundreds of events. */
const WAITING_BYTES_MAX = 128 * 1024;
/** For the last event to leave. */
const FAREWELL_MS = 5000;

export interface WatchOptions {
  readonly caller: Caller;
  readonly source: WatchSource;
  readonly clock: Clock;
  /** Only events of this partner. */
  readonly partner?: string | undefined;
  /** Whether the caller's session still stands: asked before each event and each sign of life. */
  readonly mayWatch: () => boolean;
  /** Aborts when the daemon stops. */
  readonly stopping: AbortSignal;
}

/**
 * Writes events to one watcher until either side ends it. Whoever does not read is told so and dropped:
 * events are not kept, and a slow watcher must not cost the daemon its memory.
 */
export async function streamEvents(response: ServerResponse, options: WatchOptions): Promise<void> {
  const { caller, source, clock, partner, stopping, mayWatch } = options;
  const over = new AbortController();
  const end = (): void => {
    over.abort();
  };
  response.on('close', end).on('error', end);
  stopping.addEventListener('abort', end, { once: true });
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(': welcome\n\n');
  const unsubscribe = source.subscribe(caller, (event) => {
    if (over.signal.aborted || (partner !== undefined && event.partner !== partner)) return;
    if (!mayWatch()) {
      end();
      return;
    }
    response.write(written(event));
    if (response.writableLength <= WAITING_BYTES_MAX) return;
    response.write(written(tooSlow(clock)));
    end();
  });
  try {
    await beat(response, { clock, mayWatch, over: over.signal });
  } finally {
    unsubscribe();
    stopping.removeEventListener('abort', end);
    await farewell(response, clock);
  }
}

function written(event: WatchEvent): string {
  return `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}

function tooSlow(clock: Clock): WatchEvent {
  const message = 'This watcher did not read what it was told, and was dropped: watch again.';
  return { type: 'dropped', at: toInstant(clock.now()), message };
}

interface Beating extends Pick<WatchOptions, 'clock' | 'mayWatch'> {
  readonly over: AbortSignal;
}

async function beat(response: ServerResponse, { clock, mayWatch, over }: Beating): Promise<void> {
  while (!over.aborted && mayWatch()) {
    const woken = await clock.delay(HEARTBEAT_MS, over).then(
      () => true,
      () => false,
    );
    if (woken) response.write(': alive\n\n');
  }
}

async function farewell(response: ServerResponse, clock: Clock): Promise<void> {
  if (response.destroyed) return;
  const left = new AbortController();
  response.end(() => {
    left.abort();
  });
  response.once('close', () => {
    left.abort();
  });
  await clock.delay(FAREWELL_MS, left.signal).catch(() => undefined);
  response.destroy();
}
