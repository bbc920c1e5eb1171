import type { FrameChannel } from '../frames.ts';
import { broken, conclude, type Greeting, type Introduction, ownHello, readHello } from './greeting.ts';
import { encapsulateFor } from './kem.ts';
import { helloDigest } from './key-schedule.ts';
import { helloCodec } from './messages.ts';

/**
 * The other side's part of the opening:
 * 1. read the dialler's `Hello`;
 * 2. make a secret for its key and send the ciphertext in the own `Hello`, even to another network, so that
 *    the dialler can tell its operators why there is no session;
 * 3. agree on network and version; the keys follow from the secret and from both `Hello`.
 *
 * @throws ComityError with a `SessionErrorCode`
 */
export async function answerGreeting(frames: FrameChannel, introduction: Introduction): Promise<Greeting> {
  const { hello, bytes } = await readHello(frames);
  if (hello.kemPublicKey === undefined) throw broken('The partner’s Hello has no key.');
  const { shared, ciphertext } = encapsulateFor(hello.kemPublicKey);
  const own = helloCodec.encode({ ...ownHello(introduction), kemCiphertext: ciphertext });
  await frames.write(own);
  return conclude(introduction, hello, { shared, helloDigest: helloDigest(bytes, own), ...introduction });
}
