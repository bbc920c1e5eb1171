import { expect } from 'chai';
import { type Asker, fillForm } from '../../../cli/act/fill-form.ts';
import { checkContent } from '../../../protocol/convention/content/check-content.ts';
import type { FormContent } from '../../../protocol/convention/content/form-value.ts';
import { CARICOM } from '../../../protocol/convention/instruments.ts';
import { fieldsOf } from '../../../protocol/convention/verb-in.ts';

type Answers = Readonly<Record<string, string | readonly string[] | number>>;

/** Answers by place; a number says how many entries a list has. What is not there is left out. */
function asker(answers: Answers) {
  const asked: string[] = [];
  const flaws: string[] = [];
  let at = '';
  const said = (): string => String(answers[at] ?? '');
  const ask: Asker = {
    explain: (_, place) => {
      at = place;
      asked.push(place);
      return Promise.resolve();
    },
    text: (_, flaw) => {
      const wrong = flaw(said());
      if (wrong !== undefined) flaws.push(`${at}: ${wrong}`);
      return Promise.resolve(said());
    },
    choice: () => Promise.resolve(said()),
    several: () => Promise.resolve((answers[at] ?? []) as readonly string[]),
    yesOrNo: () => Promise.resolve(said()),
    oneMore: (field, count) => Promise.resolve(count < Number(answers[`#${field.name}`] ?? 0)),
  };
  return { ask, asked, flaws };
}

describe('a form that is asked for field by field', () => {
  const fields = fieldsOf(CARICOM, 'info.spontaneous', 'TRANSMIT') ?? [];
  const answers: Answers = {
    belief: ['helps_inquiries'],
    subject: 'Accounts',
    information: 'What we know.',
    '#restrictions': 1,
    'restrictions[0].type': 'use',
    'restrictions[0].text': 'For inquiries only.',
    'restrictions[0].permitted_purposes': 'investigation; prosecution',
  };

  it('is what the convention asks for when its questions are answered', async () => {
    const { ask, flaws } = asker(answers);
    const content = await fillForm(fields, { ask, onAnswer: () => undefined });
    expect(flaws).to.deep.equal([]);
    expect(content).to.deep.equal({
      belief: ['helps_inquiries'],
      subject: 'Accounts',
      information: 'What we know.',
      restrictions: [
        { type: 'use', text: 'For inquiries only.', permitted_purposes: ['investigation', 'prosecution'] },
      ],
    });
    expect(checkContent(fields, content).filter(({ level }) => level === 'BLOCK')).to.deep.equal([]);
  });

  it('keeps all that was said after every answer, also within lists', async () => {
    const kept: FormContent[] = [];
    await fillForm(fields, { ask: asker(answers).ask, onAnswer: (content) => kept.push(content) });
    expect(kept[0]).to.deep.equal({ belief: ['helps_inquiries'] });
    expect(kept).to.deep.include({
      ...{ belief: ['helps_inquiries'], subject: 'Accounts', information: 'What we know.' },
      restrictions: [{ type: 'use' }],
    });
  });

  it('says at once what is wrong with an answer', async () => {
    const { ask, flaws } = asker({ ...answers, subject: '', 'restrictions[0].until': 'soon' });
    await fillForm(fields, { ask, onAnswer: () => undefined });
    expect(flaws).to.have.lengthOf(2);
    expect(flaws[0]).to.equal('subject: needed (SPI-1)');
    expect(flaws[1]).to.match(/^restrictions\[0\]\.until: .*date/);
  });

  it('asks only for what applies, and never for what the node fills in', async () => {
    const { ask, asked } = asker({ '#measures': 0, 'measures[0].code': 'service_of_documents' });
    await fillForm(fieldsOf(CARICOM, 'mla.general', 'REQUEST') ?? [], { ask, onAnswer: () => undefined });
    expect(asked).to.include('measures[0].addressee').and.not.to.include('measures[0].holder');
    expect(asked.filter((place) => place.endsWith('.id'))).to.deep.equal([]);
  });
});
