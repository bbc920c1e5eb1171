import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createControlClient } from '../../cli/client/control-client.ts';
import { EXIT } from '../../cli/exit-codes.ts';
import { BAD_FORMS, BAD_NAMES, BAD_REPLIES, type BadLine, FORM, REQUEST } from '../support/bad-lines.ts';
import { comity, type NetNode, runComity, signingOf } from '../support/net.ts';
import { assertRefused, assertRefusedInJson } from '../support/refused.ts';
import { sessionIn } from '../support/signing-officer.ts';
import { useSharedNet } from '../support/use-net.ts';

describe('the command line, asked for what cannot be', () => {
  const net = useSharedNet();
  let reference = '';
  let formFile = '';

  before(async function () {
    this.timeout(30_000);
    const [gd, jm] = [net().node('GD'), net().node('JM')];
    const sent = (await comity(...REQUEST, '--file', FORM, '--wait', ...signingOf(gd))) as {
      reference: string;
    };
    ({ reference } = sent);
    await comity('reply', reference, 'acknowledge', '--wait', ...signingOf(jm));
    formFile = join(net().dir, 'form.yaml');
  });

  /** The command as it is to be given; the form of the row in its file. */
  const wordsOf = ({ by = 'GD', words, file }: BadLine): string[] => {
    if (file !== undefined) writeFileSync(formFile, file);
    const places: Readonly<Record<string, string>> = { FILE: formFile, REF: reference };
    const options = words.length > 1 ? signingOf(net().node(by)) : [];
    const [command = '', ...rest] = words.map((word) => places[word] ?? word);
    return [command, ...options, ...rest];
  };
  const rows: readonly BadLine[] = [
    ...BAD_FORMS,
    ...BAD_NAMES,
    ...BAD_REPLIES.map((row): BadLine => ({ by: 'JM', ...row })),
    {
      title: 'a wrong passphrase',
      words: [...REQUEST, '--file', FORM, '--passphrase-file', FORM],
      code: EXIT.notPermitted,
      says: [/The passphrase does not open \S+key\.json: try again/],
      leavesDraft: true,
    },
  ];

  for (const row of rows) {
    it(`refuses ${row.title}`, async () => {
      const { input = '', leavesDraft = false } = row;
      const before = await listsOf(net().nodes, leavesDraft);
      const words = wordsOf(row);
      const [plain, json] = await Promise.all([
        runComity(words, { input }),
        runComity([...words, '--json'], { input }),
      ]);
      assertRefused(plain, row);
      assertRefusedInJson(json, row);
      assert.deepEqual(await listsOf(net().nodes, leavesDraft), before);
    });
  }
});

/** All that officers see listed, at both ends. */
async function listsOf(nodes: readonly NetNode[], withoutDrafts: boolean): Promise<unknown[]> {
  return Promise.all(
    nodes.map(async ({ officer }) => {
      const client = createControlClient(sessionIn(officer));
      return Promise.all([
        client.call('cases.list', { query: {} }),
        client.call('inbox.list', { query: {} }),
        client.call('outbox.list', { query: {} }),
        ...(withoutDrafts ? [] : [client.call('drafts.list', {})]),
      ]);
    }),
  );
}
