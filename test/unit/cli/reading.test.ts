import { expect } from 'chai';
import { Value } from 'typebox/value';
import { EXIT } from '../../../cli/exit-codes.ts';
import { CARICOM } from '../../../protocol/convention/caricom/caricom.ts';
import { SCHEMAS, type RouteSchemas } from '../../../protocol/control/schemas.ts';
import { logIn, runCommandLine } from '../../support/command-line.ts';
import { SAMPLE_REPLIES } from '../../support/sample-replies.ts';
import { useStubDaemons } from '../../support/stub-daemon.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

type Sampled = keyof typeof SAMPLE_REPLIES;

const COMMANDS: Readonly<Record<string, Sampled>> = {
  whoami: 'whoami',
  status: 'status',
  'profile show': 'profile.show',
  partners: 'partners.list',
  'partner show JM': 'partners.show',
  'partner ping JM': 'partners.ping',
  officers: 'officers.list',
  kinds: 'kinds.list',
  'convention MLA-14': 'convention.show',
  inbox: 'inbox.list',
  outbox: 'outbox.list',
  cases: 'cases.list',
  'case show 7K4Q': 'cases.show',
  'case timeline 7K4Q': 'cases.timeline',
  'reply 7K4Q': 'cases.replies',
  drafts: 'drafts.list',
  'audit list': 'audit.list',
  'audit verify': 'audit.verify',
};

/** Texts that a partner may have written, or a daemon that is not what it was. */
const NASTY = 'x\u202e\u001b[2J\u200b\r\u0007\u2028';

function poisoned(value: unknown): unknown {
  if (typeof value === 'string') return value + NASTY;
  if (Array.isArray(value)) return value.map(poisoned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, poisoned(inner)]));
}

const HIDDEN = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

