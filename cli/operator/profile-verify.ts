import { ComityError } from '../../protocol/errors.ts';
import { contradictionCodec, openContradiction } from '../../protocol/identity/contradiction.ts';
import { fingerprintOf, sameFingerprint } from '../../protocol/identity/fingerprint.ts';
import { type OpenedProfile, openProfile } from '../../protocol/identity/profile.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { wholeFingerprint } from '../fingerprint-option.ts';
import { readInputFile } from '../input-file.ts';
import { line, next, pairs, toned } from '../view/block.ts';
import { stateName } from '../view/state-name.ts';

/** Verifies a profile, or a proof of two that contradict each other, by itself alone. */
export function profileVerify(_context: Context, input: Input): Promise<Outcome> {
  const file = input.argument('FILE');
  const bytes = readInputFile(file, contradictionCodec.bytesMax);
  const opened = read(bytes, file);
  const [first] = opened;
  const { party, network, version, stateKey } = first.profile;
  const fingerprint = fingerprintOf(stateKey.publicKey);
  assertFingerprint(input.option('fingerprint'), opened);
  const isProof = opened.length === 2;
  const document = {
    ...{ kind: isProof ? 'contradiction' : 'profile', state: party, network, version, fingerprint },
    digests: opened.map(({ digest }) => digest),
  };
  const what = isProof
    ? `Proved: the State key has signed two different profiles of ${party}, both as version ${version}.`
    : `The profile of ${party} is authentic under the State key that it names.`;
  return Promise.resolve({
    document,
    view: [
      line(toned(isProof ? 'bad' : 'good', what)),
      pairs([
        ['State', stateName(party)],
        ['network', network],
        ['version', `${version}`],
        ['fingerprint', toned('strong', fingerprint)],
        ...opened.map(({ digest }) => [isProof ? 'one digest' : 'digest', digest] as const),
      ]),
      ...(input.given('fingerprint')
        ? []
        : [next('compare the fingerprint with what the State has read out: nothing else says whose it is')]),
    ],
  });
}

type Opened = readonly [OpenedProfile] | readonly [OpenedProfile, OpenedProfile];

/** Which of the two it is, its own form says. */
function read(bytes: Uint8Array, file: string): Opened {
  try {
    return [openProfile(bytes)];
  } catch (error) {
    if (!(error instanceof ComityError) || error.code !== 'malformed') throw error;
  }
  try {
    return openContradiction(bytes);
  } catch (cause) {
    if (!(cause instanceof ComityError) || cause.code !== 'malformed') throw cause;
    const wanted = 'a profile comes from comity profile export, a proof from comity partner proof';
    throw new ComityError('usage', `${file} is neither a profile nor a proof — ${wanted}`, { cause });
  }
}

function assertFingerprint(given: string | undefined, opened: Opened): void {
  if (given === undefined) return;
  const wanted = wholeFingerprint(given);
  if (opened.some(({ profile }) => sameFingerprint(fingerprintOf(profile.stateKey.publicKey), wanted)))
    return;
  throw new ComityError(
    'fingerprint-differs',
    'it is under another State key — it proves nothing of that State',
  );
}
