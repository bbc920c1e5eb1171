import { expect } from 'chai';
import { EXIT } from '../../../cli/exit-codes.ts';
import { officerPublicKey } from '../../../cli/folder/officer-key.ts';
import { verifySignature } from '../../../protocol/identity/keys.ts';
import { TAGS } from '../../../protocol/ids.ts';
import { openParts } from '../../../protocol/item/parts.ts';
import { officerMessage } from '../../../protocol/item/officer-signature.ts';
import type { FormContent } from '../../../protocol/convention/content/form-value.ts';
import type { Delivery, Draft, Request } from '../../../protocol/control/types.ts';
import { ComityError } from '../../../protocol/errors.ts';
import { logIn, runCommandLine } from '../../support/command-line.ts';
import { aDraft, CASE_ID, type Tampering } from '../../support/honest-draft.ts';
import { enrolled } from '../../support/enrolled-officer.ts';
import { SAMPLE_REPLIES } from '../../support/sample-replies.ts';
import { type Asked, type StubDaemon, type StubReplies, useStubDaemons } from '../../support/stub-daemon.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64url'));

describe('a reply', () => {
  const folder = useTemporaryFolders();
  const startStub = useStubDaemons();
  const itemId = 'ef'.repeat(32);
  const sent = {
    itemId,
    caseId: CASE_ID,
    reference: 'GD/2026/7K4Q-2M9T',
    sequence: 2,
    verb: 'accept',
    delivery: 'queued',
  };
  const delivery = (state: Delivery['delivery']): Delivery => ({ itemId, delivery: state });

  const replies = (given: StubReplies = {}, tampering: Tampering = {}): StubReplies => ({
    'cases.show': { ...SAMPLE_REPLIES['cases.show'], side: 'requested', exercise: false, caseId: CASE_ID },
    'acts.prepare': ({ body }: Asked) => ({
      ...{ problems: [], warnings: [], summary: [{ label: 'sealed under', text: 'MLA-22' }] },
      draft: aDraft(
        { kind: 'mla.general', verb: 'ACCEPT', content: (body as { content: FormContent }).content },
        tampering,
      ),
    }),
    'acts.submit': sent,
    'items.delivery': delivery('relayed'),
    ...given,
  });

  const say = async (given: StubReplies, ...options: string[]) => {
    const { officer, environment } = await enrolled(await folder());
    const stub = await startStub(officer, given);
    logIn(officer, stub.socketPath);
    const argv = ['reply', '7K4Q', 'accept', '--officer', officer, ...options];
    return { officer, stub, ...(await runCommandLine(argv, environment)) };
  };
  const routes = ({ asked }: StubDaemon): string[] => asked.map(({ name }) => name);

  it('is signed with the officer’s key over what was asked, and submitted', async () => {
    const { officer, stub, code, stdout, stderr } = await say(
      replies(),
      '--field',
      'expected_date=2027-03-15',
    );
    expect(code, stderr).to.equal(EXIT.done);
    expect(stdout).to.match(/accept to JM Jamaica: queued/);
    const { signature } = stub.asked.at(-1)?.body as Request<'acts.submit'>['body'];
    const draft = aDraft({ kind: 'mla.general', verb: 'ACCEPT', content: { expected_date: '2027-03-15' } });
    const { keyId, value } = signature;
    const found = { suite: 1, keyId, value: bytes(value) };
    const publicKey = officerPublicKey(officer);
    expect(verifySignature(publicKey, TAGS.signAct, found, ...officerMessage(subjectOf(draft)))).to.equal(
      true,
    );
  });

  it('with --json is one document with the keys that scripts rely on', async () => {
    const { stdout, stderr } = await say(replies(), '--json');
    expect(stderr).to.equal('');
    expect(JSON.parse(stdout)).to.deep.equal(sent);
  });

  it('is not signed when the daemon prepared something else', async () => {
    const { stub, code, stderr } = await say(replies({}, { act: { verb: 'REFUSE' } }));
    expect(code).to.equal(EXIT.failed);
    expect(stderr).to.match(/prepared something else than you asked for \(verb\) — nothing was signed/);
    expect(routes(stub)).not.to.contain('acts.submit');
  });

  it('goes to no other State than the case’s partner', async () => {
    const recipient = { party: 'TT', authority: 'central-authority' };
    const { stub, stderr } = await say(replies({}, { draft: { recipient } }));
    expect(stderr).to.contain('(recipient)');
    expect(routes(stub)).not.to.contain('acts.submit');
  });

  it('that the rules hold back ends with 3 and names every problem with its paragraph and way out', async () => {
    const problems = [
      { path: 'scope', paragraph: 'MLA-3', level: 'BLOCK', code: 'a', message: 'Not this.', wayOut: 'That.' },
      { paragraph: 'MLA-31', level: 'BLOCK', code: 'b', message: 'Consult first.' },
    ];
    const { stub, code, stderr } = await say(
      replies({ 'acts.prepare': { problems, warnings: [], summary: [] } }),
    );
    expect(code).to.equal(EXIT.refused);
    expect(stderr).to.match(/^error: nothing was sent: .* \(MLA-3\)\n/);
    expect(stderr).to.contain('scope: Not this. — That. (MLA-3)').and.to.contain('Consult first. (MLA-31)');
    expect(routes(stub)).not.to.contain('acts.submit');
  });

  it('that wants a warning read names how to go on in spite of it', async () => {
    const problems = [{ level: 'ACK', code: 'costs-open', paragraph: 'MLA-33', message: 'Costs are open.' }];
    const { code, stderr } = await say(replies({ 'acts.prepare': { problems, warnings: [], summary: [] } }));
    expect(code).to.equal(EXIT.refused);
    expect(stderr).to.contain('add --acknowledge costs-open');
  });

  it('with --check sends nothing and opens no key', async () => {
    const warnings = [{ level: 'WARN', code: 'w', message: 'Mind this.' }];
    const prepared = { problems: [], warnings, summary: [] };
    const { stub, code, stdout } = await say(replies({ 'acts.prepare': prepared }), '--check');
    expect(code).to.equal(EXIT.done);
    expect(stdout).to.contain('Nothing keeps this back. Nothing was sent.').and.to.contain('Mind this.');
    expect(routes(stub)).to.deep.equal(['cases.show', 'acts.prepare']);
  });

  it('about a case that has changed ends with 7 and shows what came', async () => {
    const items = [{ itemId, verb: 'withdraw', createdAt: '2026-12-01T11:00:00.000Z' }];
    const changed = new ComityError('case-changed', 'The case has changed since you looked.', {
      details: { items },
    });
    const { code, stderr } = await say(replies({ 'acts.submit': changed }));
    expect(code).to.equal(EXIT.caseChanged);
    expect(stderr)
      .to.match(/has changed since you looked — .*--anyway/)
      .and.to.contain('withdraw');
  });

  describe('after the officer has looked at the case', () => {
    const arrived = (at: string): StubReplies => {
      const [entry] = SAMPLE_REPLIES['cases.timeline'].entries;
      const evidence = [{ level: 'relay', at, by: 'GD' }];
      return { 'cases.timeline': { reference: 'GD/2026/7K4Q-2M9T', entries: [{ ...entry, evidence }] } };
    };
    const lookThenSay = async (given: StubReplies, ...options: string[]) => {
      const { officer, environment } = await enrolled(await folder());
      const shown = given['cases.show'] as object;
      const views = [{ ...shown, foldDigest: 'aa'.repeat(32) }, shown];
      const stub = await startStub(officer, { ...given, 'cases.show': () => views.shift() });
      logIn(officer, stub.socketPath);
      expect((await runCommandLine(['case', 'show', '7K4Q', '--officer', officer])).code).to.equal(EXIT.done);
      const ran = await runCommandLine(
        ['reply', '7K4Q', 'accept', '--officer', officer, ...options],
        environment,
      );
      return { stub, ...ran };
    };

    it('is held back with 7 when the partner has said something since, and shows what', async () => {
      const { stub, code, stderr } = await lookThenSay(replies(arrived('2026-12-01T12:00:01.000Z')));
      expect(code).to.equal(EXIT.caseChanged);
      expect(stderr).to.match(/since you looked: info-request came in — .*--anyway/);
      expect(routes(stub)).not.to.contain('acts.prepare');
    });

    it('goes out when only this side has said something since, or the officer wants it anyway', async () => {
      const before = arrived('2026-12-01T11:59:59.000Z');
      expect((await lookThenSay(replies(before))).code).to.equal(EXIT.done);
      const after = arrived('2026-12-01T12:00:01.000Z');
      expect((await lookThenSay(replies(after), '--anyway')).code).to.equal(EXIT.done);
    });
  });

  it('says --anyway to the daemon, both times', async () => {
    const { stub } = await say(replies(), '--anyway');
    const bodies = stub.asked.filter(({ name }) => name.startsWith('acts.')).map(({ body }) => body);
    for (const body of bodies) expect(body).to.have.property('anyway', true);
  });

  const waits: readonly (readonly [Delivery['delivery'], number])[] = [
    ['relayed', EXIT.done],
    ['queued', EXIT.notDelivered],
    ['rejected', EXIT.failed],
  ];
  for (const [state, exit] of waits) {
    it(`with --wait ends with ${exit} when it is ${state}`, async () => {
      const { stub, code, stdout } = await say(
        replies({ 'items.delivery': delivery(state) }),
        '--wait=7',
        '--json',
      );
      expect(code).to.equal(exit);
      expect(JSON.parse(stdout)).to.deep.equal({ ...sent, delivery: state });
      expect(stub.asked.at(-1)?.url).to.equal(`/items/${itemId}/delivery?waitS=7`);
    });
  }

  it('that waits for a second officer says so', async () => {
    const held = {
      draftId: 'd1',
      caseId: CASE_ID,
      reference: 'GD/2026/7K4Q-2M9T',
      verb: 'accept',
      delivery: 'held',
    };
    const { stub, code, stdout } = await say(replies({ 'acts.submit': held }), '--wait', '--json');
    expect(code).to.equal(EXIT.done);
    expect(JSON.parse(stdout)).to.deep.equal(held);
    expect(routes(stub)).not.to.contain('items.delivery');
  });
});

function subjectOf(draft: Draft) {
  const { network, caseId, recipient, attachments } = draft;
  const parts = openParts({
    actBytes: bytes(draft.actBytes),
    actSalt: bytes(draft.actSalt),
    bodyBytes: bytes(draft.bodyBytes),
    bodySalt: bytes(draft.bodySalt),
  });
  return { network, caseId, recipient, attachments, act: parts.actCommitment, body: parts.bodyCommitment };
}
