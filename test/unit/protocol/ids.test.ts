import { expect } from 'chai';
import { PROTOCOLS, SESSION_VERSIONS, TAGS } from '../../../protocol/ids.ts';

describe('names on the wire', () => {
  it('no domain tag is another one, or the beginning of another one', () => {
    const tags = Object.values(TAGS);
    const clashes = tags.flatMap((tag, index) =>
      tags.filter((other, at) => at !== index && other.startsWith(tag)).map((other) => [tag, other]),
    );
    expect(clashes).to.deep.equal([]);
  });

  it('every tag names this protocol, a purpose and a version, in plain ASCII', () => {
    for (const tag of Object.values(TAGS)) expect(tag).to.match(/^comity\/[a-z/]+\/[0-9]+$/);
  });

  it('every protocol has an id of its own', () => {
    const ids = Object.values(PROTOCOLS);
    expect(new Set(ids).size).to.equal(ids.length);
    for (const [name, id] of Object.entries(PROTOCOLS)) expect(id).to.equal(`/comity/${name}/1`);
  });

  it('session versions ascend, so that a Hello can offer them as they stand', () => {
    expect([...SESSION_VERSIONS].sort((left, right) => left - right)).to.deep.equal(SESSION_VERSIONS);
  });
});
