import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RELEASE } from '../../protocol/release.ts';

describe('the release', () => {
  it('is the one in package.json', () => {
    const text = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8');
    assert.equal(RELEASE, (JSON.parse(text) as { version: string }).version);
  });
});
