import type { Hex } from '../../protocol/value.ts';
import type { OutboxRepository } from './outbox-repository.ts';

/** Those of these numbers that wait, in whatever lane. What a number stood for stays on file when it is settled. */
export async function stillWaiting(
  repository: Pick<OutboxRepository, 'rows' | 'isWaiting'>,
  epoch: Hex,
  numbers: readonly number[],
): Promise<number[]> {
  const rows = await repository.rows(epoch, numbers);
  const wait = await Promise.all(
    numbers.map(async (number, index) => {
      const lane = rows[index]?.lane;
      return lane !== undefined && (await repository.isWaiting(epoch, number, lane));
    }),
  );
  return numbers.filter((_, index) => wait[index]);
}
