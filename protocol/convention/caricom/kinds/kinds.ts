import type { KindSpec } from '../../instrument.ts';
import { INFO_SPONTANEOUS } from './info-spontaneous.ts';
import { MLA_GENERAL } from './mla-general.ts';

/** What a case can be about (register, section 1). */
const ALL: readonly KindSpec[] = [MLA_GENERAL, INFO_SPONTANEOUS];

export const KINDS: Readonly<Record<string, KindSpec>> = Object.fromEntries(
  ALL.map((kind) => [kind.kind, kind]),
);
