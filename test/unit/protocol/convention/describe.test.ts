import assert from 'node:assert/strict';
import {
  describeKind,
  describeKinds,
  describeParagraph,
  periodWords,
} from '../../../../protocol/convention/describe.ts';
import { CARICOM } from '../../../../protocol/convention/instruments.ts';
import { languageOf, say } from '../../../../protocol/convention/say.ts';

describe('describing the convention', () => {
  it('lists what can be opened, in the language of the reader', () => {
    const listed = describeKinds(CARICOM, 'fr');
    assert.deepEqual(
      listed.map(({ kind }) => kind),
      Object.keys(CARICOM.kinds),
    );
    assert.deepEqual(
      listed.slice(0, 2).map(({ kind, title, opensWith }) => [kind, title, opensWith]),
      [
        ['mla.general', 'Entraide judiciaire', 'REQUEST'],
        ['info.spontaneous', 'Information spontanée', 'TRANSMIT'],
      ],
    );
  });

  it('tells of a kind its contents, grounds, forbidden grounds and periods', () => {
    const details = describeKind(CARICOM, 'mla.general', 'en');
    assert.ok(details.content.some(({ name, paragraph }) => name === 'purpose' && paragraph === 'MLA-20f'));
    assert.ok(
      details.grounds.some(
        ({ code, title }) => code === 'G-NONCONFORM' && title === 'the request does not conform',
      ),
    );
    assert.ok(
      details.forbidden.some(({ code, paragraph }) => code === 'X-BANK-SECRECY' && paragraph === 'MLA-8'),
    );
    assert.ok(details.timers.some(({ timer }) => timer === 'T-EXECUTE'));
  });

  it('says of every number that the text does not give that it is a default', () => {
    for (const { period, bound } of describeKind(CARICOM, 'mla.general', 'en').timers) {
      assert.match(period, bound === 'number_in_text' ? /days$/ : /our default|names$/);
    }
    const timer = CARICOM.timers['T-STATUS-REPLY'];
    assert.ok(timer);
    assert.equal(
      periodWords(timer, 'fr'),
      'ordinaire 10 jours, urgent 10 jours, urgence absolue 24 heures (valeur par défaut, non celle du texte)',
    );
  });

  it('looks a paragraph up however it is written', () => {
    assert.equal(describeParagraph(CARICOM, 'mla-20F', 'en').code, 'MLA-20f');
    assert.match(describeParagraph(CARICOM, 'MLA-24', 'fr').does ?? '', /consentement/);
    assert.equal(describeParagraph(CARICOM, 'MLA-14', 'en').slip?.anomaly, 'A-02');
  });

  it('knows no others', () => {
    assert.throws(() => describeKind(CARICOM, 'toString', 'en'), /no kind toString/);
    assert.throws(() => describeParagraph(CARICOM, 'MLA-99', 'en'), /no paragraph MLA-99/);
  });

  it('takes the language of a locale, and English where it has no other', () => {
    assert.equal(languageOf('fr_HT.UTF-8'), 'fr');
    assert.equal(languageOf('es'), 'en');
    assert.equal(languageOf(undefined), 'en');
    assert.equal(say({ en: 'one' }, 'fr'), 'one');
  });
});
