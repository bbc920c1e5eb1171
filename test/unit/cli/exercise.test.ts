import { expect } from 'chai';
import { logIn, runCommandLine } from '../../support/command-line.ts';
import { SAMPLE_REPLIES } from '../../support/sample-replies.ts';
import { type StubReplies, useStubDaemons } from '../../support/stub-daemon.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const REFERENCE = SAMPLE_REPLIES['cases.show'].reference;

/** What is shown of a case that is an exercise, or of one that is not. */
function repliesFor(exercise: boolean): StubReplies {
  const list = { rows: SAMPLE_REPLIES['cases.list'].rows.map((row) => ({ ...row, exercise })) };
  const event = {
    type: 'item',
    at: '2026-11-30T12:00:00.000Z',
    reference: REFERENCE,
    partner: 'JM',
    exercise,
  };
  return {
    ...{ 'inbox.list': list, 'outbox.list': list, 'cases.list': list },
    'cases.timeline': { ...SAMPLE_REPLIES['cases.timeline'], exercise },
    'items.open': { ...SAMPLE_REPLIES['items.open'], exercise },
    watch: `data: ${JSON.stringify(event)}\n\n`,
  };
}

describe('an exercise', () => {
  const folder = useTemporaryFolders();
  const startStub = useStubDaemons();

  const printed = async (command: string, exercise: boolean): Promise<string> => {
    const officer = await folder();
    const { socketPath } = await startStub(officer, repliesFor(exercise));
    logIn(officer, socketPath);
    return (await runCommandLine([...command.split(' '), '--officer', officer])).stdout;
  };

  for (const command of ['inbox', 'outbox', 'cases', 'case timeline 7K4Q', 'case read 7K4Q', 'watch']) {
    it(`is marked as one, and nothing else is: ${command}`, async () => {
      const [marked, real] = [await printed(command, true), await printed(command, false)];
      const line = marked.split('\n').find((each) => each.includes(REFERENCE));
      expect(line).to.contain('EXERCISE ');
      expect(real).to.contain(REFERENCE).and.not.to.contain('EXERCISE');
    });
  }
});
