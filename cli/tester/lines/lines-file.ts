import { join } from 'node:path';
import { ComityError } from '../../../protocol/errors.ts';
import { readPrivateFile, writePrivateFile } from '../../folder/private-file.ts';

/** What the process that carries the lines of a network has written down of itself. */
export interface LinesFile {
  /** Port of this machine at which it is told what to do, and what to say so that it listens. */
  readonly port: number;
  readonly token: string;
  readonly lines: readonly LinePorts[];
}

/** By State: the port at which the other one reaches it. */
export interface LinePorts {
  readonly between: readonly [string, string];
  readonly ports: readonly [number, number];
}

const pathOf = (dir: string): string => join(dir, 'lines.json');

export function writeLinesFile(dir: string, file: LinesFile): void {
  writePrivateFile(pathOf(dir), `${JSON.stringify(file)}\n`);
}

export function readLinesFile(dir: string): LinesFile | undefined {
  const text = readPrivateFile(pathOf(dir));
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as LinesFile;
  } catch (cause) {
    throw new ComityError('failed', `${pathOf(dir)} is damaged — remove it`, { cause });
  }
}

/** What a node has to know to reach the others through their lines, as its configuration says it. */
export function routesOf(state: string, { lines }: LinesFile): string[] {
  return lines.flatMap(({ between, ports }) => {
    if (!between.includes(state)) return [];
    const other = between[0] === state ? 1 : 0;
    return [`${between[other]}=/ip4/127.0.0.1/tcp/${ports[other]}`];
  });
}
