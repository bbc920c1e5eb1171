import { createRequire } from 'node:module';

/** Of the package that this command line came with. */
export const VERSION = readVersion();

function readVersion(): string {
  const load = createRequire(import.meta.url);
  // From source it is one folder up, in what is packed two.
  for (const place of ['../package.json', '../../package.json']) {
    try {
      return (load(place) as { version: string }).version;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  return 'unknown';
}
