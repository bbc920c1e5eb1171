import { expect } from 'chai';
import fc from 'fast-check';
import { type Act, actCodec } from '../../../../protocol/item/act.ts';
import { bodyCodec } from '../../../../protocol/item/body.ts';
import { COUNTS, SIZES } from '../../../../protocol/limits.ts';
import { anyCode, anyCodes, anyDigest, anyExtensions, anyFields } from '../../../support/arbitraries.ts';
import { aBody, anAct, anItem, digestOf } from '../../../support/items.ts';
import { refuses } from '../../../support/refuses.ts';
import { edited } from '../../../support/wire-surgery.ts';

const { headerBytes, actBytes, actSalt, authority, officers } = anItem();
const quote = { headerBytes, actBytes, actSalt, authority, officers };

function refusesAct(change: Partial<Act>): void {
  refuses('malformed', () => actCodec.encode({ ...anAct, ...change }));
}

const anyAct = fc.record(
  {
    kind: anyCode,
    verb: anyCode,
    paragraphs: fc.uniqueArray(anyCode, { maxLength: 4 }),
    regime: fc.record(
      {
        legalBasis: fc.array(fc.record({ basis: anyCode, reference: anyCode }, { requiredKeys: ['basis'] }), {
          maxLength: 3,
        }),
        procedure: anyCode,
        rulePack: anyCode,
        catalogueVersion: anyCode,
        conventionVersion: anyCode,
      },
      { requiredKeys: ['legalBasis', 'procedure'] },
    ),
    exercise: fc.boolean(),
    basis: anyDigest,
    content: anyCodes,
    quotes: fc.constantFrom([], [quote]),
    extensions: anyExtensions,
  },
  { requiredKeys: ['kind', 'verb', 'paragraphs', 'exercise', 'content', 'quotes', 'extensions'] },
) as fc.Arbitrary<Act>;

describe('acts', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(anyAct, (act) => {
        expect(actCodec.decode(actCodec.encode(act))).to.deep.equal(act);
      }),
    );
  });

  it('hold codes and nothing that a person could write a sentence in', () => {
    const sentence = 'the person';
    refusesAct({ kind: sentence });
    refusesAct({ verb: '' });
    refusesAct({ paragraphs: [sentence] });
    refusesAct({ content: { reason: sentence } });
    refusesAct({ regime: { legalBasis: [], procedure: sentence } });
    refusesAct({ regime: { legalBasis: [{ basis: sentence }], procedure: 'x' } });
    refusesAct({ regime: { legalBasis: [{ basis: 'x', reference: sentence }], procedure: 'x' } });
    refusesAct({ regime: { legalBasis: [], procedure: 'x', rulePack: 'x'.repeat(65) } });
    refusesAct({ basis: digestOf(1).slice(2) });
  });

  it('bound what they name at n and n + 1', () => {
    const codes = (count: number): string[] => Array.from({ length: count }, (_, index) => `MLA-${index}`);
    const bases = (count: number): Act['regime'] => ({
      legalBasis: codes(count).map((basis) => ({ basis })),
      procedure: 'x',
    });
    actCodec.encode({
      ...anAct,
      paragraphs: codes(COUNTS.paragraphs),
      ...withRegime(bases(COUNTS.legalBases)),
    });
    refusesAct({ paragraphs: codes(COUNTS.paragraphs + 1) });
    refusesAct({ paragraphs: ['MLA-1', 'MLA-1'] });
    refusesAct(withRegime(bases(COUNTS.legalBases + 1)));
  });

  it('quote items of other cases, whole but for their body', () => {
    const short = { ...quote, actBytes: new Uint8Array(1), headerBytes: new Uint8Array(1), officers: [] };
    const quotes = (count: number): Partial<Act> => ({ quotes: Array.from({ length: count }, () => short) });
    actCodec.encode({ ...anAct, ...quotes(COUNTS.quotes) });
    refusesAct(quotes(COUNTS.quotes + 1));
    refusesAct({ quotes: [{ ...short, headerBytes: new Uint8Array() }] });
    refusesAct({ quotes: [{ ...short, actBytes: new Uint8Array() }] });
    refusesAct({ quotes: [{ ...short, actSalt: new Uint8Array(31) }] });
    refusesAct({ quotes: [{ ...short, authority: { ...authority, value: new Uint8Array(63) } }] });
  });

  it('without content, or with a critical extension that is not known, are refused', () => {
    const bytes = actCodec.encode(anAct);
    refuses('malformed', () =>
      actCodec.decode(edited('Act', bytes, (message) => (message['content'] = null))),
    );
    const critical = [{ id: 1, critical: true }];
    const changed = edited('Act', bytes, (message) => (message['extensions'] = critical));
    refuses('critical-extension', () => actCodec.decode(changed));
  });

  it('have at most 16 KiB', () => {
    const padded = (bytes: number): Act => ({
      ...anAct,
      extensions: [{ id: 1, critical: false, bytes: new Uint8Array(bytes) }],
    });
    const overhead = actCodec.encode(padded(16_000)).length - 16_000;
    actCodec.encode(padded(SIZES.actBytesMax - overhead));
    refuses('too-large', () => actCodec.encode(padded(SIZES.actBytesMax - overhead + 1)));
  });
});

function withRegime(regime: Act['regime']): Partial<Act> {
  return regime === undefined ? {} : { regime };
}

describe('bodies', () => {
  it('come back as they were', () => {
    const anyBody = fc.record({ language: anyCode, content: anyFields, extensions: anyExtensions });
    fc.assert(
      fc.property(anyBody, (body) => {
        expect(bodyCodec.decode(bodyCodec.encode(body))).to.deep.equal(body);
      }),
    );
  });

  it('name their language, have content and no critical extension that is not known', () => {
    refuses('malformed', () => bodyCodec.encode({ ...aBody, language: '' }));
    const bytes = bodyCodec.encode(aBody);
    refuses('malformed', () =>
      bodyCodec.decode(edited('Body', bytes, (message) => (message['content'] = null))),
    );
    const critical = [{ id: 1, critical: true }];
    const changed = edited('Body', bytes, (message) => (message['extensions'] = critical));
    refuses('critical-extension', () => bodyCodec.decode(changed));
  });

  it('have at most 256 KiB', () => {
    const padded = (characters: number): Uint8Array =>
      bodyCodec.encode({ ...aBody, content: { text: 'x'.repeat(characters) } });
    const overhead = padded(250_000).length - 250_000;
    expect(padded(SIZES.bodyBytesMax - overhead).length).to.equal(SIZES.bodyBytesMax);
    refuses('too-large', () => padded(SIZES.bodyBytesMax - overhead + 1));
  });
});
