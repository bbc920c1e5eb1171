import type { FrameChannel } from '../frames.ts';
import { broken, conclude, type Greeting, type Introduction, ownHello, readHello } from './greeting.ts';
import { createEphemeralKey } from './kem.ts';
import { helloDigest } from './key-schedule.ts';
import { helloCodec } from './messages.ts';

/**
 * The dialler's part of the opening, on a stream inside Noise:
 * 1. make an ephemeral ML-KEM-768 key pair and send its public key in `Hello`;
 * 2. read the other's `Hello`, and open the secret in it;
 * 3. agree on network and version; the keys follow from the secret and from both `Hello`.
 *
 * @throws ComityError with a `SessionErrorCode`
 */
export async function greet(frames: FrameChannel, introduction: Introduction): Promise<Greeting> {
  const key = createEphemeralKey();
  const own = helloCodec.encode({ ...ownHello(introduction), kemPublicKey: key.publicKey });
  await frames.write(own);
  const { hello, bytes } = await readHello(frames);
  if (hello.kemCiphertext === undefined) throw broken('The partner’s Hello has no ciphertext.');
  const shared = key.open(hello.kemCiphertext);
  return conclude(introduction, hello, { shared, helloDigest: helloDigest(own, bytes), ...introduction });
}
