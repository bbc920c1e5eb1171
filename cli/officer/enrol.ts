import { fingerprintOf } from '../../protocol/identity/fingerprint.ts';
import type { Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { createOfficerKey, officerKeyFile } from '../folder/officer-key.ts';
import { line, next, pairs, toned } from '../view/block.ts';

/** Makes the officer's key. An operator admits it by its fingerprint, which says nothing secret. */
export async function enrol(context: Context): Promise<Outcome> {
  const signer = await createOfficerKey(context);
  const fingerprint = fingerprintOf(signer.publicKey);
  const keyFile = officerKeyFile(context.places.officer);
  return {
    document: { fingerprint, keyId: signer.keyId, keyFile },
    view: [
      line(
        'Your key is in ',
        toned('strong', keyFile),
        '. Nobody but you can open it, and nobody can replace it.',
      ),
      pairs([['fingerprint', toned('strong', fingerprint)]]),
      next(
        {
          elsewhere: `read the fingerprint out to an operator, who runs: comity officer add NAME --role officer --desk DESK --fingerprint ${fingerprint}`,
        },
        'then: comity login',
      ),
    ],
  };
}
