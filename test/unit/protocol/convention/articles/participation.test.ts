import { expect } from 'chai';
import { CARICOM, CARICOM_CATALOGUE } from '../../../../../protocol/convention/instruments.ts';
import { declaredRecords, declaredValue } from '../../../../../protocol/convention/partner/party-profile.ts';
import {
  checkDeclarations,
  completeDeclarations,
} from '../../../../../protocol/convention/profile-fields.ts';
import { resolveRegime } from '../../../../../protocol/convention/regime.ts';
import type { Language } from '../../../../../protocol/convention/field-spec.ts';
import type { Fields } from '../../../../../protocol/value.ts';
import { filledIn } from '../../../../support/articles.ts';
import { T0 } from '../../../../support/case-writer.ts';
import { CENTRAL } from '../../../../support/party-officers.ts';
import { aProfile } from '../../../../support/profiles.ts';
import { useTwoParties } from '../../../../support/two-parties.ts';

const PARTY: Fields = { 'participation.in_force_from': '2025-01-01' };
const towards = (declarations: Fields, language: Language = 'en') =>
  resolveRegime({
    ...{ instrument: CARICOM, catalogue: CARICOM_CATALOGUE, kind: 'mla.general', at: T0, language },
    own: aProfile('GD', { declarations: PARTY }),
    partner: aProfile('JM', { declarations }),
  });

describe('Joining the convention, and what is said of oneself', () => {
  const makeParties = useTwoParties();

  it('SIGN-1: a signature alone opens nothing', () => {
    const { regime, problems } = towards({ 'participation.signed_on': '2025-06-01' });
    expect([regime, problems.map(({ level, paragraph }) => `${level} ${paragraph}`)]).to.deep.equal([
      undefined,
      ['BLOCK ICO-1'],
    ]);
  });

  it('SIGN-5: who acceded is a party as the others are', () => {
    const acceded = { ...PARTY, 'participation.instrument': 'accession' };
    expect(checkDeclarations(acceded)).to.deep.equal([]);
    expect(towards(acceded).regime?.legalBasis.map(({ basis }) => basis)).to.deep.equal(['convention']);
  });

  it('DEP-2: a French officer reads French under the same paragraph', () => {
    const [en, fr] = (['en', 'fr'] as const).map((language) => towards({}, language).problems[0]);
    expect(fr?.paragraph).to.equal(en?.paragraph);
    expect(fr?.code).to.equal(en?.code);
    expect(fr?.message).not.to.equal(en?.message);
  });

  it('PRE-7: a case names the version of the catalogue of offences that it goes by', () => {
    const version = towards(PARTY).regime?.catalogueVersion;
    expect(version).to.equal(`${CARICOM_CATALOGUE.id}/${CARICOM_CATALOGUE.version}`);
  });

  it('SOC-2: the profile tells where the public may report, also without a name', () => {
    const said = { public_reporting: { body: 'Cyber desk', address: '1 Bay Street', anonymous: 'yes' } };
    expect(checkDeclarations(said)).to.deep.equal([]);
    const declarations = completeDeclarations(said);
    expect(declaredValue({ declarations }, 'public_reporting.anonymous', '2026-03-01')).to.equal(true);
  });

  it('PRIV-1: the profile is a directory of service providers, with their addresses', () => {
    const declarations = { service_providers: [{ name: 'Harbour Net', address: '2 Bay Street' }] };
    expect(checkDeclarations(declarations)).to.deep.equal([]);
    expect(declaredRecords({ declarations }, 'service_providers', '2026-03-01')).to.deep.equal(
      declarations.service_providers,
    );
  });

  it('IMPL-1: the profile lists the measures that a State has taken', () => {
    const measure = (title: string) => ({ title, date: '2026-01-01', link: 'https://laws.example' });
    const declarations = { implementing_measures: [measure('Act 1'), measure('Act 2')] };
    expect(checkDeclarations(declarations)).to.deep.equal([]);
    expect(declaredRecords({ declarations }, 'implementing_measures', '2026-03-01')).to.have.length(2);
  });

  it('PRE-9, PRE-10: a node with no officer at it receives a request, and decides nothing', async () => {
    for (const [kind, role] of [
      ['mla.general', 'CA'],
      ['data.preserve', 'POC'],
      ['le.inquiry', 'LEA'],
      ['sit.technique', 'CA'],
    ] as const) {
      const { gd, jm, exchange } = await makeParties({}, { role });
      const content = filledIn(kind);
      const { reference } = await gd.say(
        { kind, to: 'JM', toDesk: CENTRAL, content, language: 'en' },
        { anyway: true },
      );
      await exchange();
      const { status, dialogs } = await jm.cases.show(jm.officer, reference);
      expect([status, dialogs, jm.sent], kind).to.deep.equal(['received', [], []]);
    }
  });
});
