import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const schemaFolder = join(root, 'protocol/schema');
const pbjs = createRequire(import.meta.url).resolve('protobufjs-cli/bin/pbjs');

// Only create, encode and decode: the rest of what pbjs can write is reflection that the wire never needs.
const pbjsOptions = [
  ...['--target', 'static-module', '--wrap', 'esm', '--path', schemaFolder, '--null-semantics'],
  ...['--no-service', '--no-verify', '--no-convert', '--no-delimited', '--no-typeurl'],
];

/**
 * Writes `messages.js` and `messages.d.ts` for the whole schema into `folder`; the same schema gives the same
 * bytes.
 */
export function generate(folder: string): void {
  const sources = readdirSync(schemaFolder)
    .filter((name) => name.endsWith('.proto'))
    .sort()
    .map((name) => join(schemaFolder, name));
  const run = (out: string, ...more: string[]): void => {
    execFileSync(process.execPath, [pbjs, ...pbjsOptions, ...more, '--out', out, ...sources]);
  };
  mkdirSync(folder, { recursive: true });
  const scratch = mkdtempSync(join(tmpdir(), 'comity-generate-'));
  try {
    // pbjs takes the types from the comments, and the comments triple the code: so it runs once for each.
    run(join(scratch, 'typed.js'), '--dts');
    run(join(scratch, 'messages.js'), '--no-comments');
    cpSync(join(scratch, 'messages.js'), join(folder, 'messages.js'));
    cpSync(join(scratch, 'typed.d.ts'), join(folder, 'messages.d.ts'));
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

if (import.meta.main) generate(join(root, 'protocol/gen'));
