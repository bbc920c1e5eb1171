import { expect } from 'chai';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertAsAsked } from '../../../cli/act/assert-as-asked.ts';
import type { AskedAct } from '../../../cli/act/asked-act.ts';
import { placeProblems } from '../../../cli/act/place-problems.ts';
import { readForm } from '../../../cli/act/read-form.ts';
import { parseCommandLine } from '../../../cli/parse.ts';
import { FORMS, type FormName } from '../../../cli/tester/demo/forms.ts';
import { checkContent } from '../../../protocol/convention/content/check-content.ts';
import { parseForm } from '../../../protocol/convention/form/parse-form.ts';
import { CARICOM, CARICOM_CATALOGUE } from '../../../protocol/convention/instruments.ts';
import { fieldsOf } from '../../../protocol/convention/verb-in.ts';
import type { Draft } from '../../../protocol/control/types.ts';
import { ComityError } from '../../../protocol/errors.ts';
import { aDraft, CASE_ID, type Tampering } from '../../support/honest-draft.ts';
import { rejectsWith } from '../../support/rejects-with.ts';
import { anItem } from '../../support/items.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const kind = 'mla.general';
const verb = 'INFO_REQUEST';
const fields = fieldsOf(CARICOM, kind, verb) ?? [];

function asked(parts: Partial<AskedAct> = {}): AskedAct {
  const { content } = parseForm(FORMS['question.yaml']);
  return {
    ...{ kind, verb, partner: 'JM', caseId: CASE_ID, content, language: 'en', exercise: false },
    prepare: { content: {} },
    ...parts,
  };
}

function drafted(tampering: Tampering = {}): Draft {
  return aDraft({ kind, verb, content: asked().content, taken: ['q1'] }, tampering);
}

const { headerBytes, actBytes, actSalt, authority, officers } = anItem();
const aQuote = { headerBytes, actBytes, actSalt, authority, officers };

const expectation = { network: 'test', fields };

describe('what the daemon has prepared', () => {
  it('is signed when it says what was asked, with ids as the node numbers them', () => {
    const { act } = assertAsAsked(drafted(), asked(), expectation);
    expect(act.content['items']).to.deep.equal([{ id: 'q2', needed: true }]);
  });

  const question = { id: 'q2', question: 'Who are you?' };
  const differences: readonly (readonly [title: string, tampered: Tampering, what: RegExp])[] = [
    ['another network', { draft: { network: 'other' } }, /network/],
    ['another recipient', { draft: { recipient: { party: 'TT', authority: 'x' } } }, /recipient/],
    ['another case', { draft: { caseId: 'cd'.repeat(16) } }, /case/],
    ['another kind', { act: { kind: 'mla.emergency' } }, /kind/],
    ['another verb', { act: { verb: 'ACCEPT' } }, /verb/],
    ['an exercise', { act: { exercise: true } }, /exercise/],
    ['another language', { body: { language: 'fr' } }, /language/],
    ['an attachment', { draft: { attachments: ['ef'.repeat(32)] } }, /attachments/],
    ['another wording', { body: { content: { items: [question] } } }, /items\[0\]\.question/],
    ['a code changed', { act: { content: { items: [{ id: 'q2', needed: false }] } } }, /items\[0\]\.needed/],
    [
      'a field too many',
      { act: { content: { items: [{ id: 'q2', needed: true }], reply_by: '2026-12-24' } } },
      /reply_by/,
    ],
    ['a wording of its own', { body: { content: { items: [{ id: 'q2' }], secret: 'x' } } }, /secret|body/],
    ['less', { act: { content: {} }, body: { content: {} } }, /items/],
    [
      'an extension',
      { act: { extensions: [{ id: 1, critical: false, bytes: new Uint8Array(1) }] } },
      /extensions/,
    ],
    ['a quote', { act: { quotes: [aQuote] } }, /quotes/],
  ];
  for (const [title, tampered, what] of differences) {
    it(`is not signed when it has ${title}`, () => {
      expect(() => assertAsAsked(drafted(tampered), asked(), expectation)).to.throw(ComityError, what);
    });
  }
});

