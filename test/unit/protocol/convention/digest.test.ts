import assert from 'node:assert/strict';
import { canonicalJson, digestOfInstrument } from '../../../../protocol/convention/digest.ts';
import {
  CARICOM,
  CARICOM_CATALOGUE,
  catalogueByDigest,
  currentPins,
  instrumentByDigest,
  instrumentById,
} from '../../../../protocol/convention/instruments.ts';

describe('the digest of an instrument', () => {
  it('finds the instrument and the catalogue that a new case pins', () => {
    const pins = currentPins();
    assert.equal(instrumentByDigest(pins.instrument), CARICOM);
    assert.equal(catalogueByDigest(pins.catalogue), CARICOM_CATALOGUE);
    assert.equal(instrumentById(CARICOM.id, CARICOM.version), CARICOM);
    assert.equal(instrumentByDigest('00'.repeat(32)), undefined);
    assert.equal(instrumentById(CARICOM.id, '99.0.0'), undefined);
  });

  it('does not depend on the order in which the data are written', () => {
    const turned = Object.fromEntries(Object.entries(CARICOM).reverse()) as unknown as typeof CARICOM;
    assert.equal(digestOfInstrument(turned), digestOfInstrument(CARICOM));
  });

  it('stays when a sentence is put better, and changes with a period', () => {
    const digest = digestOfInstrument(CARICOM);
    assert.equal(digestOfInstrument({ ...CARICOM, title: { en: 'Another title' } }), digest);
    const timer = CARICOM.timers['T-EXECUTE'];
    assert.ok(timer);
    const period = { ...timer.period, routine: { amount: 60, unit: 'days' } as const };
    const timers = { ...CARICOM.timers, 'T-EXECUTE': { ...timer, period } };
    assert.notEqual(digestOfInstrument({ ...CARICOM, timers }), digest);
  });

  it('writes names in order, without white space, without what is undefined', () => {
    assert.equal(
      canonicalJson({ b: [1, { d: true, c: 'x' }], a: undefined, '2': null }),
      '{"2":null,"b":[1,{"c":"x","d":true}]}',
    );
  });
});
