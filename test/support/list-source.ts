import type { ParcelSource } from '../../protocol/delivery/client.ts';
import type { Deliver } from '../../protocol/delivery/messages.ts';
import type { Hex } from '../../protocol/value.ts';

/** Parcels of one epoch from a list, and what became of them. */
export function listSource(
  epoch: Hex,
  parcels: Deliver[],
): ParcelSource & { readonly heard: string[]; wake: () => void } {
  const heard: string[] = [];
  const source = {
    heard,
    wake: (): void => undefined,
    take: ({ parcels: room }: { parcels: number }) => Promise.resolve(parcels.splice(0, room)),
    watch: (wake: () => void) => {
      source.wake = wake;
      return () => undefined;
    },
    answered: ({ kind, number }: { kind: string; number: number }) => {
      heard.push(`${kind} ${number}`);
      return Promise.resolve();
    },
    acknowledged: (_: string, numbers: readonly number[]) => {
      heard.push(`stored ${numbers.join(' ')}`);
      return Promise.resolve();
    },
    putOff: ({ number }: { number: number }) => {
      heard.push(`busy ${number}`);
      return Promise.resolve();
    },
    complete: () => Promise.resolve(parcels.length === 0 ? [{ epoch, number: 7 }] : []),
    asked: ({ watermark }: { watermark: number }) => {
      heard.push(`asked from ${watermark}`);
    },
  };
  return source;
}
