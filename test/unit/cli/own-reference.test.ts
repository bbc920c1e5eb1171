import { expect } from 'chai';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT } from '../../../cli/exit-codes.ts';
import { FORMS } from '../../../cli/tester/demo/forms.ts';
import type { Draft, Request } from '../../../protocol/control/types.ts';
import { openParts } from '../../../protocol/item/parts.ts';
import { logIn, runCommandLine } from '../../support/command-line.ts';
import { enrolled } from '../../support/enrolled-officer.ts';
import { type Asked, useStubDaemons } from '../../support/stub-daemon.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { useTwoParties } from '../../support/two-parties.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64url'));

describe('the office’s own file number', () => {
  const folder = useTemporaryFolders();
  const startStub = useStubDaemons();
  const makeParties = useTwoParties();

  const FORM = FORMS['bank-records.yaml'];

  /** A request with a form, as a node prepares it. */
  const request = async (form: string, ...options: string[]) => {
    const { gd } = await makeParties();
    const { officer, environment } = await enrolled(await folder());
    const prepared: Draft[] = [];
    const stub = await startStub(officer, {
      'acts.prepare': async ({ body }: Asked) => {
        const reply = await gd.cases.prepare(gd.officer, body as Request<'acts.prepare'>['body']);
        if (reply.draft !== undefined) prepared.push(reply.draft);
        return reply;
      },
      'acts.submit': ({ body }: Asked) => ({
        ...{ itemId: 'ef'.repeat(32), caseId: 'ab'.repeat(16), reference: 'GD/2026/7K4Q-2M9T', sequence: 1 },
        ...{ verb: 'request', delivery: 'queued', draftId: (body as { draftId: string }).draftId },
      }),
    });
    logIn(officer, stub.socketPath);
    const file = join(officer, 'form.yaml');
    writeFileSync(file, form);
    const argv = ['request', 'mla.general', '--to', 'JM', '--file', file, '--officer', officer, ...options];
    const ran = await runCommandLine(argv, environment);
    const [draft] = prepared;
    if (draft === undefined) throw new Error(ran.stderr);
    const { act, body } = openParts({
      ...{ actBytes: bytes(draft.actBytes), actSalt: bytes(draft.actSalt) },
      ...{ bodyBytes: bytes(draft.bodyBytes), bodySalt: bytes(draft.bodySalt) },
    });
    return { ...ran, stub, number: { ...act.content, ...body.content }['own_reference'] };
  };

  it('is the one of the option where the form has another, for the node and for what is signed', async () => {
    const { code, stderr, stub, number } = await request(FORM, '--own-reference', 'AG 17/26');
    expect(code, stderr).to.equal(EXIT.done);
    expect(number).to.equal('AG 17/26');
    expect(stub.asked.map(({ name }) => name)).to.deep.equal(['acts.prepare', 'acts.submit']);
  });

  it('is the one of the option where the form has none', async () => {
    const { code, stderr, number } = await request(
      FORM.replace(/^own_reference.*\n/m, ''),
      '--own-reference',
      'X',
    );
    expect(code, stderr).to.equal(EXIT.done);
    expect(number).to.equal('X');
  });

  it('is the one of the form without the option', async () => {
    const { code, stderr, number } = await request(FORM);
    expect(code, stderr).to.equal(EXIT.done);
    expect(number).to.equal('AG 2026/0215');
  });
});
