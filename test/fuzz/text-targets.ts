import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCommandLine } from '../../cli/parse.ts';
import { readConfig } from '../../node/config/read-config.ts';
import { writeConfig } from '../../node/config/write-config.ts';
import { matchReference } from '../../protocol/case/reference.ts';
import { fromDocument } from '../../protocol/control/errors.ts';
import { checkContent, completeContent, splitContent } from '../../protocol/convention/form.ts';
import { template } from '../../protocol/convention/form/template.ts';
import { parseForm } from '../../protocol/convention/form/parse-form.ts';
import { CARICOM } from '../../protocol/convention/instruments.ts';
import { FORM_SENTENCES } from '../../protocol/convention/sentences/form-sentences.ts';
import { fieldsOf } from '../../protocol/convention/verb-in.ts';
import { parseFingerprint } from '../../protocol/identity/fingerprint.ts';
import { readKeystoreFacts, sealKeystore } from '../../protocol/keystore.ts';
import { visibleText } from '../../protocol/visible-text.ts';
import { JSON_TEXT, TEXT, textOf } from './mutate-text.ts';
import type { Target } from './target.ts';

/** What people and files say in text: forms, configuration, references, command lines, key files. */
const forms = join(import.meta.dirname, '../fixtures/forms');
const written = readdirSync(forms).map((name) => readFileSync(join(forms, name)));
const templates = ['mla.general', 'info.spontaneous'].map((kind) =>
  Buffer.from(template(CARICOM, kind, 'en')),
);
const asked = Object.keys(CARICOM.kinds).flatMap((kind) =>
  ['REQUEST', 'TRANSMIT', 'REFUSE', 'RESULT', 'INFO_REQUEST'].flatMap(
    (verb) => fieldsOf(CARICOM, kind, verb) ?? [],
  ),
);

const configured = { listen: ['/ip4/127.0.0.1/tcp/4710'], log: { level: 'info' }, sessions: { hours: 3 } };

const keystore = { kind: 'node', facts: { node: 'ab'.repeat(32) }, secret: new Uint8Array(64) };
const keystoreText = await sealKeystore(keystore, 'correct horse', (length) => new Uint8Array(length));

const asLine = (...words: readonly string[]): Uint8Array => Buffer.from(words.join('\n'));

export const textTargets: readonly Target[] = [
  {
    name: 'form',
    corpus: [...written, ...templates],
    mutate: TEXT,
    codes: Object.keys(FORM_SENTENCES),
    share: 20,
    take: (input) => {
      const { content } = parseForm(textOf(input));
      const complete = completeContent(asked, content);
      splitContent(asked, complete);
      checkContent(asked, content);
      return undefined;
    },
  },
  {
    name: 'configuration',
    corpus: [writeConfig({}), writeConfig(configured), JSON.stringify(configured)].map((text) =>
      Buffer.from(text),
    ),
    mutate: TEXT,
    codes: ['config-invalid'],
    share: 20,
    take: (input) => {
      readConfig({ file: 'config.yaml', text: textOf(input) });
      return undefined;
    },
  },
  {
    name: 'keystore',
    corpus: [Buffer.from(keystoreText)],
    mutate: JSON_TEXT,
    codes: ['keystore-damaged'],
    take: (input) => {
      readKeystoreFacts(textOf(input));
      return undefined;
    },
  },
  {
    name: 'error document',
    corpus: [Buffer.from(JSON.stringify({ error: { code: 'refused', message: 'No.', details: { a: 1 } } }))],
    mutate: JSON_TEXT,
    take: (input) => {
      let document: unknown;
      try {
        document = JSON.parse(textOf(input));
      } catch {
        return undefined;
      }
      fromDocument(document);
      return undefined;
    },
  },
  {
    name: 'reference',
    corpus: [asLine('GD/2026/7K4Q-2M9T'), asLine('2026/7K4Q'), asLine('7k4q')],
    mutate: TEXT,
    codes: ['reference-unknown', 'reference-ambiguous', 'reference-mistyped'],
    take: (input) => {
      matchReference(textOf(input), ['GD/2026/7K4Q-2M9T', 'JM/2026/7K4R-0000']);
      return undefined;
    },
  },
  {
    name: 'fingerprint',
    corpus: [asLine('AMAY-VFNA-ZBPP-HG0C-CMPC-8DJA-TFVZ-BM9W')],
    mutate: TEXT,
    take: (input) => {
      parseFingerprint(textOf(input));
      return undefined;
    },
  },
  {
    name: 'command line',
    corpus: [
      asLine('request', 'mla.general', '--to', 'JM', '--file', 'x.yaml', '--wait', '5', '--json'),
      asLine('reply', 'GD/2026/7K4Q-2M9T', 'info-request', '--field', 'a=1', 'b=2'),
      asLine('case', 'show', '7K4Q'),
      asLine('help', 'officer'),
    ],
    mutate: TEXT,
    codes: ['usage'],
    share: 20,
    take: (input) => {
      parseCommandLine(textOf(input).split('\n'));
      return undefined;
    },
  },
  {
    name: 'text before a terminal',
    corpus: [asLine('Zoë Ågren', '\u001b[31mred\u001b[0m', '\u202egnp')],
    mutate: TEXT,
    take: (input) => {
      if (/[\p{Cc}\p{Bidi_Control}]/u.test(visibleText(textOf(input)).replaceAll('\n', ''))) {
        throw new TypeError('a control character is left');
      }
      return undefined;
    },
  },
];
