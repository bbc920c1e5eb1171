import type { SessionView } from '../../protocol/control/types.ts';
import { type Block, pairs, toned } from '../view/block.ts';
import { stateName } from '../view/state-name.ts';
import { when } from '../view/when.ts';

/** A session as its officer reads it. */
export function sessionBlocks(session: SessionView, now: number): readonly Block[] {
  const acting = session.certificates.map(({ desk, until }) => `${desk} until ${when(until, now)}`);
  return [
    pairs([
      ['officer', toned('strong', session.name)],
      ['State', stateName(session.state)],
      ['network', session.network],
      ['roles', session.roles.join(', ')],
      ['desks', session.desks.join(', ') || 'none'],
      ['may sign for', acting.join('; ') || 'no desk: an operator gives the role of an officer'],
      ['fingerprint', session.fingerprint],
      ['session ends', when(session.expiresAt, now)],
    ]),
  ];
}
