import assert from 'node:assert/strict';
import type { Desk } from '../../../../protocol/identity/desk.ts';
import { CARICOM } from '../../../../protocol/convention/instruments.ts';
import {
  checkRoute,
  recipientDesks,
  type RouteInput,
  senderDesks,
} from '../../../../protocol/convention/route.ts';
import type { Urgency } from '../../../../protocol/convention/instrument.ts';
import type { Fields } from '../../../../protocol/value.ts';
import { OTHER_TREATY } from '../../../support/other-treaty.ts';
import { aProfile } from '../../../support/profiles.ts';

const [CA] = aProfile('JM').desks;
const desk = (id: string, role: Desk['role'], more: Partial<Desk> = {}): Desk => ({
  ...(CA as Desk),
  id,
  role,
  name: id,
  ...more,
});
const partner = aProfile('JM', {
  desks: [
    desk('police', 'LEA'),
    desk('ca', 'CA'),
    desk('ca-tobago', 'CA', { territory: 'Tobago' }),
    desk('court', 'JUD'),
  ],
});
const own = aProfile('GD', { desks: [desk('ca', 'CA'), desk('police', 'LEA'), desk('dpp', 'COMP')] });

const check = (from: string, to: string, more: Partial<RouteInput> = {}) =>
  checkRoute({
    instrument: CARICOM,
    kind: 'mla.general',
    direction: 'forth',
    from: { profile: own, desk: from },
    to: { profile: partner, desk: to },
    ...more,
  }).map(({ level, paragraph, code }) => `${level} ${paragraph} ${code}`);

describe('routes', () => {
  it('MLA-17: let a request go from central authority to central authority', () => {
    assert.deepEqual(check('ca', 'ca'), []);
  });

  it('MLA-17: block any other recipient, and name the desk that would do', () => {
    assert.deepEqual(check('ca', 'police'), ['BLOCK MLA-17 wrong-recipient-desk']);
    const [problem] = checkRoute({
      instrument: CARICOM,
      kind: 'mla.general',
      direction: 'forth',
      from: { profile: own, desk: 'ca' },
      to: { profile: partner, desk: 'court' },
    });
    assert.equal(problem?.wayOut, 'Address it to ca.');
  });

  it('MLA-17: block any other sender', () => {
    assert.deepEqual(check('police', 'ca'), ['BLOCK MLA-17 wrong-sender-desk']);
  });

  it('MLA-17: hold for what is answered, as for the request', () => {
    assert.deepEqual(check('ca', 'ca', { direction: 'back' }), []);
    assert.deepEqual(check('dpp', 'ca', { direction: 'back' }), ['BLOCK MLA-17 wrong-sender-desk']);
    assert.deepEqual(check('ca', 'police', { direction: 'back' }), ['BLOCK MLA-17 wrong-recipient-desk']);
  });

  it('MLA-15: send what concerns a region to its own authority, and the rest to the one for the whole', () => {
    assert.deepEqual(check('ca', 'ca-tobago', { scope: 'Tobago' }), []);
    assert.deepEqual(check('ca', 'ca', { scope: 'Tobago' }), ['BLOCK MLA-15 scope-elsewhere']);
    assert.deepEqual(check('ca', 'ca-tobago'), ['BLOCK MLA-15 scope-elsewhere']);
    assert.deepEqual(check('ca', 'ca', { scope: 'Nevis' }), [], 'a region without an authority of its own');
    assert.deepEqual(
      recipientDesks(CARICOM, 'mla.general', partner, 'Tobago').map(({ id }) => id),
      ['ca-tobago'],
    );
  });

  it('SPI-1: let any competent authority give information to any other', () => {
    for (const from of ['ca', 'police', 'dpp']) {
      for (const to of ['ca', 'police', 'court'])
        assert.deepEqual(check(from, to, { kind: 'info.spontaneous' }), []);
    }
  });

  it('block a desk that is not competent for the kind', () => {
    const limited = aProfile('JM', {
      desks: [desk('ca', 'CA', { competence: ['ext.*'] }), desk('ca2', 'CA', { competence: ['mla.*'] })],
    });
    assert.deepEqual(check('ca', 'ca', { to: { profile: limited, desk: 'ca' } }), [
      'BLOCK MLA-17 desk-not-competent',
    ]);
    assert.deepEqual(check('ca', 'ca2', { to: { profile: limited, desk: 'ca2' } }), []);
  });

  it('block desks that do not exist, and partners that have none', () => {
    assert.deepEqual(check('ca', 'nobody'), ['BLOCK MLA-17 unknown-desk']);
    assert.deepEqual(check('nobody', 'ca'), ['BLOCK MLA-17 unknown-desk']);
    const bare = aProfile('JM', { desks: [desk('police', 'LEA')] });
    assert.deepEqual(check('ca', 'police', { to: { profile: bare, desk: 'police' } }), [
      'BLOCK MLA-17 no-recipient-desk',
    ]);
  });

  it('tell which own desks may open a kind', () => {
    assert.deepEqual(
      senderDesks(CARICOM, 'mla.general', own).map(({ id }) => id),
      ['ca'],
    );
    assert.equal(senderDesks(CARICOM, 'info.spontaneous', own).length, 3);
    assert.deepEqual(senderDesks(CARICOM, 'nothing', own), []);
  });

  describe('that a declaration and an urgency open', () => {
    const direct = (declarations: Fields, urgency: Urgency, to = 'court'): readonly string[] =>
      check('ca', to, {
        ...{ instrument: OTHER_TREATY, kind: 'a29.keep' },
        to: { profile: { ...partner, declarations }, desk: to },
        draft: { content: {}, urgency, day: '2026-03-01' },
      });

    it('EMLA-9: are taken where both hold, and owe a copy at the same time', () => {
      assert.deepEqual(direct({ direct: true }, 'emergency'), ['WARN A27-9 copy-owed']);
    });

    it('EMLA-9: are closed otherwise, under their own paragraph', () => {
      assert.deepEqual(direct({ direct: true }, 'routine'), ['BLOCK A27-9 route-not-open']);
      assert.deepEqual(direct({}, 'emergency'), ['BLOCK A27-9 route-not-open']);
      assert.deepEqual(direct({ direct: { value: true, effective_from: '2026-04-01' } }, 'emergency'), [
        'BLOCK A27-9 route-not-open',
      ]);
    });

    it('are never the likeliest way', () => {
      const desks = recipientDesks(OTHER_TREATY, 'a29.keep', { ...partner, declarations: { direct: true } });
      assert.deepEqual(desks, []);
    });

    it('let the answer go back the way that the request came', () => {
      const back = checkRoute({
        ...{ instrument: OTHER_TREATY, kind: 'a29.keep', direction: 'back' },
        from: { profile: partner, desk: 'court' },
        to: { profile: own, desk: 'ca' },
      });
      assert.deepEqual(back, []);
    });
  });
});
