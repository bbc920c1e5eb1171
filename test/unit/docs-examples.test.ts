import { expect } from 'chai';
import { readdir, readFile } from 'node:fs/promises';
import { parseForm } from '../../protocol/convention/form.ts';
import { CARICOM } from '../../protocol/convention/instruments.ts';
import { kindOf } from '../../protocol/convention/verb-in.ts';
import type { Urgency } from '../../protocol/convention/instrument.ts';
import { CENTRAL } from '../support/party-officers.ts';
import { useTwoParties } from '../support/two-parties.ts';

const FOLDER = new URL('../../docs/examples/', import.meta.url);
/** When the stories of the examples are told. */
const TOLD_AT = Date.UTC(2026, 11, 1, 12);

describe('The worked examples', () => {
  const makeParties = useTwoParties();

  it('there is one for each kind, under its name', async () => {
    const files = await readdir(FOLDER);
    expect(files.sort()).to.deep.equal(
      Object.keys(CARICOM.kinds)
        .map((kind) => `${kind}.yaml`)
        .sort(),
    );
  });

  for (const kind of Object.keys(CARICOM.kinds)) {
    it(`${kind}: is sent as it stands by one State, and received whole by the other`, async () => {
      const text = await readFile(new URL(`${kind}.yaml`, FOLDER), 'utf8');
      const urgency = (/--urgency (\w+)/.exec(text)?.[1] ?? 'routine') as Urgency;
      const role = kindOf(CARICOM, kind)?.routes[0]?.from[0] ?? 'CA';
      const treatyOn = /treaty on (\w+)/.exec(text)?.[1];
      const { gd, jm, exchange } = await makeParties(
        {},
        { role, startsAt: TOLD_AT, ...(treatyOn === undefined ? {} : { treatyOn }) },
      );
      const request = {
        kind,
        to: 'JM',
        toDesk: CENTRAL,
        urgency,
        language: 'en',
        content: parseForm(text).content,
      };
      const { problems } = await gd.cases.prepare(gd.officer, { ...request, check: true });
      expect(problems.filter(({ level }) => level === 'BLOCK' || level === 'ACK')).to.deep.equal([]);
      const { reference } = await gd.say(request);
      await exchange();
      const { status, flags } = await jm.cases.show(jm.officer, reference);
      expect([status, flags]).to.deep.equal(['received', []]);
    });
  }
});
