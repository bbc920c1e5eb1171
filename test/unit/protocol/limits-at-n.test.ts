import { expect } from 'chai';
import { profileCodec } from '../../../protocol/identity/profile-codec.ts';
import type { Profile } from '../../../protocol/identity/profile.ts';
import { COUNTS } from '../../../protocol/limits.ts';
import { codeOut, idOut, lineOut, textOut } from '../../../protocol/shape.ts';
import { aFullProfile } from '../../support/full-profile.ts';
import { refuses } from '../../support/refuses.ts';

const [desk] = aFullProfile.desks;
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
/** Two letters, different for each of 676 indexes. */
const letters = (index: number): string =>
  String.fromCharCode(97 + Math.floor(index / 26), 97 + (index % 26));

/** Lists of a profile, each with so many entries. */
const LISTS: readonly (readonly [keyof typeof COUNTS, (count: number) => Partial<Profile>])[] = [
  ['names', (count) => ({ names: many(count, (i) => ({ language: letters(i), text: 'Grenada' })) })],
  [
    'languages',
    (count) => ({ desks: [{ ...(desk as Profile['desks'][number]), languages: many(count, letters) }] }),
  ],
  ['languages', (count) => ({ acceptance: { ...aFullProfile.acceptance, languages: many(count, letters) } })],
  [
    'competences',
    (count) => ({
      desks: [{ ...(desk as Profile['desks'][number]), competence: many(count, (i) => `mla.${letters(i)}`) }],
    }),
  ],
  [
    'addresses',
    (count) => ({
      node: { ...aFullProfile.node, addresses: many(count, (i) => `/ip4/192.0.2.${String(i)}/tcp/4710`) },
    }),
  ],
  [
    'instruments',
    (count) => ({
      instruments: many(count, (i) => ({
        ...{ id: `treaty-${letters(i)}`, version: '1.0' },
        digest: i.toString(16).padStart(64, '0'),
      })),
    }),
  ],
  [
    'periods',
    (count) => ({
      periods: many(count, (i) => ({ timer: `timer-${letters(i)}`, amount: 1, unit: 'days' as const })),
    }),
  ],
  ['channels', (count) => ({ acceptance: { ...aFullProfile.acceptance, channels: many(count, letters) } })],
];

describe('limits at n and n + 1', () => {
  for (const [name, withMany] of LISTS) {
    it(`${name} of a profile are ${String(COUNTS[name])} at most: ${Object.keys(withMany(0)).join()}`, () => {
      const full = { ...aFullProfile, ...withMany(COUNTS[name]) };
      expect(profileCodec.decode(profileCodec.encode(full))).to.deep.equal(full);
      refuses('malformed', () => profileCodec.encode({ ...aFullProfile, ...withMany(COUNTS[name] + 1) }));
    });
  }

  const texts = [
    ['idCharacters', idOut, 'P'],
    ['codeCharacters', codeOut, 'a'],
    ['lineCharacters', lineOut, '漢'],
    [
      'sentenceCharacters',
      (text: string, where: string) => textOut(text, COUNTS.sentenceCharacters, where),
      'é',
    ],
  ] as const;
  for (const [name, write, character] of texts) {
    it(`a text of ${name} has ${String(COUNTS[name])} characters at most, and one at least`, () => {
      const text = (length: number): string => character.repeat(length);
      expect([write(text(1), 'x'), write(text(COUNTS[name]), 'x').length]).to.deep.equal([
        character,
        COUNTS[name],
      ]);
      refuses('malformed', () => write(text(COUNTS[name] + 1), 'x'));
      refuses('malformed', () => write('', 'x'));
    });
  }
});
