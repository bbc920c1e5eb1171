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

// What a daemon may take is settled before its process begins, so the process begins anew, under the same number. V8
// would give 100 MiB to objects that live for a millisecond, and run slower for it: 16 MiB stay in the processor's
// cache. It counts buffers as old objects, and would mark the whole heap anew for every 200 items: so the heap may
// grow threefold in between. The C library would keep a reserve for each of the 64 threads.
const daemonFlags = ['--max-semi-space-size=16', '--max-old-space-size=512', '--heap-growing-percent=200'];
const isDaemon = process.argv.includes('start') && !process.argv.includes('net');
if (isDaemon && process.execve !== undefined && !process.execArgv.includes(daemonFlags[0])) {
  const words = [...daemonFlags, ...process.execArgv, ...process.argv.slice(1)];
  process.execve(process.execPath, [process.execPath, ...words], { ...process.env, MALLOC_ARENA_MAX: '2' });
}

// Not Node's default place: that is under the shared temporary folder, where another account could plant code.
const cacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'comity', 'compiled');
module.enableCompileCache(cacheFolder);

// The packed tarball holds built JavaScript, a checkout runs its source.
const built = existsSync(new URL('./main.js', import.meta.url));
import(built ? './main.js' : './main.ts');
