import { expect } from 'chai';
import type { Block } from '../../../cli/view/block.ts';
import { render } from '../../../cli/view/render.ts';
import { logIn, runCommandLine } from '../../support/command-line.ts';
import { SAMPLE_REPLIES } from '../../support/sample-replies.ts';
import { useStubDaemons } from '../../support/stub-daemon.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const REFERENCE = 'GD/2026/YDBT-RFAH';
const KIND = 'info.spontaneous';
const WORDS = 'Whatever else there is to say of it';

describe('a column of references, kinds or codes', () => {
  const folder = useTemporaryFolders();
  const startStub = useStubDaemons();

  it('is never broken, however many others there are and however narrow the terminal', () => {
    const rest = Array.from({ length: 6 }, () => WORDS);
    const head = [{ whole: 'reference' }, { whole: 'kind' }, ...rest.map(() => 'words')];
    const table: Block = { is: 'table', head, rows: [[REFERENCE, KIND, ...rest]], empty: '' };
    for (let columns = 40; columns < 200; columns++) {
      const printed = render([table], { columns, colour: false });
      expect(printed, String(columns)).to.contain(REFERENCE).and.to.contain(KIND);
      expect(
        printed.split('\n').filter((row) => row.length > columns),
        String(columns),
      ).to.deep.equal([]);
    }
  });

  const lists = { inbox: 'inbox.list', outbox: 'outbox.list', cases: 'cases.list' } as const;
  for (const [command, route] of Object.entries(lists)) {
    for (const columns of [80, 100]) {
      it(`stands whole in ${command} on a terminal of ${columns} columns`, async () => {
        const officer = await folder();
        const [row] = SAMPLE_REPLIES[route].rows;
        const long = { ...row, reference: REFERENCE, kind: KIND, exercise: false, partner: 'VC' };
        const reply = {
          rows: [{ ...long, waitingOn: 'nobody', status: 'rejected', urgency: 'emergency' }, long],
        };
        const { socketPath } = await startStub(officer, { [route]: reply });
        logIn(officer, socketPath);
        const { stdout } = await runCommandLine([command, '--officer', officer], { NO_COLOR: '1' }, columns);
        const [table = ''] = stdout.split('→');
        expect(table.split(REFERENCE)).to.have.length(3);
        expect(table.split(KIND)).to.have.length(3);
        expect(table.split('\n').filter((line) => line.length > columns)).to.deep.equal([]);
      });
    }
  }

  it('of a request stands in a table, and not line under line, on a terminal of 100 columns', async () => {
    const officer = await folder();
    const rows = SAMPLE_REPLIES['outbox.list'].rows.map((row) => ({ ...row, exercise: false }));
    const { socketPath } = await startStub(officer, { 'outbox.list': { rows } });
    logIn(officer, socketPath);
    const { stdout } = await runCommandLine(['outbox', '--officer', officer], { NO_COLOR: '1' }, 100);
    expect(stdout).to.match(/REFERENCE +KIND +PARTNER +STATUS +WAITS FOR +DUE +URGENCY +LAST/);
  });
});
