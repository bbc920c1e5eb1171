import assert from 'node:assert/strict';
import type { Profile } from '../../../../protocol/identity/profile.ts';
import { digestOfInstrument } from '../../../../protocol/convention/digest.ts';
import { CARICOM } from '../../../../protocol/convention/instruments.ts';
import { checkBeforeSending, type PresendInput } from '../../../../protocol/convention/presend.ts';
import type { Fields } from '../../../../protocol/value.ts';
import { OTHER_TREATY } from '../../../support/other-treaty.ts';
import { aProfile } from '../../../support/profiles.ts';

const instruments = [{ id: CARICOM.id, version: CARICOM.version, digest: digestOfInstrument(CARICOM) }];
const partnerThat = (declarations: Fields, more: Partial<Profile> = {}): Profile =>
  aProfile('JM', { instruments, declarations, ...more });
const acceptance = {
  languages: ['en', 'fr'],
  itemBytesMax: 1000,
  attachmentBytesMax: 5000,
  channels: ['node'],
};
const request: PresendInput = {
  instrument: CARICOM,
  kind: 'mla.general',
  verb: 'REQUEST',
  urgency: 'routine',
  content: {},
  bodyLanguage: 'en',
  channel: 'node',
  itemBytes: 1000,
  attachmentBytes: [],
  fulfilled: [],
  own: aProfile('GD'),
  partner: partnerThat({}, { acceptance }),
  at: Date.UTC(2026, 5, 1),
};
const check = (more: Partial<PresendInput>) =>
  checkBeforeSending({ ...request, ...more }).map(
    ({ level, paragraph, code }) => `${level} ${paragraph} ${code}`,
  );

