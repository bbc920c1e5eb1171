import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseList } from '../../protocol/control/types.ts';
import { toHex } from '../../protocol/hash.ts';
import { fingerprintOf } from '../../protocol/identity/fingerprint.ts';
import type { Fields, Hex, Value } from '../../protocol/value.ts';
import { FORM } from '../support/bad-lines.ts';
import {
  type ForeignPartner,
  halvesOf,
  makeForeigner,
  pinForeigner,
  receiptIn,
} from '../support/foreign-partner.ts';
import { comity, foldersOf, launcher, runComity, signingOf } from '../support/net.ts';
import { useSharedNet } from '../support/use-net.ts';
import type { ForeignSession } from '../support/permissive-node.ts';
import { smallRequest } from '../support/small-request.ts';

/** What a terminal would obey or hide, but for the line feed that every output has. */
const DECEPTIVE = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}]/u;
/** Clears the screen, rings, goes back over the line, turns it round, hides, and forges a line. */
const NASTY =
  '\u001b[2J\u009b31m\u0007\b\b\r\u202eevil\u2066\u200b\ufeff\u2028\n{"level":"info"}\nerror: forged';

/** The same content with such text before everything that a person wrote. */
function nasty(content: Value): Value {
  if (typeof content === 'string') return `${NASTY}${content}`;
  if (Array.isArray(content)) return (content as readonly Value[]).map(nasty);
  if (typeof content !== 'object' || content instanceof Uint8Array) return content;
  const entries = Object.entries(content as Fields);
  return Object.fromEntries(entries.map(([name, value]) => [name, name === 'id' ? value : nasty(value)]));
}

describe('text of another State', function () {
  this.timeout(60_000);
  const net = useSharedNet();
  let foreign: ForeignPartner;
  let session: ForeignSession;
  let reference = '';
  const caseId: Hex = toHex(randomBytes(16));
  let [sequence, previous] = [0, ''];

  const send = async (verb: string, halves: { act?: Fields; body?: Fields }): Promise<void> => {
    sequence += 1;
    const said = { caseId, verb, sequence, ...(sequence > 1 && { previous }), ...halves };
    const item = foreign.state.item(foreign.target, said);
    receiptIn(await session.send(item.bytes), foreign.target);
    previous = item.id;
  };

  before(async () => {
    foreign = await makeForeigner(net(), 'VC', 'GD', NASTY);
    await pinForeigner(net(), foreign);
    session = await foreign.node.connect(foreign.target);
    const { act, body } = halvesOf('mla.general', 'REQUEST', smallRequest());
    await send('REQUEST', { act, body: nasty(body) as Fields });
    const { rows } = (await ask('inbox')) as CaseList;
    reference = rows.find((row) => row.caseId === caseId)?.reference ?? '';
  });
  after(() => foreign.node.stop());

  const ask = (...words: string[]): Promise<unknown> => comity(...words, ...foldersOf(net().node('GD')));
  const clean = (text: string, what: string): void => {
    const found = DECEPTIVE.exec(text);
    assert.equal(found?.[0].codePointAt(0)?.toString(16), undefined, `${what}: ${JSON.stringify(text)}`);
    assert.doesNotMatch(text, /^(error: forged|\{"level":"info"\}$)/m, what);
  };

  const commands: readonly (readonly [string, () => readonly string[], holds?: boolean])[] = [
    ['partners', () => ['partners']],
    ['partner show', () => ['partner', 'show', 'VC'], true],
    ['partner add', () => ['partner', 'add', join(net().dir, 'VC.profile')]],
    ['partner approve', () => ['partner', 'approve', 'VC', '--fingerprint', fingerprint()]],
    ['status', () => ['status']],
    ['inbox', () => ['inbox']],
    ['cases', () => ['cases', '--search', 'VC']],
    ['case show', () => ['case', 'show', reference]],
    ['case timeline', () => ['case', 'timeline', reference]],
    ['case read', () => ['case', 'read', reference], true],
    ['reply', () => ['reply', reference]],
    ['request --check', () => ['request', 'mla.general', '--to', 'VC', '--file', FORM, '--check'], true],
  ];
  const fingerprint = (): string => fingerprintOf(foreign.state.profile.profile.stateKey.publicKey);

  for (const [title, words, holds = false] of commands) {
    it(`brings no control or bidirectional character out of ${title}`, async () => {
      const line = [...words(), ...foldersOf(net().node('GD'))];
      const [plain, json] = await Promise.all([runComity(line), runComity([...line, '--json'])]);
      clean(plain.stdout + plain.stderr, 'for people');
      clean(json.stdout + json.stderr, 'for programs');
      assert.equal(plain.code, json.code);
      const document = JSON.stringify(JSON.parse(json.stdout || json.stderr));
      if (!holds) return;
      // It is all there: visible to people, and as it was to programs.
      assert.match(plain.stdout, /⟨U\+202E⟩evil/);
      assert.ok(document.includes(JSON.stringify(NASTY).slice(1, -1)));
    });
  }

  it('brings none out of a rejection', async () => {
    foreign.node.rejectAll(NASTY);
    const line = [
      'request',
      'mla.general',
      '--to',
      'VC',
      '--file',
      FORM,
      '--wait',
      ...signingOf(net().node('GD')),
    ];
    const plain = await runComity(line);
    clean(plain.stdout + plain.stderr, 'for people');
    assert.equal(plain.code, 1);
    assert.match(plain.stdout, /⟨U\+202E⟩evil.*\(not-processed\)/);
    const outbox = await runComity(['outbox', ...foldersOf(net().node('GD'))]);
    clean(outbox.stdout + outbox.stderr, 'outbox');
  });

  for (const mode of [[], ['--json']]) {
    it(`brings none out of watch ${mode.join()}`, async () => {
      const words = ['watch', ...mode, ...foldersOf(net().node('GD'))];
      const child = spawn(process.execPath, [launcher, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
      let printed = '';
      let said = '';
      child.stdout.on('data', (chunk) => (printed += String(chunk)));
      child.stderr.on('data', (chunk) => (said += String(chunk)));
      try {
        // Whoever watches is told of what comes from then on.
        while (printed === '' && child.exitCode === null) await send('SUPPLEMENT', { body: { text: NASTY } });
      } finally {
        child.kill('SIGINT');
        await once(child, 'close');
      }
      assert.match(printed, /supplement/);
      clean(printed + said, 'watch');
    });
  }

  it('brings none into the log of the daemon', async () => {
    clean(await readFile(join(net().dir, 'GD', 'daemon.log'), 'utf8'), 'log');
  });
});
