/** A lower-case hexadecimal id or digest: an item id, a case id, a key id, a commitment. */
export type Hex = string;

/** Milliseconds since 1970, UTC. */
export type Time = number;

/** Content whose shape is data of an instrument. In an act every text is a code, a date or an id. */
export type Value = string | number | boolean | Uint8Array | readonly Value[] | Fields;

export interface Fields {
  readonly [name: string]: Value;
}
