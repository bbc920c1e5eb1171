import { COUNTS } from './limits.ts';
import type { comity } from './protobuf.ts';
import { rejection } from './rejection.ts';
import { ascending, demand, integerOut, listOut, numberIn, opaqueIn } from './shape.ts';

/**
 * What a later minor version adds to a message. One that is not known here is kept byte for byte and ignored,
 * unless it is critical. A list of them ascends by id, each id once.
 */
export interface Extension {
  readonly id: number;
  readonly critical: boolean;
  readonly bytes: Uint8Array;
}

/** Extensions that this release knows: none yet. */
const knownIds: ReadonlySet<number> = new Set();

/**
 * @throws ComityError `critical-extension`, before the rest of the message is judged by rules that it may
 * change.
 */
export function admitExtensions(
  extensions: readonly comity.Extension.$Properties[] | null | undefined,
  where: string,
): void {
  assertKnownExtensions(extensionsIn(extensions), where);
}

/** @throws ComityError `critical-extension` */
export function assertKnownExtensions(extensions: readonly Extension[], where: string): void {
  for (const { id, critical } of extensions) {
    if (critical && !knownIds.has(id)) throw rejection('critical-extension', { where, id });
  }
}

export function extensionsOut(
  extensions: readonly Extension[],
  where: string,
): comity.Extension.$Properties[] {
  demand(ascending(extensions.map((extension) => extension.id)), where, 'must ascend by id');
  return listOut(extensions, COUNTS.extensions, where, ({ id, critical, bytes }) => ({
    id: integerOut(id, 1, 0xffff_ffff, where),
    critical,
    bytes,
  }));
}

export function extensionsIn(
  extensions: readonly comity.Extension.$Properties[] | null | undefined,
): Extension[] {
  return (extensions ?? []).map(({ id, critical, bytes }) => ({
    id: numberIn(id),
    critical: critical === true,
    bytes: opaqueIn(bytes),
  }));
}