describe('a command that reads', () => {
  const folder = useTemporaryFolders();
  const startStub = useStubDaemons();

  for (const [command, route] of Object.entries(COMMANDS)) {
    it(`prints in --json what the daemon says and nothing else: ${command}`, async () => {
      const officer = await folder();
      const reply = SAMPLE_REPLIES[route];
      const schemas: RouteSchemas = SCHEMAS[route];
      expect(Value.Check(schemas.reply, reply), JSON.stringify(Value.Errors(schemas.reply, reply))).to.equal(
        true,
      );
      const stub = await startStub(officer, { [route]: reply });
      logIn(officer, stub.socketPath);
      const ran = await runCommandLine([...command.split(' '), '--json', '--officer', officer]);
      expect(ran.stderr).to.equal('');
      expect(ran.code).to.equal(EXIT.done);
      expect(ran.stdout.trimEnd().split('\n')).to.have.lengthOf(1);
      expect(JSON.parse(ran.stdout)).to.deep.equal(reply);
      expect(stub.asked.map(({ authorization }) => authorization)).to.deep.equal(['Bearer token']);
    });

    it(`lets nothing through that a terminal would obey or hide: ${command}`, async () => {
      const officer = await folder();
      const reply = { ...(poisoned(SAMPLE_REPLIES[route]) as object), ...closedWords(SAMPLE_REPLIES[route]) };
      const stub = await startStub(officer, { [route]: reply });
      logIn(officer, stub.socketPath);
      for (const json of [[], ['--json']]) {
        const ran = await runCommandLine([...command.split(' '), ...json, '--officer', officer]);
        expect(HIDDEN.exec(ran.stdout + ran.stderr)).to.equal(null);
        expect(ran.stderr).not.to.contain('fault');
      }
    });
  }

  it('shows the letter of an item to people, with line breaks and labels', async () => {
    const officer = await folder();
    const replies = {
      'cases.timeline': SAMPLE_REPLIES['cases.timeline'],
      'items.open': SAMPLE_REPLIES['items.open'],
    };
    const stub = await startStub(officer, replies);
    logIn(officer, stub.socketPath);
    const ran = await runCommandLine(['case', 'read', '7K4Q', '--officer', officer]);
    expect(ran.stdout).to.contain('Question:\n    Which\n    account?');
    expect(ran.stdout).to.contain('a.pdf (application/pdf, 1 bytes, still coming)');
    expect(stub.asked.map(({ url }) => url)).to.deep.equal([
      '/cases/7K4Q/timeline',
      `/items/${'ab'.repeat(32)}/open`,
    ]);
  });

  it('says for people whose turn it is and what is due when', async () => {
    const officer = await folder();
    const stub = await startStub(officer, { 'cases.show': SAMPLE_REPLIES['cases.show'] });
    logIn(officer, stub.socketPath);
    const { stdout } = await runCommandLine(['case', 'show', '7K4Q', '--officer', officer]);
    expect(stdout).to.match(/partner +JM Jamaica/);
    expect(stdout).to.match(/we are +the requesting side/);
    expect(stdout).to.match(/waits for +JM/);
    expect(stdout).to.match(/Execute as soon as possible +MLA-29 +28 Feb 2027, \d\d:00 \(in 89 days\)/);
    expect(stdout).to.contain('does not conform to MLA-28');
  });

  it('says in words in which phase of its kind a case is, alone and in a list', async () => {
    const officer = await folder();
    const held = { kind: 'data.preserve', phase: 'held_pending_decision' };
    const [row] = SAMPLE_REPLIES['cases.list'].rows;
    const stub = await startStub(officer, {
      'cases.show': { ...SAMPLE_REPLIES['cases.show'], ...held },
      'cases.list': { rows: [{ ...row, ...held }] },
    });
    logIn(officer, stub.socketPath);
    const title = CARICOM.overlays?.['preservation']?.phases['held_pending_decision']?.title.en ?? '?';
    for (const command of [['case', 'show', '7K4Q'], ['cases']]) {
      const { stdout } = await runCommandLine([...command, '--officer', officer]);
      expect(stdout.replaceAll(/\s+/g, ' ')).to.contain(title.split(' ')[0]);
    }
    const { stdout } = await runCommandLine(['case', 'show', '7K4Q', '--officer', officer]);
    expect(stdout).to.contain(`, ${title}`);
  });

  it('names who owes something first where no question is open', async () => {
    const officer = await folder();
    const view = SAMPLE_REPLIES['cases.show'];
    const late = view.obligations.map((duty) => ({ ...duty, dueAt: '2027-03-30T12:00:00.000Z' }));
    const first = {
      ...view.obligations[0],
      dueAt: '2026-12-05T12:00:00.000Z',
      timer: 'T-ACK',
      paragraph: 'MLA-15',
      debtor: 'requesting',
    };
    const settled = { ...first, timer: 'T-SPEEDY', dueAt: '2026-11-01T12:00:00.000Z', state: 'discharged' };
    const reply = { ...view, waitingOn: 'nobody', obligations: [...late, settled, first] };
    const stub = await startStub(officer, { 'cases.show': reply });
    logIn(officer, stub.socketPath);
    const { stdout } = await runCommandLine(['case', 'show', '7K4Q', '--officer', officer]);
    expect(stdout).to.match(/waits for +us: Acknowledge the request \(MLA-15\)/);
  });

  it('names in a list who owes what first where no question is open', async () => {
    const officer = await folder();
    const [row] = SAMPLE_REPLIES['cases.list'].rows;
    const stub = await startStub(officer, { 'cases.list': { rows: [{ ...row, waitingOn: 'nobody' }] } });
    logIn(officer, stub.socketPath);
    const { stdout } = await runCommandLine(['cases', '--officer', officer]);
    expect(stdout).to.match(/us: Acknowledge the request \(MLA-15\)/);
  });

  it('names in a list whose it is what is due first, where another has to speak', async () => {
    const officer = await folder();
    const [row] = SAMPLE_REPLIES['cases.list'].rows;
    let differing: object = {};
    const stub = await startStub(officer, { 'cases.list': () => ({ rows: [{ ...row, ...differing }] }) });
    logIn(officer, stub.socketPath);
    const printed = async (parts: object): Promise<string> => {
      differing = parts;
      return (await runCommandLine(['cases', '--officer', officer])).stdout;
    };
    expect(await printed({ waitingOn: 'requesting' })).to.match(/ JM +us: 28 Feb 2027/);
    expect(await printed({ waitingOn: 'requesting', side: 'requesting' })).to.match(/ us +JM: 28 Feb 2027/);
    expect(await printed({ waitingOn: 'requested' })).to.match(/ us +28 Feb 2027/);
    expect(await printed({ waitingOn: 'nobody' })).to.match(/\(MLA-15\) +28 Feb 2027/);
  });

  it('names in the record the officers and States that did something', async () => {
    const officer = await folder();
    const rows = SAMPLE_REPLIES['audit.list'].rows.flatMap((row) => [
      row,
      { position: 2, at: row.at, type: 'item.received', actor: 'JM', withheld: false },
    ]);
    const stub = await startStub(officer, { 'audit.list': { rows } });
    logIn(officer, stub.socketPath);
    const { stdout } = await runCommandLine(['audit', 'list', '--officer', officer]);
    expect(stdout)
      .to.match(/item\.sent .* Jane Doe\n/)
      .and.to.match(/item\.received .* JM Jamaica\n/);
  });

  it('tells in the status a partner who is suspended from one who is off line', async () => {
    const officer = await folder();
    const { partners, ...status } = SAMPLE_REPLIES.status;
    const reply = { ...status, partners: partners.map((partner) => ({ ...partner, suspended: true })) };
    const stub = await startStub(officer, { status: reply });
    logIn(officer, stub.socketPath);
    const { stdout } = await runCommandLine(['status', '--officer', officer]);
    expect(stdout).to.match(/^JM Jamaica +suspended/m);
    expect(stdout).not.to.contain('off line');
  });

  it('goes on until its page is full or the list is at its end', async () => {
    const officer = await folder();
    const [row] = SAMPLE_REPLIES['cases.list'].rows;
    const pages = [
      { rows: [], next: 'a' },
      { rows: [row], next: 'b' },
      { rows: [row, row], next: 'c' },
    ];
    const stub = await startStub(officer, {
      'cases.list': () => pages[stub.asked.length - 1] ?? { rows: [] },
    });
    logIn(officer, stub.socketPath);
    const list = async (...options: string[]) => {
      const words = ['cases', '--json', '--partner', 'JM', ...options, '--officer', officer];
      const ran = await runCommandLine(words);
      return JSON.parse(ran.stdout) as { readonly rows: readonly unknown[]; readonly next?: string };
    };
    expect(await list('--limit', '3')).to.deep.equal({ rows: [row, row, row], next: 'c' });
    expect(stub.asked.map(({ url }) => url.split('?')[1])).to.deep.equal([
      'partner=JM&limit=3',
      'partner=JM&limit=3&after=a',
      'partner=JM&limit=2&after=b',
    ]);
    expect(await list()).to.deep.equal({ rows: [] });
  });

  it('does not go on where the daemon stands still', async () => {
    const officer = await folder();
    const stub = await startStub(officer, { 'cases.list': { rows: [], next: 'a' } });
    logIn(officer, stub.socketPath);
    const { stdout } = await runCommandLine(['cases', '--json', '--officer', officer]);
    expect(JSON.parse(stdout)).to.deep.equal({ rows: [], next: 'a' });
  });

  it('watches events as lines until the daemon ends the stream', async () => {
    const officer = await folder();
    const event = {
      type: 'item',
      at: '2026-11-30T12:00:00.000Z',
      reference: `GD/2026/X${NASTY}`,
      partner: 'JM',
      from: 'JM',
      verb: 'request',
    };
    const stream = `data: ${JSON.stringify(event)}\n\n: alive\n\ndata: ${JSON.stringify({ ...event, urgency: 'emergency' })}\n\n`;
    const stub = await startStub(officer, { watch: stream });
    logIn(officer, stub.socketPath);
    const json = await runCommandLine(['watch', '--json', '--officer', officer]);
    expect(
      json.stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).to.deep.equal([event, { ...event, urgency: 'emergency' }]);
    const people = await runCommandLine(['watch', '--officer', officer]);
    expect(people.stdout).to.match(/EMERGENCY GD\/2026\/X.*: request from JM Jamaica/);
    expect(HIDDEN.exec(people.stdout)).to.equal(null);
  });
});

/** Words of a closed list are looked up, and are never somebody's text. */
function closedWords(sample: object): object {
  const closed = ['status', 'urgency', 'waitingOn', 'side', 'expiresAt'];
  const own = Object.entries(sample).filter(([key]) => closed.includes(key));
  const rows = 'rows' in sample && Array.isArray(sample.rows) ? (sample.rows as readonly object[]) : [];
  return {
    ...Object.fromEntries(own),
    ...(rows.length > 0 && {
      rows: rows.map((row) => ({ ...(poisoned(row) as object), ...closedWords(row) })),
    }),
  };
}
