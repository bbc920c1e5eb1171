import { expect } from 'chai';
import { type Candidate, elected, superseded } from '../../../../node/host/election.ts';

const session = (bootId: string, dialler: 'own' | 'partner'): Candidate => ({
  bootId,
  connection: { dialler },
});

describe('which session with a partner stays', () => {
  it('is that which the lower PeerId dialled, alike on both sides', () => {
    const [mine, theirs] = [session('b', 'own'), session('b', 'partner')];
    expect(elected([theirs, mine], 'A', 'B')).to.equal(mine);
    expect(elected([mine, theirs], 'B', 'A')).to.equal(theirs);
    expect(elected([theirs], 'A', 'B')).to.equal(theirs);
    expect(elected<Candidate>([], 'A', 'B')).to.equal(undefined);
  });

  it('is never one with an earlier process of the partner, whoever dialled it', () => {
    const known = [session('old', 'own'), session('old', 'partner')];
    expect(superseded(known, session('new', 'partner'))).to.deep.equal(known);
  });

  it('is the later of two that the same side dialled', () => {
    const [mine, theirs] = [session('b', 'own'), session('b', 'partner')];
    expect(superseded([mine, theirs], session('b', 'own'))).to.deep.equal([mine]);
    expect(superseded([mine], session('b', 'partner'))).to.deep.equal([]);
  });
});
