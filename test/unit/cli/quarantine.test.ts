import { expect } from 'chai';
import { logIn, runCommandLine } from '../../support/command-line.ts';
import { useStubDaemons } from '../../support/stub-daemon.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const itemId = '4f'.repeat(32);
const row = {
  itemId,
  caseId: 'ab'.repeat(16),
  partner: 'JM',
  at: '2026-11-23T18:36:50.000Z',
  why: 'TypeError in fold.ts:12',
};

describe('comity quarantine', () => {
  const folder = useTemporaryFolders();
  const startStub = useStubDaemons();

  const run = async (words: string[], replies: Parameters<typeof startStub>[1]) => {
    const officer = await folder();
    const { socketPath, asked } = await startStub(officer, replies);
    logIn(officer, socketPath);
    const told = await runCommandLine([...words, '--officer', officer]);
    return { ...told, asked };
  };

  it('lists what is set aside with who sent it and why, and says what can be done', async () => {
    const { stdout } = await run(['quarantine', 'list'], { 'quarantine.list': { rows: [row] } });
    for (const text of [itemId, 'Jamaica', row.why, 'quarantine release', 'quarantine reject'])
      expect(stdout).to.contain(text);
  });

  it('says so when nothing is set aside', async () => {
    const { stdout } = await run(['quarantine', 'list'], { 'quarantine.list': { rows: [] } });
    expect(stdout).to.contain('Nothing is in quarantine.');
  });

  for (const outcome of ['released', 'rejected'] as const) {
    const verb = outcome === 'released' ? 'release' : 'reject';
    it(`has an item ${outcome}`, async () => {
      const reply = { itemId, outcome };
      const { stdout, asked } = await run(['quarantine', verb, itemId.toUpperCase(), '--json'], {
        [`quarantine.${verb}`]: reply,
      });
      expect(JSON.parse(stdout)).to.deep.equal(reply);
      expect(asked.map(({ url }) => url)).to.deep.equal([`/quarantine/${itemId}/${verb}`]);
    });
  }
});
