import { expect } from 'chai';
import fc from 'fast-check';
import { codesOnly, fieldsOut } from '../../../protocol/fields.ts';
import { COUNTS } from '../../../protocol/limits.ts';
import { actCodec } from '../../../protocol/item/act.ts';
import { bodyCodec } from '../../../protocol/item/body.ts';
import { comity } from '../../../protocol/protobuf.ts';
import type { Fields, Value } from '../../../protocol/value.ts';
import { anyCodes, anyFields } from '../../support/arbitraries.ts';
import { anAct } from '../../support/items.ts';
import { refuses } from '../../support/refuses.ts';
import { delimited, join } from '../../support/wire-surgery.ts';

function bodyWith(content: Fields): Uint8Array {
  return bodyCodec.encode({ language: 'en', content, extensions: [] });
}

/** A body whose content is this record, as its bytes say. */
function bodyAround(record: Uint8Array): Uint8Array {
  return join([delimited(1, Buffer.from('en')), delimited(2, record)]);
}

function field(name: string | Uint8Array, value: Uint8Array): Uint8Array {
  return delimited(1, join([delimited(1, Buffer.from(name)), delimited(2, value)]));
}

const text = (content: string | Uint8Array): Uint8Array => delimited(1, Buffer.from(content));
const integer = (...zigzag: number[]): Uint8Array => Uint8Array.of(16, ...zigzag);

function nested(depth: number): Fields {
  return depth === 1 ? { leaf: 'x' } : { inner: nested(depth - 1) };
}

function many(count: number): Fields {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, index]));
}

