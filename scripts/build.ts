import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

// Node refuses to strip types under node_modules, so what is packed is plain JavaScript.
rmSync(dist, { recursive: true, force: true });
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
execFileSync(process.execPath, [tsc, '--project', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });

// tsc emits only what it compiled; these two are JavaScript already.
cpSync(join(root, 'protocol/gen/messages.js'), join(dist, 'protocol/gen/messages.js'));
cpSync(join(root, 'cli/comity.js'), join(dist, 'cli/comity.js'));
chmodSync(join(dist, 'cli/comity.js'), 0o755);
