import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const STATIC_IMPORT = /^(?:import|export)\s[^;]*?from '([^']+)'|^import '([^']+)'/gm;

/** Every file and package that is loaded before a file runs: imports of types are gone by then. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(join(root, file), 'utf8');
  for (const match of text.matchAll(STATIC_IMPORT)) {
    const [statement] = match;
    const source = match[1] ?? match[2] ?? '';
    if (/^(?:import|export) type\b/.test(statement)) continue;
    if (source.startsWith('.')) loadedWith(join(dirname(file), source), seen);
    else seen.add(source);
  }
  return seen;
}

const HEAVY = /^(libp2p|@libp2p|@inquirer|typebox|level|fastify|pino|protobufjs|@noble|yaml|cli-table3)/;

describe('the start of the command line', () => {
  it('loads no command before it is asked for', () => {
    const loaded = [...loadedWith('cli/main.ts')];
    expect(loaded).to.include('commander');
    expect(loaded.filter((name) => HEAVY.test(name))).to.deep.equal([]);
    expect(loaded.filter((name) => /^(node|protocol\/gen|protocol\/convention)\//.test(name))).to.deep.equal(
      [],
    );
  });

  const READING = [
    'officer/inbox',
    'officer/cases',
    'officer/case-show',
    'officer/case-timeline',
    'operator/status',
  ];
  for (const name of READING) {
    it(`loads neither the network nor cryptography nor questions for ${name}`, () => {
      expect([...loadedWith(`cli/${name}.ts`)].filter((loaded) => HEAVY.test(loaded))).to.deep.equal([]);
    });
  }
});
