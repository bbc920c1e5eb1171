import { expect } from 'chai';
import fc from 'fast-check';
import type { Facts } from '../../../../protocol/convention/facts.ts';
import { isTrue } from '../../../../protocol/convention/is-true.ts';
import type { Predicate } from '../../../../protocol/convention/predicate.ts';
import type { Fields } from '../../../../protocol/value.ts';

const facts = (given: Partial<Facts> = {}): Facts => ({
  ...{ content: {}, opening: {}, author: 'requesting', day: '2026-03-10', urgency: 'routine' },
  ...{ said: [], dialogs: [], owed: [], caveats: [], conditions: [], links: [], agreed: [], quotes: [] },
  whole: false,
  settles: () => false,
  declared: () => undefined,
  ...given,
});
const holds = (predicate: Predicate, given: Partial<Facts> = {}): boolean => isTrue(predicate, facts(given));
const of = (predicate: Predicate, content: Fields): boolean => holds(predicate, { content });

describe('A rule that is data', () => {
  it('joins, negates, and is empty as logic has it', () => {
    const yes: Predicate = { urgency: ['routine'] };
    expect(holds({ all: [yes, { not: { not: yes } }] })).to.equal(true);
    expect(holds({ any: [{ not: yes }] })).to.equal(false);
    expect([holds({ all: [] }), holds({ any: [] })]).to.deep.equal([true, false]);
  });

  it('reads a field by its value, and looks into records', () => {
    expect(of({ field: 'scope', equals: ['part', 'whole'] }, { scope: 'part' })).to.equal(true);
    expect(of({ field: 'kept.firm', equals: true }, { kept: { firm: true } })).to.equal(true);
    expect(of({ field: 'kept.firm', equals: true }, { kept: ['firm'] })).to.equal(false);
  });

  it('D-17: takes a wording for given that the act says to be in the body', () => {
    expect(of({ given: 'reasons' }, { reasons_given: true })).to.equal(true);
    expect(of({ given: 'reasons' }, { reasons: '' })).to.equal(false);
    expect(of({ given: 'ground.reasons' }, { ground: { reasons_given: true } })).to.equal(true);
  });

  it('asks each entry of a list, and codes as the field value', () => {
    const where: Predicate = { field: 'value', equals: 'b' };
    expect(of({ some: { list: 'codes', where } }, { codes: ['a', 'b'] })).to.equal(true);
    const inner: Predicate = { all: [{ field: 'id', equals: 'x' }, { not: { field: 'kind', equals: 'k' } }] };
    expect(of({ some: { list: 'things', where: inner } }, { kind: 'k', things: [{ id: 'x' }] })).to.equal(
      true,
    );
    expect(of({ some: { list: 'things' } }, { things: [] })).to.equal(false);
  });

  it('asks the opening, and the last of what was said by a side', () => {
    expect(holds({ opening: { field: 'a', equals: 'b' } }, { opening: { a: 'b' } })).to.equal(true);
    const said = [
      { verb: 'HANDOVER', side: 'requested', content: { leg: 'outbound' } },
      { verb: 'HANDOVER', side: 'requesting', content: { leg: 'return' } },
    ] as const;
    const where: Predicate = { field: 'leg', equals: 'outbound' };
    expect(holds({ said: { verb: 'HANDOVER', where } }, { said })).to.equal(false);
    expect(holds({ said: { verb: 'HANDOVER', by: 'requested', where } }, { said })).to.equal(true);
    expect(holds({ said: { verb: ['HANDOVER'], by: 'other', where } }, { said })).to.equal(true);
    expect(holds({ said: { verb: 'TAKEOVER' } }, { said })).to.equal(false);
  });

  it('asks what a side declares, in one value or in a list', () => {
    const declared: Facts['declared'] = (side, field) =>
      side === 'requested' ? { 'x.flag': true, 'x.codes': ['a', 'b'] }[field] : undefined;
    const declares = (by: 'author' | 'other', field: string, equals?: string | boolean): boolean =>
      holds({ declares: { by, field, ...(equals !== undefined && { equals }) } }, { declared });
    expect(declares('other', 'x.flag', true)).to.equal(true);
    expect(declares('other', 'x.codes', 'b')).to.equal(true);
    expect(declares('other', 'x.codes')).to.equal(true);
    expect(declares('author', 'x.flag')).to.equal(false);
  });

  it('asks how a dialog stands', () => {
    const dialogs: Facts['dialogs'] = [
      { dialog: 'consult', purpose: 'costs', is: 'open' },
      { dialog: 'consult', purpose: 'refusal', is: 'moot' },
      { dialog: 'info', is: 'answered' },
    ];
    const stands = (name: string, is: 'open' | 'answered' | 'closed' | 'absent', purpose?: string): boolean =>
      holds({ dialog: { name, is, ...(purpose !== undefined && { purpose }) } }, { dialogs });
    expect(stands('consult', 'open')).to.equal(true);
    expect(stands('consult', 'open', 'refusal')).to.equal(false);
    expect(stands('consult', 'closed', 'refusal')).to.equal(true);
    expect(stands('consult', 'answered', 'refusal')).to.equal(false);
    expect(stands('info', 'answered')).to.equal(true);
    expect(stands('risk', 'absent')).to.equal(true);
  });

  it('counts calendar days between dates of the act, the opening, an earlier act and the act’s own day', () => {
    const days = (from: string, to: string, atLeast: number): boolean =>
      of({ days: { from: { field: 'from' }, to: { field: 'to' }, atLeast } }, { from, to });
    expect(days('2026-03-01', '2026-05-30', 90)).to.equal(true);
    expect(days('2026-03-01', '2026-05-29', 90)).to.equal(false);
    expect(days('2026-03-01T23:59Z', '2026-03-02', 1)).to.equal(true);
    expect(days('soon', '2026-03-02', 0)).to.equal(false);
    const said = [{ verb: 'REPORT', side: 'requested', content: { on: '2026-03-01' } }] as const;
    const fromSaid = { said: { verb: 'REPORT', field: 'on' } };
    expect(holds({ days: { from: fromSaid, to: 'act', atLeast: 9 } }, { said })).to.equal(true);
    expect(holds({ days: { from: fromSaid, to: 'act', atLeast: 10 } }, { said })).to.equal(false);
  });

  it('finds the entries of the opening to which an entry refers', () => {
    const opening = { offences: [{ id: 'o1', code: 'FRAUD' }, { id: 'o2' }] };
    const refers: Predicate = {
      refers: { field: 'offences', list: 'offences', where: { field: 'code', equals: 'FRAUD' } },
    };
    const asked = (content: Fields): boolean => isTrue(refers, facts({ opening }), content);
    expect(asked({ offences: ['o1'] })).to.equal(true);
    expect(asked({ offences: ['o2'] })).to.equal(false);
    expect(asked({}), 'it names none: any').to.equal(true);
  });

  it('knows whether the act names every entry of a list of the opening', () => {
    const opening = { states: [{ id: 's1' }, { id: 's2' }] };
    const covers: Predicate = { covers: { field: 'consents', list: 'states' } };
    const asked = (content: Fields): boolean => isTrue(covers, facts({ opening }), content);
    expect(asked({ consents: ['s2', 's1'] })).to.equal(true);
    expect(asked({ consents: ['s1'] })).to.equal(false);
    expect(asked({})).to.equal(false);
  });

  it('answers for every content, and finds nothing in what only the prototype has', () => {
    const names = ['constructor', '__proto__', 'toString', 'a', 'a.b', 'hasOwnProperty.name'];
    const anyName = fc.constantFrom(...names);
    const anyPredicate = fc.letrec<{ predicate: Predicate }>((tie) => ({
      predicate: fc.oneof(
        { depthSize: 'small' },
        fc.record({ field: anyName, equals: fc.constantFrom('x', true) }),
        fc.record({ given: anyName }),
        anyName.map((list) => ({ some: { list } })),
        fc.tuple(anyName, anyName).map(([field, list]) => ({ refers: { field, list } })),
        anyName.map((field) => ({ days: { from: { field }, to: 'act' as const, atLeast: 0 } })),
        fc.array(tie('predicate'), { maxLength: 3 }).map((all) => ({ all })),
        tie('predicate').map((not) => ({ not })),
        fc.tuple(anyName, tie('predicate')).map(([list, where]) => ({ some: { list, where } })),
      ),
    })).predicate;
    const anyFields = fc.dictionary(fc.constantFrom('a', 'b', 'id'), fc.jsonValue());
    fc.assert(
      fc.property(anyPredicate, anyFields, (predicate, content) => {
        expect(of(predicate, content as Fields)).to.be.a('boolean');
      }),
    );
    for (const name of names) expect(of({ given: name }, {}), name).to.equal(false);
  });
});
