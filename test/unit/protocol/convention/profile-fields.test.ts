import assert from 'node:assert/strict';
import {
  checkDeclarations,
  completeDeclarations,
  defaultDeclarations,
  PROFILE_FIELDS,
} from '../../../../protocol/convention/profile-fields.ts';

const codes = (content: Parameters<typeof checkDeclarations>[0]) =>
  checkDeclarations(content).map(({ level, code, path }) => `${level} ${code} ${path}`);

describe('declarations of a profile', () => {
  it('are in order as a new profile has them', () => {
    assert.deepEqual(codes(defaultDeclarations('2026-01-01', ['en', 'fr'])), []);
  });

  it('are named once each, with their source', () => {
    const names = PROFILE_FIELDS.map(({ spec }) => spec.name);
    assert.equal(new Set(names).size, names.length);
    for (const { spec } of PROFILE_FIELDS) assert.match(spec.paragraph, /^[A-Z0-9]+-\d+[a-z]?$/, spec.name);
  });

  it('may stand under their full names or in groups', () => {
    const flat = { 'mla.costs_note': 'x', 'participation.in_force_from': '2026-01-01' };
    const grouped = { mla: { costs_note: 'x' }, participation: { in_force_from: '2026-01-01' } };
    assert.deepEqual(completeDeclarations(grouped), flat);
    assert.deepEqual(codes(grouped), []);
  });

  it('may carry the State’s words, the moment and the depositary’s notice', () => {
    const wrapped = {
      'preservation.dual_criminality_reservation': {
        value: 'yes',
        text: 'We reserve …',
        moment: 'accession',
        effective_from: '2026-01-01',
      },
    };
    assert.deepEqual(codes(wrapped), []);
    assert.equal(
      (completeDeclarations(wrapped)['preservation.dual_criminality_reservation'] as { value: unknown })
        .value,
      true,
    );
  });

  it('are refused under names that there are not, with the nearest that there is', () => {
    const [problem] = checkDeclarations({ 'mla.cost_note': 'x' });
    assert.equal(problem?.level, 'BLOCK');
    assert.match(problem.wayOut ?? '', /mla\.costs_note/);
  });

  it('PRES-7: are refused with a usual period below ninety days', () => {
    assert.deepEqual(codes({ 'preservation.usual_period_days': 90 }), []);
    assert.deepEqual(codes({ 'preservation.usual_period_days': 89 }), [
      'BLOCK out-of-range preservation.usual_period_days',
    ]);
  });

  it('are refused with another choice than the text gives', () => {
    assert.deepEqual(codes({ 'mla.diplomatic_channel': 'maybe' }), [
      'BLOCK unknown-choice mla.diplomatic_channel',
    ]);
  });
});
