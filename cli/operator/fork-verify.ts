import { ComityError } from '../../protocol/errors.ts';
import { fingerprintOf, sameFingerprint } from '../../protocol/identity/fingerprint.ts';
import { forkCodec, openFork, type OpenedFork } from '../../protocol/item/fork.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { wholeFingerprint } from '../fingerprint-option.ts';
import { readInputFile } from '../input-file.ts';
import { line, next, pairs, toned } from '../view/block.ts';
import { stateName } from '../view/state-name.ts';

/** Verifies the proof of a fork by itself alone. */
export function forkVerify(_context: Context, input: Input): Promise<Outcome> {
  const file = input.argument('FILE');
  const { header, items, profiles } = read(readInputFile(file, forkCodec.bytesMax), file);
  const fingerprints = profiles.map(({ profile }) => fingerprintOf(profile.stateKey.publicKey));
  assertFingerprint(input.option('fingerprint'), fingerprints);
  const { network, caseId, sequence } = header;
  const { party } = header.sender;
  const distinct = [...new Set(fingerprints)];
  const what = `Proved: ${party} has signed two items as number ${String(sequence)} of its chain in one case.`;
  return Promise.resolve({
    document: {
      kind: 'fork',
      state: party,
      network,
      caseId,
      sequence,
      items: [...items],
      fingerprints: distinct,
    },
    view: [
      line(toned('bad', what)),
      pairs([
        ['State', stateName(party)],
        ['network', network],
        ['case', caseId],
        ...items.map((item) => ['one item', item] as const),
        ...distinct.map((one) => ['fingerprint', toned('strong', one)] as const),
      ]),
      ...(input.given('fingerprint')
        ? []
        : [next('compare the fingerprint with what the State has read out: nothing else says whose it is')]),
    ],
  });
}

function read(bytes: Uint8Array, file: string): OpenedFork {
  try {
    return openFork(bytes);
  } catch (cause) {
    if (!(cause instanceof ComityError) || cause.code !== 'malformed') throw cause;
    const sentence = `${file} is no proof of a fork — one comes from comity fork export`;
    throw new ComityError('usage', sentence, { cause });
  }
}

/** Both headers must be of that State. */
function assertFingerprint(given: string | undefined, fingerprints: readonly string[]): void {
  if (given === undefined) return;
  const wanted = wholeFingerprint(given);
  if (fingerprints.every((one) => sameFingerprint(one, wanted))) return;
  const sentence = 'it is under another State key — it proves nothing of that State';
  throw new ComityError('fingerprint-differs', sentence);
}
