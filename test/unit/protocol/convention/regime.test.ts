import assert from 'node:assert/strict';
import { CARICOM, CARICOM_CATALOGUE } from '../../../../protocol/convention/instruments.ts';
import { resolveRegime } from '../../../../protocol/convention/regime.ts';
import type { Fields } from '../../../../protocol/value.ts';
import { aProfile } from '../../../support/profiles.ts';

const IN_FORCE: Fields = { 'participation.in_force_from': '2025-01-01' };
const at = Date.UTC(2026, 5, 1);
const treaty = (partner: string, more: Fields = {}): Fields => ({
  id: 'T-1996',
  partner,
  subject: 'mutual_legal_assistance',
  form: 'treaty',
  ...more,
});
const resolve = (a: Fields, b: Fields, kind = 'mla.general') => {
  const [own, partner] = [aProfile('GD', { declarations: a }), aProfile('JM', { declarations: b })];
  const both = [
    resolveRegime({ instrument: CARICOM, kind, own, partner, at, catalogue: CARICOM_CATALOGUE }),
    resolveRegime({
      instrument: CARICOM,
      kind,
      own: partner,
      partner: own,
      at,
      catalogue: CARICOM_CATALOGUE,
    }),
  ] as const;
  assert.deepEqual(both[0].regime, both[1].regime, 'both sides find the same');
  return both[0];
};
const codes = (resolved: ReturnType<typeof resolve>) =>
  resolved.problems.map(({ level, paragraph, code }) => `${level} ${paragraph} ${code}`);

describe('the regime of a case', () => {
  it('MLA-7: is that of paragraphs 9 to 29 where no treaty binds the two', () => {
    const resolved = resolve(IN_FORCE, IN_FORCE);
    assert.deepEqual(codes(resolved), []);
    assert.deepEqual(resolved.regime, {
      legalBasis: [{ basis: 'convention', reference: 'caricom-2022' }],
      procedure: 'mla_9_29',
      catalogueVersion: `${CARICOM_CATALOGUE.id}/${CARICOM_CATALOGUE.version}`,
      conventionVersion: CARICOM.version,
    });
  });

  it('ICO-1, EIF-1, EIF-2: is none before the convention is in force for both, and says from when it will be', () => {
    const later = { 'participation.in_force_from': '2026-06-19' };
    const resolved = resolve(IN_FORCE, later);
    assert.equal(resolved.regime, undefined);
    assert.deepEqual(codes(resolved), ['BLOCK EIF-2 in-force-later']);
    assert.match(resolved.problems[0]?.message ?? '', /JM from 2026-06-19/);
    assert.ok(
      resolve(IN_FORCE, { 'participation.in_force_from': '2026-06-01' }).regime,
      'on the day itself it is',
    );
  });

  it('ICO-1, SIGN-3: is none for a State that has not said since when the convention is in force', () => {
    assert.deepEqual(codes(resolve({}, IN_FORCE)), ['BLOCK ICO-1 not-in-force']);
  });

  it('DEN-1: is none for new cases from the day on which a denunciation takes effect', () => {
    const leaving = (day: string) => ({ ...IN_FORCE, 'participation.out_of_force_from': day });
    assert.deepEqual(codes(resolve(IN_FORCE, leaving('2026-06-01'))), ['BLOCK DEN-1 out-of-force']);
    assert.deepEqual(codes(resolve(IN_FORCE, leaving('2026-06-02'))), []);
  });

  it('MLA-7: is the treaty that both profiles name, with a warning where its rules are not there', () => {
    const resolved = resolve(
      { ...IN_FORCE, arrangements: [treaty('JM')] },
      { ...IN_FORCE, arrangements: [treaty('GD')] },
    );
    assert.equal(resolved.regime?.procedure, 'treaty');
    assert.deepEqual(resolved.regime.legalBasis[1], { basis: 'treaty', reference: 'T-1996' });
    assert.deepEqual(codes(resolved), ['WARN MLA-7 treaty-without-pack']);
    const packed = { rule_pack: 'gd-jm-1996' };
    const withPack = resolve(
      { ...IN_FORCE, arrangements: [treaty('JM', packed)] },
      { ...IN_FORCE, arrangements: [treaty('GD', packed)] },
    );
    assert.equal(withPack.regime?.rulePack, 'gd-jm-1996');
    assert.deepEqual(codes(withPack), []);
  });

  it('ICO-1: is the treaty also where the convention is not in force', () => {
    const resolved = resolve({ arrangements: [treaty('JM')] }, { arrangements: [treaty('GD')] });
    assert.deepEqual(resolved.regime?.legalBasis, [{ basis: 'treaty', reference: 'T-1996' }]);
  });

  it('MLA-7: is paragraphs 9 to 29 again where both agreed to put them in the place of the treaty', () => {
    const replaced = (partner: string) => [
      treaty(partner),
      treaty(partner, { id: 'R-2020', form: 'replacement' }),
    ];
    const resolved = resolve(
      { ...IN_FORCE, arrangements: replaced('JM') },
      { ...IN_FORCE, arrangements: replaced('GD') },
    );
    assert.equal(resolved.regime?.procedure, 'treaty_replaced_by_mla_9_29');
  });

  it('D-03: is not the treaty that one profile alone names, and says so to both', () => {
    const resolved = resolve({ ...IN_FORCE, arrangements: [treaty('JM')] }, IN_FORCE);
    assert.equal(resolved.regime?.procedure, 'mla_9_29');
    assert.deepEqual(codes(resolved), ['WARN MLA-7 regimes-differ']);
    assert.deepEqual(resolved.regime.legalBasis.at(-1), { basis: 'claimed', reference: 'T-1996' });
  });

  it('MLA-7: is not a treaty that has run out, or on another subject, or with another State', () => {
    for (const other of [
      { until: '2026-05-31' },
      { from: '2026-06-02' },
      { subject: 'extradition' },
      { partner: 'TT' },
    ]) {
      const resolved = resolve(
        { ...IN_FORCE, arrangements: [treaty('JM', other)] },
        { ...IN_FORCE, arrangements: [treaty('GD', other)] },
      );
      assert.equal(resolved.regime?.procedure, 'mla_9_29', JSON.stringify(other));
    }
  });

  it('SPI-1: is domestic law for information given unasked, whatever treaties there are', () => {
    const resolved = resolve(
      { ...IN_FORCE, arrangements: [treaty('JM')] },
      { ...IN_FORCE, arrangements: [treaty('GD')] },
      'info.spontaneous',
    );
    assert.equal(resolved.regime?.procedure, 'domestic_conditions');
  });

  it('is found in declarations that stand in groups, too', () => {
    const grouped = { participation: { in_force_from: '2025-01-01' } };
    assert.equal(resolve(grouped, grouped).regime?.procedure, 'mla_9_29');
  });

  it('counts a declaration from the day on which it takes effect until it is withdrawn', () => {
    const declared = (effective_from: string, withdrawn_on: string) => ({
      'participation.in_force_from': { value: '2025-01-01', effective_from, withdrawn_on },
    });
    assert.ok(resolve(declared('2026-06-01', '2026-06-02'), IN_FORCE).regime);
    assert.equal(resolve(declared('2026-06-02', '2027-01-01'), IN_FORCE).regime, undefined);
    assert.equal(resolve(declared('2025-01-01', '2026-06-01'), IN_FORCE).regime, undefined);
  });
});
