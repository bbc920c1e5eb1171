import protobuf from 'protobufjs/minimal.js';

/**
 * How often a protobuf reader has been asked for something: what decoding costs, whatever the machine. Times
 * of a busy machine say nothing of a decoder.
 */
let reads = 0;

const ASKED = ['uint32', 'int32', 'uint64', 'int64', 'bool', 'bytes', 'string', 'skip', 'skipType'] as const;

type Methods = Record<string, (...parts: unknown[]) => unknown>;

for (const name of ASKED) {
  for (const { prototype } of [protobuf.Reader, protobuf.BufferReader]) {
    const methods = prototype as unknown as Methods;
    if (!Object.hasOwn(methods, name)) continue;
    const method = methods[name];
    if (method === undefined) continue;
    methods[name] = function counted(this: unknown, ...parts: unknown[]) {
      reads += 1;
      return method.apply(this, parts);
    };
  }
}

/** From now on: gives how many there have been since. */
export function countReads(): () => number {
  const before = reads;
  return () => reads - before;
}
