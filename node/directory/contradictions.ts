import type { Warning } from '../../protocol/control/warnings.ts';
import { ComityError } from '../../protocol/errors.ts';
import type { ProfileVersion } from '../../protocol/session/link-state.ts';
import type { Hex } from '../../protocol/value.ts';
import type { SharedBook } from './dependencies.ts';
import type { Pin } from './pin.ts';

type Sides = readonly [Hex, Hex];

/** What an operator should know of a partner who contradicts itself: an alarm until one says to know of it. */
export function contradictionWarnings(pin: Pin): Warning[] {
  const { fork, settling, pastForks = [] } = pin;
  return [
    ...(fork === undefined ? [] : [forkWarning(pin, fork, settling !== undefined)]),
    ...pastForks.map(({ versions, settled }) => forkWarning(pin, versions, settled)),
    ...rollbackWarnings(pin),
  ];
}

function forkWarning(pin: Pin, versions: Sides, settled: boolean): Warning {
  const { party: subject, fork } = pin;
  const gone = versions === fork ? 'and neither is gone by' : 'one that it has replaced since';
  const known = pin.acknowledged?.includes(versions[1]) === true;
  const proof = `The proof: comity partner proof ${subject} FILE.`;
  const next = settled ? ` A newer one names both: comity partner approve ${subject}.` : '';
  const silence = known ? '' : ` Once you know of it: comity partner acknowledge ${subject}.`;
  const message = `${subject} has signed two different profiles of one version, ${gone}. ${proof}${next}${silence}`;
  return { code: known ? 'contradiction-known' : 'profile-contradicts', subject, message };
}

function rollbackWarnings({ party: subject, rolledBack, version }: Pin): Warning[] {
  if (rolledBack === undefined || rolledBack.acknowledged) return [];
  const message =
    `${subject} goes by version ${rolledBack.version} of its profile, and has signed version ${version}. ` +
    `Once you know of it: comity partner acknowledge ${subject}.`;
  return [{ code: 'profile-rolled-back', subject, message }];
}

function isAcknowledged(pin: Pin): boolean {
  return contradictionWarnings(pin).every(({ code }) => code === 'contradiction-known');
}

/**
 * What a partner says when a session begins that it has. Whoever goes by an older version of its own profile
 * than it has signed was set back, or is not alone with its keys: that is told once, until an operator says
 * to know of it.
 */
export async function noteVersions(
  { book, clock, alarm }: SharedBook,
  party: string,
  profiles: readonly ProfileVersion[],
): Promise<void> {
  const told = profiles.find((entry) => entry.party === party)?.version;
  if (told === undefined) return;
  await book.inTurn(async () => {
    const pin = book.pin(party);
    if (pin === undefined) return;
    const { rolledBack, ...rest } = pin;
    if (told < pin.version && rolledBack === undefined) {
      const after = { ...pin, rolledBack: { version: told, acknowledged: false } };
      const detail = { party, version: pin.version, told };
      const event = { type: 'profile.rolled-back', at: clock.now(), actor: 'node', detail };
      await book.enter({ pins: [after] }, event);
      rollbackWarnings(after).forEach(alarm);
    } else if (told >= pin.version && rolledBack?.acknowledged === true) {
      await book.enter({ pins: [rest] });
    }
  });
}

/** An operator knows of all that contradicts itself here. Runs alone. @throws ComityError `unknown-state`, `conflict` */
export async function acknowledge({ book, clock }: SharedBook, pin: Pin, actor: string): Promise<Pin> {
  const { party, fork, pastForks = [], rolledBack, version } = pin;
  if (isAcknowledged(pin)) {
    throw new ComityError('conflict', `There is nothing about ${party} that nobody has acknowledged yet.`);
  }
  const sides = [...(fork === undefined ? [] : [fork]), ...pastForks.map(({ versions }) => versions)];
  const after: Pin = {
    ...pin,
    acknowledged: sides.map(([, later]) => later),
    ...(rolledBack !== undefined && { rolledBack: { ...rolledBack, acknowledged: true } }),
  };
  const event = { type: 'partner.acknowledged', at: clock.now(), actor, detail: { party, version } };
  await book.enter({ pins: [after] }, event);
  return after;
}
