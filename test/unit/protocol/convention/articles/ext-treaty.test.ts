import { expect } from 'chai';
import { CARICOM } from '../../../../../protocol/convention/instruments.ts';
import { resolveRegime } from '../../../../../protocol/convention/regime.ts';
import { T0 } from '../../../../support/case-writer.ts';
import { aProfile } from '../../../../support/profiles.ts';

const procedureFor = (kind: string, subject: string) => {
  const party = (code: string, partner: string) =>
    aProfile(code, {
      declarations: {
        'participation.in_force_from': '2020-01-01',
        arrangements: [{ id: 'T-1998', partner, subject, form: 'treaty', from: '2000-01-01' }],
      },
    });
  const { regime } = resolveRegime({
    ...{ instrument: CARICOM, kind, at: T0 },
    ...{ own: party('GD', 'JM'), partner: party('JM', 'GD') },
  });
  return [regime?.procedure, regime?.legalBasis.map(({ reference }) => reference)];
};

describe('A treaty that both States name', () => {
  it('EXT-18: governs extradition from then on, beside the Convention', () => {
    expect(procedureFor('ext.extradition', 'extradition')).to.deep.equal([
      'treaty',
      ['caricom-2022', 'T-1998'],
    ]);
    expect(procedureFor('ext.extradition', 'sentenced_persons')).to.deep.equal([
      'article_only',
      ['caricom-2022'],
    ]);
  });

  it('TSP-1: on sentenced persons opens their transfer', () => {
    expect(procedureFor('person.sentenced_transfer', 'sentenced_persons')[0]).to.equal('treaty');
  });
});
