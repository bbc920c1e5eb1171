import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../cli/tester/free-port.ts';
import { EXIT } from '../../cli/exit-codes.ts';
import { FORM, REQUEST } from '../support/bad-lines.ts';
import { type DaemonProcess, spawnDaemon } from '../support/daemon.ts';
import { folderDigest } from '../support/folder-digest.ts';
import { comity, foldersOf, runComity, signingOf } from '../support/net.ts';
import { assertRefused, assertRefusedInJson, type Refusal } from '../support/refused.ts';
import { useNet } from '../support/use-net.ts';

const ANY_FINGERPRINT = Array.from({ length: 8 }, () => '7K4Q').join('-');
const { failed, daemonSilent, notPermitted } = EXIT;

describe('homes, daemons and officers that are not as they should be', function () {
  this.timeout(60_000);
  const net = useNet('GD');
  /** A home with two desks, and its officers. */
  let home = '';
  let passphraseFile = '';
  const officers = { operator: '', police: '', stranger: '' };
  const at = (...path: string[]): string => join(net().dir, ...path);
  const passed = (): string[] => ['--passphrase-file', passphraseFile];
  const as = (officer: string): string[] => ['--home', home, '--officer', officer, ...passed()];
  const start = (where: string): string[] => ['start', '--home', where, ...passed()];

  before(async () => {
    [home, passphraseFile] = [at('TT', 'home'), at('passphrase')];
    writeFileSync(passphraseFile, 'a long passphrase\n', { mode: 0o600 });
    officers.operator = at('TT', 'operator');
    officers.police = at('TT', 'police');
    officers.stranger = at('TT', 'stranger');
    const desks = [
      '--desk',
      'central:CA:Central Authority',
      '--desk',
      'police:LEA:Police',
      '--role',
      'officer',
    ];
    await comity(...init('TT', `/ip4/127.0.0.1/tcp/${await freePort()}`), ...desks, ...as(officers.operator));
  });

  const init = (state: string, listen: string): string[] => {
    return ['init', '--state', state, '--name', state, '--network', 'comity-net', '--listen', listen];
  };
  const refuses = async (words: readonly string[], refusal: Refusal): Promise<void> => {
    const ended = runComity(words);
    // Two daemons on one home would be in each other's way.
    if (words[0] === 'start') await ended;
    const [plain, json] = await Promise.all([ended, runComity([...words, '--json'])]);
    assertRefused(plain, refusal);
    assertRefusedInJson(json, refusal);
  };
  const untouched = async (words: readonly string[], refusal: Refusal): Promise<void> => {
    const before = folderDigest(home);
    await refuses(words, refusal);
    assert.equal(folderDigest(home), before);
  };

  it('refuses a second daemon on the same home, and the first goes on', async () => {
    const gd = net().node('GD');
    const words = ['start', '--home', gd.home, '--passphrase-file', join(gd.officer, 'passphrase')];
    await refuses(words, { code: failed, says: [/Another daemon uses this home: stop it first/] });
    await comity('status', ...foldersOf(gd));
  });

  it('refuses a home where there is none', async () => {
    const says = [/There is no node in .*nowhere — make one with: comity init/];
    await refuses(start(at('nowhere')), { code: failed, says });
  });

  it('does not touch a home of a later release', async () => {
    const marker = join(home, 'home.json');
    const text = readFileSync(marker, 'utf8');
    writeFileSync(marker, JSON.stringify({ ...(JSON.parse(text) as object), format: 99 }));
    await untouched(start(home), { code: failed, says: [/later release/] });
    writeFileSync(marker, text);
  });

  it('does not touch a home of which the passphrase is wrong', async () => {
    const words = ['start', '--home', home, '--passphrase-file', FORM];
    await untouched(words, { code: notPermitted, says: [/The passphrase does not open .*keystore\.json/] });
  });

  it('does not make a home where there is one', async () => {
    const words = [...init('LC', '/ip4/127.0.0.1/tcp/1'), ...as(officers.operator)];
    await untouched(words, {
      code: failed,
      says: [/There is something in .* already — name another folder/],
    });
  });

  it('refuses a port that another program has', async () => {
    const { listen } = net().node('GD');
    const [taken = ''] = listen;
    const folders = ['--home', at('LC', 'home'), '--officer', at('LC', 'officer')];
    await comity(...init('LC', taken), ...folders, ...passed());
    await refuses(start(at('LC', 'home')), {
      code: failed,
      says: [new RegExp(`listens at ${taken}: stop it`)],
    });
  });

  it('says that no daemon answers, whatever was asked', async () => {
    const gd = net().node('GD');
    await net().kill('GD');
    const silent: Refusal = {
      code: daemonSilent,
      says: [/start it.*: comity start|start it with comity start/],
    };
    for (const words of [['inbox'], ['partners'], ['login'], ['case', 'show', '7KW'], ['watch']]) {
      await refuses([...words, ...foldersOf(gd)], silent);
    }
    await refuses([...REQUEST, '--file', FORM, ...signingOf(gd)], silent);
    await net().start('GD');
  });

  describe('with its daemon running', () => {
    let daemon: DaemonProcess | undefined;

    before(async () => {
      daemon = spawnDaemon({ home, passphraseFile });
      await daemon.settled;
      await comity('login', ...as(officers.operator));
      const profile = at('GD', 'gd.profile');
      const { fingerprint } = (await comity('profile', 'show', ...foldersOf(net().node('GD')))) as Key;
      await comity('partner', 'add', profile, ...as(officers.operator));
      await comity('partner', 'approve', 'GD', '--fingerprint', fingerprint, ...as(officers.operator));
      const enrolled = (await comity('enrol', ...as(officers.police))) as Key;
      const words = ['officer', 'add', 'constable', '--role', 'officer', '--desk', 'police'];
      await comity(...words, '--fingerprint', enrolled.fingerprint, ...as(officers.operator));
      await comity('login', ...as(officers.police));
      await comity('enrol', ...as(officers.stranger));
    });
    after(async () => {
      daemon?.child.kill('SIGTERM');
      assert.equal(await daemon?.ended, 0);
    });
    const lists = (): Promise<unknown> =>
      Promise.all(
        ['officers', 'cases', 'outbox', 'drafts', 'partners'].map((list) =>
          comity(list, ...as(officers.operator)),
        ),
      );
    const rows: readonly (readonly [string, () => readonly string[], Refusal])[] = [
      [
        'an officer who is not admitted',
        () => ['login', ...as(officers.stranger)],
        { code: notPermitted, says: [/This key is not admitted here.* — ask an operator/] },
      ],
      [
        'an officer who has not logged in',
        () => ['inbox', ...as(officers.stranger)],
        { code: notPermitted, says: [/no session in .* — log in: comity login/] },
      ],
      [
        'an officer who speaks for another desk',
        () => [
          'request',
          'mla.general',
          '--to',
          'GD',
          '--file',
          FORM,
          '--desk',
          'central',
          ...as(officers.police),
        ],
        { code: notPermitted, says: [/You do not act for the desk central — ask an officer of that desk/] },
      ],
      [
        'an officer who does what operators do',
        () => ['partner', 'approve', 'GD', '--fingerprint', ANY_FINGERPRINT, ...as(officers.police)],
        { code: notPermitted, says: [/This needs .*operator.* — an operator gives/] },
      ],
    ];
    for (const [title, words, refusal] of rows) {
      it(`refuses ${title}`, async () => {
        const before = await lists();
        await refuses(words(), refusal);
        assert.deepEqual(await lists(), before);
      });
    }

    it('shows an officer of another desk nothing of a case, nor that it is there', async () => {
      const words = ['request', 'mla.general', '--to', 'GD', '--file', FORM, '--desk', 'central'];
      const { reference } = (await comity(...words, ...as(officers.operator))) as { reference: string };
      const says = [/There is no case of this reference at your desks/];
      for (const command of [['case', 'show'], ['case', 'timeline'], ['case', 'read'], ['reply']]) {
        await refuses([...command, reference, ...as(officers.police)], { code: failed, says });
      }
      assert.deepEqual(await comity('cases', ...as(officers.police)), { rows: [] });
    });
  });
});

interface Key {
  readonly fingerprint: string;
}
