import type { Text } from './field-spec.ts';

/** The offences established in accordance with a convention: data of its own version (register A-01). */
export interface Catalogue {
  readonly id: string;
  readonly version: string;
  readonly title: Text;
  readonly offences: readonly CatalogueOffence[];
}

export interface CatalogueOffence {
  readonly code: string;
  readonly label: Text;
}
