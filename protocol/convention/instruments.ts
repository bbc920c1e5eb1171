import type { Hex } from '../value.ts';
import { CARICOM_CATALOGUE } from './caricom/catalogue.ts';
import { CARICOM } from './caricom/caricom.ts';
import type { Catalogue } from './catalogue.ts';
import { digestOfCatalogue, digestOfInstrument } from './digest.ts';
import type { Instrument } from './instrument.ts';

export { CARICOM } from './caricom/caricom.ts';
export { CARICOM_CATALOGUE } from './caricom/catalogue.ts';

/** Every version ever released: a case folds by the one that its opening pins, to its end. */
export const INSTRUMENTS: readonly Instrument[] = [CARICOM];
const CATALOGUES: readonly Catalogue[] = [CARICOM_CATALOGUE];

const byDigest = <T>(list: readonly T[], digestOf: (entry: T) => Hex): (() => ReadonlyMap<Hex, T>) => {
  let map: ReadonlyMap<Hex, T> | undefined;
  return () => (map ??= new Map(list.map((entry) => [digestOf(entry), entry])));
};

const instruments = byDigest(INSTRUMENTS, digestOfInstrument);
const catalogues = byDigest(CATALOGUES, digestOfCatalogue);

/** The instrument that a header pins; undefined if this software does not know it. */
export function instrumentByDigest(digest: Hex): Instrument | undefined {
  return instruments().get(digest);
}

export function instrumentById(id: string, version: string): Instrument | undefined {
  return INSTRUMENTS.find((instrument) => instrument.id === id && instrument.version === version);
}

export function catalogueByDigest(digest: Hex): Catalogue | undefined {
  return catalogues().get(digest);
}

/** What a new case pins. */
export function currentPins(): { readonly instrument: Hex; readonly catalogue: Hex } {
  pins ??= { instrument: digestOfInstrument(CARICOM), catalogue: digestOfCatalogue(CARICOM_CATALOGUE) };
  return pins;
}

let pins: { readonly instrument: Hex; readonly catalogue: Hex } | undefined;
