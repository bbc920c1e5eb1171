import { COUNTS } from '../limits.ts';
import type { comity } from '../protobuf.ts';
import {
  ascending,
  demand,
  digestOut,
  hexIn,
  idOut,
  integerOut,
  listOut,
  numberIn,
  numberOut,
  randomIdOut,
  textIn,
} from '../shape.ts';
import type { Hex } from '../value.ts';

/** Which version of a party's profile a node has. */
export interface ProfileVersion {
  readonly party: string;
  readonly version: number;
  readonly digest: Hex;
}

/** What there is of one epoch of a link. */
export interface LinkState {
  readonly epoch: Hex;
  /** Every number up to here is there. */
  readonly watermark: number;
  /** What is there above it: ascending, with a gap before each. */
  readonly ranges: readonly Range[];
}

export interface Range {
  readonly first: number;
  readonly last: number;
}

/** Ascending by party, each party once. */
export function profileVersionsOut(
  versions: readonly ProfileVersion[],
  where: string,
): comity.ProfileVersion.$Properties[] {
  demand(ascending(versions.map(({ party }) => party)), where, 'must ascend by party');
  return listOut(versions, COUNTS.parties, where, ({ party, version, digest }) => ({
    party: idOut(party, where),
    version: integerOut(version, 1, 0xffff_ffff, where),
    digest: digestOut(digest, where),
  }));
}

export function profileVersionIn(wire: comity.ProfileVersion.$Properties): ProfileVersion {
  return { party: textIn(wire.party), version: numberIn(wire.version), digest: hexIn(wire.digest) };
}

export function linkOut(link: LinkState, where: string): comity.LinkState.$Properties {
  let before = link.watermark;
  for (const { first, last } of link.ranges) {
    demand(first >= before + 2 && last >= first, where, 'must have ascending ranges with gaps between them');
    before = last;
  }
  return {
    epoch: randomIdOut(link.epoch, where),
    watermark: numberOut(link.watermark, where),
    ranges: listOut(link.ranges, COUNTS.ranges, where, ({ first, last }) => ({
      first: numberOut(first, where),
      last: numberOut(last, where),
    })),
  };
}

export function linkIn(wire: comity.LinkState.$Properties): LinkState {
  return {
    epoch: hexIn(wire.epoch),
    watermark: numberIn(wire.watermark),
    ranges: (wire.ranges ?? []).map(({ first, last }) => ({ first: numberIn(first), last: numberIn(last) })),
  };
}