describe('a form on the command line', () => {
  const folder = useTemporaryFolders();

  const read = (...options: string[]) => {
    const parsed = parseCommandLine(['reply', 'X', 'accept', ...options]);
    if ('help' in parsed) throw new Error('help was asked for');
    return readForm({ signal: new AbortController().signal }, parsed.input);
  };

  it('takes fields that are set one by one, also within lists, before what the file says', async () => {
    const file = join(await folder(), 'form.yaml');
    writeFileSync(file, 'scope: whole\nitems:\n  - question: old\n');
    const { content } = await read(
      '--file',
      file,
      '--field',
      'items.0.needed=yes',
      'items[1].question=a = b',
      'parts=m1',
      'parts=m2',
    );
    expect(content).to.deep.equal({
      scope: 'whole',
      items: [{ question: 'old', needed: 'yes' }, { question: 'a = b' }],
      parts: ['m1', 'm2'],
    });
  });

  const wrong: readonly (readonly [title: string, options: readonly string[], says: RegExp])[] = [
    ['a file that is not there', ['--file', '/nowhere/form.yaml'], /can't be read: there is no such file/],
    ['a folder', ['--file', '/'], /it is a folder/],
    ['a field without a value', ['--field', 'scope'], /'scope' sets no field/],
    [
      'an entry that leaves a gap',
      ['--field', 'items.2.question=x'],
      /entry 2 of a list comes after entry 0/,
    ],
  ];
  for (const [title, options, says] of wrong) {
    it(`refuses ${title} as wrong usage`, async () => {
      expect((await rejectsWith(read(...options), 'usage')).message).to.match(says);
    });
  }

  it('names file and line of what is no YAML', async () => {
    const file = join(await folder(), 'form.yaml');
    writeFileSync(file, 'a: 1\nb: "open\n');
    expect((await rejectsWith(read('--file', file), 'usage')).message).to.match(/form\.yaml: Line \d+/);
  });

  it('sets no field of every object there is', async () => {
    const { content } = await read('--field', '__proto__.polluted=yes');
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
    expect(Object.keys(content)).to.deep.equal(['__proto__']);
  });
});

describe('a problem with a form', () => {
  const { positions } = parseForm('measures:\n  - code: other\n    description: x\npurpose: y\n');
  const at = (path: string) =>
    placeProblems([{ path, level: 'BLOCK', code: 'missing', message: 'm' }], positions)[0]?.line;

  it('is told with its line, or with that of what lies round it', () => {
    expect(at('measures[0].description')).to.equal(3);
    expect(at('measures[0].holder')).to.equal(2);
    expect(at('purpose')).to.equal(4);
    expect(at('facts_summary')).to.equal(undefined);
    expect(at('')).to.equal(undefined);
  });
});

describe('the forms of the tour', () => {
  const verbs: Readonly<Record<FormName, readonly [kind: string, verb: string]>> = {
    'bank-records.yaml': [kind, 'REQUEST'],
    'question.yaml': [kind, 'INFO_REQUEST'],
    'answer.yaml': [kind, 'INFO_REPLY'],
    'result.yaml': [kind, 'RESULT'],
    'tip.yaml': ['info.spontaneous', 'TRANSMIT'],
  };
  for (const [name, [ofKind, ofVerb]] of Object.entries(verbs)) {
    it(`${name} is what the convention asks for, without a remark`, () => {
      const { content } = parseForm(FORMS[name as FormName]);
      const context = { catalogue: CARICOM_CATALOGUE, authorities: [{ id: 'x', name: 'Central Authority' }] };
      expect(checkContent(fieldsOf(CARICOM, ofKind, ofVerb) ?? [], content, context)).to.deep.equal([]);
    });
  }
});
