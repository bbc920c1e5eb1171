import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { ComityError } from '../protocol/errors.ts';
import type { Hex } from '../protocol/value.ts';
import { AuditRecord } from './audit/record.ts';
import type { Clock } from './clock.ts';
import { readConfig } from './config/read-config.ts';
import type { Config } from './config/schema.ts';
import { readMarker, type HomeMarker } from './home/marker.ts';
import { homePlaces } from './home/places.ts';
import { openKeystore, type Keystore } from './keystore/keystore.ts';
import { type Ballast, createBallast } from './storage/ballast.ts';
import { openStorage } from './storage/open-storage.ts';
import type { Storage } from './storage/storage.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What a home says before any of its keys is opened. */
export interface HomeFacts {
  readonly marker: HomeMarker;
  readonly config: Config;
  /** SHA-256 of the configuration file as it stands. */
  readonly configDigest: Hex;
}

/** @throws ComityError `no-home`, `newer-home`, `damaged`, `config-invalid`. */
export async function readHome(home: string, env: Environment): Promise<HomeFacts> {
  const marker = await readMarker(home);
  const file = homePlaces(home).config;
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    // Every option has a default: a home without a file is a home without changes.
    if ((error as { code?: unknown }).code === 'ENOENT') return '';
    throw new ComityError('config-invalid', `The configuration ${file} can't be read.`, { cause: error });
  });
  const configDigest = createHash('sha256').update(text).digest('hex');
  return { marker, config: readConfig({ file, text, env }), configDigest };
}

/** A home with its keys and its database open. Nobody else has it open. */
export interface OpenHome {
  readonly keystore: Keystore;
  readonly storage: Storage;
  readonly record: AuditRecord;
  readonly ballast: Ballast;
}

export interface OpenHomeOptions {
  readonly home: string;
  readonly passphrase: string;
  readonly config: Config;
  readonly clock: Clock;
  readonly onFatal: (error: unknown) => void;
}

const MEBI = 1024 * 1024;

/** @throws ComityError `wrong-passphrase`, `already-running`, `newer-schema`, `rolled-back`, `damaged`, … */
export async function openHome(options: OpenHomeOptions): Promise<OpenHome> {
  const { home, clock, config, onFatal } = options;
  const keystore = await openKeystore(homePlaces(home).keys, options.passphrase);
  const { storeKey, databaseSecret } = keystore;
  const record = new AuditRecord({ randomBytes: clock.randomBytes });
  const freeBytesMin = config.storage.freeMebibytesMin * MEBI;
  const ballast = createBallast(home, config.storage.ballastMebibytes * MEBI);
  const storage = await openStorage({
    home,
    storeKey,
    databaseSecret,
    recorder: record,
    clock,
    onFatal,
    freeBytesMin,
    ballast,
  });
  return { keystore, storage, record, ballast };
}