describe('fields', () => {
  it('come back as they were, whatever they hold', () => {
    fc.assert(
      fc.property(anyFields, (content) => {
        expect(bodyCodec.decode(bodyWith(content)).content).to.deep.equal(content);
      }),
    );
  });

  it('are written in the order of their names, whatever order they were made in', () => {
    const forward = bodyWith({ a: 1, 'a.b': 2, ab: 3, B: { y: 1, x: 2 } });
    const backward = bodyWith({ B: { x: 2, y: 1 }, ab: 3, 'a.b': 2, a: 1 });
    expect(forward).to.deep.equal(backward);
    expect(Object.keys(bodyCodec.decode(forward).content)).to.deep.equal(['B', 'a', 'a.b', 'ab']);
  });

  it('that are unsorted, or come twice, are refused', () => {
    const [a, b] = [field('a', text('1')), field('b', text('2'))];
    expect(bodyCodec.decode(bodyAround(join([a, b]))).content).to.deep.equal({ a: '1', b: '2' });
    for (const record of [join([b, a]), join([a, a]), join([a, field('a', text('2'))])]) {
      refuses('malformed', () => bodyCodec.decode(bodyAround(record)));
    }
  });

  it('have names that begin with a letter, so that no object stumbles over them', () => {
    const long = 'n'.repeat(COUNTS.fieldNameCharacters);
    expect(bodyCodec.decode(bodyWith({ [long]: 1, constructor: 2 })).content).to.deep.equal({
      [long]: 1,
      constructor: 2,
    });
    for (const name of ['', '1', '__proto__', 'with space', 'ü', `${long}n`, '-']) {
      refuses('malformed', () => bodyWith(Object.fromEntries([[name, 1]])));
      refuses('malformed', () => bodyCodec.decode(bodyAround(field(name, text('x')))));
    }
  });

  it('have a value each, of exactly one kind', () => {
    const bare = delimited(1, delimited(1, Buffer.from('a')));
    const both = field('a', join([text('1'), integer(2)]));
    for (const record of [bare, field('a', new Uint8Array()), both]) {
      refuses('malformed', () => bodyCodec.decode(bodyAround(record)));
    }
  });

  it('nest four records deep, and no fifth', () => {
    const deepest = nested(COUNTS.recordDepth);
    expect(bodyCodec.decode(bodyWith(deepest)).content).to.deep.equal(deepest);
    refuses('malformed', () => bodyWith(nested(COUNTS.recordDepth + 1)));
    const tooDeep = comity.Record.encode({ fields: [] });
    let record = new Uint8Array(tooDeep.finish());
    for (let depth = 0; depth < 3000; depth += 1) record = new Uint8Array(field('a', delimited(6, record)));
    refuses('malformed', () => bodyCodec.decode(bodyAround(record)));
  });

  it('hold lists of values, but no list in a list', () => {
    const lists: Fields = { empty: [], mixed: ['a', 1, true, { a: [1] }] };
    expect(bodyCodec.decode(bodyWith(lists)).content).to.deep.equal(lists);
    refuses('malformed', () => bodyWith({ a: [[1]] }));
  });

  it('are bounded at n and n + 1: fields, entries of a list, values in all', () => {
    bodyWith(many(COUNTS.fields));
    refuses('malformed', () => bodyWith(many(COUNTS.fields + 1)));
    const list = (length: number): Value => Array.from({ length }, () => true);
    bodyWith({ a: list(COUNTS.listEntries) });
    refuses('malformed', () => bodyWith({ a: list(COUNTS.listEntries + 1) }));
    const lists = COUNTS.values / (COUNTS.listEntries + 1);
    const full = Object.fromEntries(
      Array.from({ length: Math.floor(lists) }, (_, index) => [`f${index}`, list(COUNTS.listEntries)]),
    );
    const left = COUNTS.values - Math.floor(lists) * (COUNTS.listEntries + 1) - 1;
    expect(bodyCodec.decode(bodyWith({ ...full, rest: list(left) })).content).to.have.property('rest');
    refuses('malformed', () => bodyWith({ ...full, rest: list(left + 1) }));
  });

  it('hold whole numbers that are safe in every language, in their one encoding', () => {
    const ends: Fields = { a: Number.MAX_SAFE_INTEGER, b: Number.MIN_SAFE_INTEGER, c: 0, d: -1 };
    expect(bodyCodec.decode(bodyWith(ends)).content).to.deep.equal(ends);
    for (const number of [0.5, 2 ** 53, -(2 ** 53), Number.NaN, Infinity]) {
      refuses('malformed', () => bodyWith({ a: number }));
    }
    const unsafe = integer(0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x20);
    const beyond = integer(255, 255, 255, 255, 255, 255, 255, 255, 255, 1);
    const stray = integer(255, 255, 255, 255, 255, 255, 255, 255, 255, 127);
    for (const value of [unsafe, beyond, stray, integer(0x80, 0), Uint8Array.of(24, 2)]) {
      refuses('malformed', () => bodyCodec.decode(bodyAround(field('a', value))));
    }
  });

  it('hold well-formed text only', () => {
    for (const lone of ['\ud800', 'a\udc00b', '\ud800\ud800']) {
      refuses('malformed', () => bodyWith({ a: lone }));
    }
    for (const bytes of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x82]]) {
      refuses('malformed', () => bodyCodec.decode(bodyAround(field('a', text(Uint8Array.from(bytes))))));
      const long = Uint8Array.from([...Buffer.alloc(100, 'x'), ...bytes]);
      refuses('malformed', () => bodyCodec.decode(bodyAround(field('a', text(long)))));
    }
    const mark = '\ufeffBOM';
    expect(bodyCodec.decode(bodyWith({ mark })).content).to.deep.equal({ mark });
  });

  it('in an act are codes, numbers, ids and digests', () => {
    fc.assert(
      fc.property(anyCodes, (content) => {
        codesOnly(content);
        expect(actCodec.decode(actCodec.encode({ ...anAct, content })).content).to.deep.equal(content);
      }),
    );
    const sentence = 'Please help';
    const wrong: Value[] = [sentence, '', 'ü', 'a\n', 'x'.repeat(65), new Uint8Array(31), new Uint8Array(0)];
    for (const value of [...wrong, ...wrong.map((bad) => [bad]), { inner: { deep: sentence } }]) {
      refuses('malformed', () => {
        codesOnly({ a: value });
      });
      fieldsOut({ a: value }, 'body');
    }
  });

  it('are refused without their content being told', () => {
    const { where, why } = refuses('malformed', () => {
      codesOnly({ a: 'secret words' });
    });
    expect(`${String(where)} ${String(why)}`).to.not.include('secret');
  });
});
