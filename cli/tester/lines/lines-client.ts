import { fromDocument } from '../../../protocol/control/errors.ts';
import { ComityError } from '../../../protocol/errors.ts';
import type { Net } from '../net-file.ts';
import { readLinesFile } from './lines-file.ts';
import type { LinesOrder, LineView } from './lines-server.ts';

/** The lines of a network as they are, after they have done what they were told, if anything. */
export async function askLines(
  { dir, lines }: Pick<Net, 'dir' | 'lines'>,
  signal: AbortSignal,
  order?: LinesOrder,
): Promise<readonly LineView[]> {
  if (lines === undefined) {
    throw new ComityError(
      'failed',
      `the States of the network in ${dir} are connected directly — make it without --direct to do that`,
    );
  }
  const file = readLinesFile(dir);
  if (file === undefined) throw down(dir);
  const response = await fetch(`http://127.0.0.1:${file.port}/`, {
    headers: { authorization: `Bearer ${file.token}` },
    signal,
    ...(order && { method: 'POST', body: JSON.stringify(order) }),
  }).catch((cause: unknown) => {
    signal.throwIfAborted();
    throw down(dir, cause);
  });
  const document: unknown = await response.json();
  if (response.ok) return document as LineView[];
  throw fromDocument(document) ?? down(dir);
}

function down(dir: string, cause?: unknown): ComityError {
  return new ComityError(
    'failed',
    `nothing carries the lines of the network in ${dir} — comity net start STATE mends that`,
    { cause },
  );
}
