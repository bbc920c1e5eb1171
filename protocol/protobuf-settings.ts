import protobuf from 'protobufjs/minimal.js';

// Evaluated before the generated messages, which read these settings while they load.
// Without Long, 64-bit fields are numbers; what a number can't hold exactly is refused by `shape.ts`.
Object.assign(protobuf.util, { Long: null });
protobuf.configure();

// An unknown field is dropped, so that the payload differs from its re-encoding and is refused.
protobuf.Reader.discardUnknown = true;

// The deepest legal message is a body with records nested four deep: 1 + 4 × (Record, Field, Value, List,
// Value).
const nestingMax = 24;
protobuf.Reader.recursionLimit = nestingMax;
protobuf.util.recursionLimit = nestingMax;
