#!/usr/bin/env node
// Plain JavaScript that even old versions of Node can parse, so that they end with a sentence, not with a stack trace.
import { existsSync } from 'fs';
import module from 'module';
import { homedir } from 'os';
import { join } from 'path';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 21)) {
  process.stderr.write(
    `error: comity needs Node.js 24.21 or later and this is ${process.version} — install Node.js 24, or in a checkout run cli/comity\n`,
  );
  process.exit(1);
}

// Not Node's default place: that is under the shared temporary folder, where another account could plant code.
const cacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'comity', 'compiled');
module.enableCompileCache(cacheFolder);

// The packed tarball holds built JavaScript, a checkout runs its source.
const built = existsSync(new URL('./main.js', import.meta.url));
import(built ? './main.js' : './main.ts');
