import type { Deliver, Parcel } from '../../protocol/delivery/messages.ts';
import { evidenceStatement } from '../../protocol/delivery/statements.ts';
import { ComityError } from '../../protocol/errors.ts';
import type { InboxDependencies } from './dependencies.ts';
import type { PartnerLink } from './partner-inbox.ts';

/** A signed statement on its way in. */
export interface IncomingStatement {
  readonly deliver: Pick<Deliver, 'epoch' | 'number'>;
  readonly parcel: Exclude<Parcel, { kind: 'item' }>;
}

/**
 * Takes in what a partner says of an item of ours: later evidence, or a rejection that it decided after
 * arrival. It is acknowledged by its number alone. What is not the partner's to say is recorded, and the
 * number is used up.
 */
export async function takeStatement(
  dependencies: InboxDependencies,
  link: PartnerLink,
  { deliver, parcel }: IncomingStatement,
): Promise<void> {
  const { epoch, number } = deliver;
  const { store, cases, rejections, clock } = dependencies;
  const { party, numbers, meter } = link;
  meter.charge('statement');
  if (numbers.has(epoch, number)) return;
  const extra = { operations: [numbers.note(epoch, number)] };
  if (parcel.kind === 'rejection') {
    await rejections.rejectedLater(party, parcel.statement, extra);
    return;
  }
  const signed = parcel.statement;
  const evidence = openEvidence(dependencies, link, signed);
  if (evidence === undefined) {
    meter.charge('rejected');
    const event = { type: 'evidence.refused', at: clock.now(), actor: party };
    await store.commit({ ...extra, events: [event] });
    return;
  }
  await cases.takeEvidence({ party, evidence, signed }, extra);
}

function openEvidence(
  { directory, network }: InboxDependencies,
  { party }: PartnerLink,
  signed: IncomingStatement['parcel']['statement'],
): ReturnType<typeof evidenceStatement.open> | undefined {
  try {
    const { at } = evidenceStatement.read(signed);
    const key = directory.statementKey(party, signed.signature.keyId, at);
    const evidence = key === undefined ? undefined : evidenceStatement.open(signed, key);
    return evidence?.network === network && evidence.party === party ? evidence : undefined;
  } catch (error) {
    if (error instanceof ComityError) return undefined;
    throw error;
  }
}
