import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ComityError } from '../../protocol/errors.ts';
import { homePlaces } from './places.ts';

const STAGE = '.making';

/**
 * Fills a new folder in one step: `fill` writes to a stage beside it, which takes the folder's place only
 * when all is there. A folder that is there and empty (a mounted volume) is filled from a stage inside it,
 * the marker last; what an interrupted attempt left in it is taken away first. Whatever fails leaves nothing
 * behind.
 *
 * @throws ComityError `already-initialised` if there is anything in the folder.
 */
export async function makeFolder(folder: string, fill: (stage: string) => Promise<void>): Promise<void> {
  const found = await readdir(folder).catch(onlyMissing);
  if (found !== undefined) await clearLeftover(folder, found);
  const stage = found === undefined ? `${folder}${STAGE}` : join(folder, STAGE);
  await rm(stage, { recursive: true, force: true });
  await mkdir(stage, { recursive: true, mode: 0o700 });
  try {
    await fill(stage);
    if (found === undefined) await rename(stage, folder);
    else await moveAll(stage, folder);
  } catch (error) {
    await rm(stage, { recursive: true, force: true });
    throw error;
  }
  await sync(found === undefined ? dirname(folder) : folder);
}

function onlyMissing(error: unknown): undefined {
  if ((error as { code?: unknown }).code !== 'ENOENT') throw error;
}

/** Without a marker and with a stage it is what an interrupted attempt left: nobody has used it yet. */
async function clearLeftover(folder: string, found: readonly string[]): Promise<void> {
  const finished = found.includes(basename(homePlaces(folder).marker));
  const interrupted = found.includes(STAGE) && !finished;
  if (found.length > 0 && !interrupted) {
    throw new ComityError(
      'already-initialised',
      `There is something in ${folder} already — name another folder: --home DIR. Nothing was changed.`,
    );
  }
  await Promise.all(found.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}

async function moveAll(stage: string, folder: string): Promise<void> {
  const marker = basename(homePlaces(folder).marker);
  const names = (await readdir(stage)).filter((name) => name !== marker);
  for (const name of [...names, marker]) await rename(join(stage, name), join(folder, name));
  await rm(stage, { recursive: true, force: true });
}

async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
