import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { socketOfHome } from '../../../cli/client/socket-of-home.ts';
import { ComityError } from '../../../protocol/errors.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

/** Permissions hold nobody up who is root: then it is done as an account that is nobody's. */
function withoutRoot(work: () => void): void {
  if (process.geteuid?.() !== 0) {
    work();
    return;
  }
  process.seteuid?.(65_534);
  try {
    work();
  } finally {
    process.seteuid?.(0);
  }
}

describe('the socket of a home', () => {
  const folder = useTemporaryFolders();

  it('that this account may not look into is said to be unreadable, and not to have no daemon', async () => {
    const home = await folder();
    chmodSync(home, 0o000);
    withoutRoot(() => {
      expect(() => socketOfHome(home)).to.throw(ComityError, /can't be read by this account/);
    });
    chmodSync(home, 0o700);
    expect(() => socketOfHome(join(home, 'none'))).to.throw(ComityError, /no daemon runs for the home/);
  });
});
