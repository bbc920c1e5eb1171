import { receiptStatement, rejectionStatement } from '../../protocol/delivery/statements.ts';
import { ComityError } from '../../protocol/errors.ts';
import type { Signed, Statement } from '../../protocol/identity/signed.ts';
import type { SealedItem } from '../../protocol/item/item.ts';
import type { Time } from '../../protocol/value.ts';
import type { Answer } from './answer-repository.ts';
import type { InboxDependencies } from './dependencies.ts';

/** Between whom an answer must be. */
interface Between {
  readonly receiver: string;
  readonly sender: string;
}

/** The answer that comes back with an item, if it is one of this receiver to this item; otherwise undefined. */
export function answeredBefore(
  { network, directory }: Pick<InboxDependencies, 'network' | 'directory'>,
  signed: Signed,
  { sealed, receiver, sender }: Between & { readonly sealed: SealedItem },
): Answer | undefined {
  const opened = <T extends Between & { readonly network: string }>(
    statement: Statement<T>,
    timeOf: (said: T) => Time,
  ): T | undefined => {
    try {
      const at = timeOf(statement.read(signed));
      const key = directory.statementKey(receiver, signed.signature.keyId, at);
      const said = key === undefined ? undefined : statement.open(signed, key);
      const fits = said?.network === network && said.receiver === receiver && said.sender === sender;
      return fits ? said : undefined;
    } catch (error) {
      if (error instanceof ComityError) return undefined;
      throw error;
    }
  };
  const { id, header } = sealed;
  const receipt = opened(receiptStatement, ({ receivedAt }) => receivedAt);
  if (receipt?.itemId === id && receipt.act === header.act && receipt.body === header.body) {
    return { kind: 'receipt', receipt: signed };
  }
  const rejection = opened(rejectionStatement, ({ rejectedAt }) => rejectedAt);
  return rejection?.itemId === id ? { kind: 'rejection', rejection: signed } : undefined;
}