describe('checks against the partner’s profile', () => {
  it('find nothing against what the partner takes', () => {
    assert.deepEqual(check({}), []);
  });

  it('ICO-1: block an instrument that the partner does not work with', () => {
    assert.deepEqual(check({ partner: partnerThat({}, { acceptance, instruments: [] }) }), [
      'BLOCK ICO-1 instrument-unknown',
    ]);
  });

  it('MLA-18: block a request in a language that the partner does not accept', () => {
    assert.deepEqual(check({ bodyLanguage: 'es' }), ['BLOCK MLA-18 language-not-accepted']);
    assert.deepEqual(check({ bodyLanguage: 'en-GB' }), []);
  });

  it('MLA-18: are content with a translation into one that it accepts', () => {
    assert.deepEqual(
      check({ bodyLanguage: 'es', content: { translations: [{ id: 't1', language: 'fr' }] } }),
      [],
    );
  });

  it('MLA-18: ask for a reason in an emergency, and warn in answers', () => {
    assert.deepEqual(check({ bodyLanguage: 'es', urgency: 'emergency' }), [
      'ACK MLA-18 language-not-accepted',
    ]);
    assert.deepEqual(check({ bodyLanguage: 'es', verb: 'RESULT' }), ['WARN MLA-18 language-not-accepted']);
    assert.deepEqual(check({ bodyLanguage: 'es', kind: 'info.spontaneous', verb: 'TRANSMIT' }), [
      'WARN MLA-18 language-not-accepted',
    ]);
  });

  it('MLA-18: go by the declaration for the kind, before the general list', () => {
    const declared = {
      'languages.accepted': [
        { language: 'es', kinds: ['mla.*'] },
        { language: 'pt', emergency_only: true },
      ],
    };
    const partner = partnerThat(declared, { acceptance });
    assert.deepEqual(check({ partner, bodyLanguage: 'es' }), []);
    assert.deepEqual(check({ partner, bodyLanguage: 'pt' }), ['BLOCK MLA-18 language-not-accepted']);
    assert.deepEqual(check({ partner, bodyLanguage: 'pt', urgency: 'emergency' }), []);
  });

  it('MLA-18: warn where a partner has declared no language', () => {
    const partner = partnerThat({}, { acceptance: { ...acceptance, languages: [] } });
    assert.deepEqual(check({ partner }), ['WARN MLA-18 languages-not-declared']);
  });

  it('MLA-17: block what a partner wants by the diplomatic channel alone', () => {
    const partner = partnerThat({ 'mla.diplomatic_channel': 'required' }, { acceptance });
    assert.deepEqual(check({ partner }), ['BLOCK MLA-17 diplomatic-required']);
    assert.deepEqual(check({ partner, verb: 'STATUS_QUERY' }), ['BLOCK MLA-17 diplomatic-required']);
    assert.deepEqual(check({ partner, channel: 'diplomatic' }), []);
    assert.deepEqual(check({ partner, kind: 'info.spontaneous', verb: 'TRANSMIT' }), []);
  });

  it('MLA-18, 19: allow an oral request as the partner takes them', () => {
    const spoken = (oral: string | undefined, more: Partial<PresendInput> = {}) => {
      const declared = oral === undefined ? {} : { 'mla.oral_requests': oral };
      return check({
        ...{ verb: 'OFFCHANNEL_NOTE', notesOpening: true, content: { medium: 'oral', said_by: 'us' } },
        ...{ partner: partnerThat(declared, { acceptance }), ...more },
      });
    };
    assert.deepEqual(spoken('yes'), []);
    assert.deepEqual(spoken('no', { urgency: 'urgent' }), ['BLOCK MLA-19 oral-not-taken']);
    assert.deepEqual(spoken('urgent_only'), ['BLOCK MLA-18 oral-not-urgent']);
    assert.deepEqual(spoken('urgent_only', { urgency: 'urgent' }), []);
    assert.deepEqual(spoken(undefined), ['WARN MLA-18 oral-not-declared']);
    assert.deepEqual(spoken('no', { content: { medium: 'oral', said_by: 'them' } }), []);
    assert.deepEqual(spoken('no', { notesOpening: false }), []);
  });

  it('EPROD-6: go by what is declared of emergency production where that is asked for by word of mouth', () => {
    const spoken = (declarations: Fields): readonly string[] =>
      check({
        ...{ kind: 'data.emergency_production', verb: 'OFFCHANNEL_NOTE', urgency: 'emergency' },
        ...{ notesOpening: true, content: { medium: 'oral', said_by: 'us' } },
        partner: partnerThat(declarations, { acceptance }),
      });
    const no = { 'mla.oral_requests': 'yes', 'emergency_production.oral_requests': 'no' };
    assert.deepEqual(spoken(no), ['BLOCK EPROD-6 oral-not-taken']);
    assert.deepEqual(spoken({ 'emergency_production.oral_requests': 'yes' }), []);
    assert.deepEqual(spoken({ 'mla.oral_requests': 'yes' }), ['WARN EPROD-6 oral-not-declared']);
  });

  it('MLA-17: allow INTERPOL in urgency and by agreement alone', () => {
    const agreed = partnerThat(
      { 'mla.interpol_channel': 'standing_agreement', 'mla.interpol_partners': ['GD'] },
      { acceptance },
    );
    assert.deepEqual(check({ channel: 'interpol', partner: agreed }), ['BLOCK MLA-17 interpol-not-urgent']);
    assert.deepEqual(check({ channel: 'interpol', partner: agreed, urgency: 'urgent' }), []);
    assert.deepEqual(check({ channel: 'interpol', urgency: 'urgent' }), ['BLOCK MLA-17 interpol-not-agreed']);
  });

  it('let through as many bytes as the partner takes, and not one more', () => {
    assert.deepEqual(check({ itemBytes: 1001 }), ['BLOCK  too-large-for-partner']);
    assert.deepEqual(check({ attachmentBytes: [5000, 5001] }), ['BLOCK  attachment-too-large']);
  });

  it('MLA-19: block what lacks a security requirement of the partner', () => {
    const required = [{ requirement: 'countersignature', kinds: ['mla.*'] }];
    const partner = partnerThat({ 'intake.security_requirements': required }, { acceptance });
    assert.deepEqual(check({ partner }), ['BLOCK MLA-19 security-requirement']);
    assert.deepEqual(check({ partner, fulfilled: ['countersignature'] }), []);
    assert.deepEqual(check({ partner, verb: 'WITHDRAW' }), []);
  });

  it('MLA-11: warn of a missing statement where the partner helps with nothing without it', () => {
    const width = (value: string) => partnerThat({ 'mla.without_dual_criminality': value }, { acceptance });
    const content = (code: string): Fields => ({ measures: [{ id: 'm1', code }] });
    const search = content('search_seizure_freezing');
    const serve = content('service_of_documents');
    const warned = ['WARN MLA-11 dual-criminality-expected'];
    assert.deepEqual(check({ partner: width('all'), content: search }), []);
    assert.deepEqual(check({ partner: width('none'), content: serve }), warned);
    assert.deepEqual(check({ partner: width('non_coercive'), content: serve }), []);
    assert.deepEqual(check({ partner: width('non_coercive'), content: search }), warned);
    const stated = { ...search, dual_criminality_statement: 'Both.' };
    assert.deepEqual(check({ partner: width('none'), content: stated }), []);
    const listed = partnerThat(
      {
        'mla.without_dual_criminality': 'listed_measures',
        'mla.without_dual_criminality_measures': ['service_of_documents'],
      },
      { acceptance },
    );
    assert.deepEqual(check({ partner: listed, content: serve }), []);
    assert.deepEqual(check({ partner: listed, content: search }), warned);
  });

  it('MLA-33: show what the partner says about costs', () => {
    const partner = partnerThat({ 'mla.costs_note': 'Forensics are billed.' }, { acceptance });
    const [problem] = checkBeforeSending({ ...request, partner, language: 'fr' });
    assert.match(problem?.message ?? '', /^JM indique au sujet des frais : Forensics are billed\.$/);
  });

  it('SIGN-4: block what an organization has no competence for', () => {
    const organization = (matter: string) =>
      partnerThat({ competence: [{ matter }] }, { acceptance, kind: 'regional_organization' });
    assert.deepEqual(check({ partner: organization('ext.*') }), ['BLOCK SIGN-4 outside-competence']);
    assert.deepEqual(check({ partner: organization('mla.*') }), []);
  });

  it('MLA-19: ask for a reason when a request is turned away for a requirement that the own profile does not have', () => {
    const reject = (declarations: Fields) =>
      check({
        verb: 'INTAKE_REJECT',
        content: { reason: 'security_level', requirement: 'countersignature' },
        own: aProfile('GD', { declarations }),
      });
    assert.deepEqual(reject({}), ['ACK MLA-19 requirement-not-declared']);
    assert.deepEqual(reject({ 'intake.security_requirements': [{ requirement: 'countersignature' }] }), []);
  });

  it('D-06: block turning away for the channel where the own State has not required the diplomatic one', () => {
    const reject = (value: string) =>
      check({
        verb: 'INTAKE_REJECT',
        content: { reason: 'channel' },
        own: aProfile('GD', { declarations: { 'mla.diplomatic_channel': value } }),
      });
    assert.deepEqual(reject('accepted'), ['BLOCK MLA-17 channel-not-declared']);
    assert.deepEqual(reject('required'), []);
  });

  it('ICO-1: block turning away as no party where the convention is in force for both', () => {
    const inForce = { 'participation.in_force_from': '2025-01-01' };
    const reject = (declarations: Fields) =>
      check({
        verb: 'INTAKE_REJECT',
        content: { reason: 'not_party' },
        own: aProfile('GD', { declarations: inForce }),
        partner: partnerThat(declarations, { acceptance }),
      });
    assert.deepEqual(reject(inForce), ['BLOCK ICO-1 in-force-after-all']);
    assert.deepEqual(reject({}), []);
  });

  it('warn of a profile that has expired, and send all the same', () => {
    assert.deepEqual(check({ partner: partnerThat({}, { acceptance, validUntil: request.at - 1 }) }), [
      'WARN  profile-expired',
    ]);
  });

  it('ask a draft what its kind asks of the whole form and of both profiles', () => {
    const digest = digestOfInstrument(OTHER_TREATY);
    const { id, version } = OTHER_TREATY;
    const draft = (content: Fields, declarations: Fields): readonly string[] =>
      check({
        ...{ instrument: OTHER_TREATY, kind: 'a29.keep', content },
        partner: partnerThat(declarations, { acceptance, instruments: [{ id, version, digest }] }),
      });
    assert.deepEqual(draft({}, { reservation: true }), ['WARN A29-4 reservation-ahead']);
    assert.deepEqual(draft({ offence: 'fraud, in words' }, { reservation: true }), []);
    assert.deepEqual(draft({}, {}), []);
  });
});
