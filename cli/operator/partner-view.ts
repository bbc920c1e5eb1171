import type { PartnerDetails } from '../../protocol/control/types.ts';
import { type Block, gap, line, next, pairs, toned } from '../view/block.ts';
import { profileBlocks } from './profile-view.ts';
import { stateName } from '../view/state-name.ts';
import { when } from '../view/when.ts';

/** One partner or candidate, with what to do next about it. */
export function partnerBlocks(partner: PartnerDetails, now: number): readonly Block[] {
  const tone = { approved: 'good', candidate: 'warn', suspended: 'bad' } as const;
  return [
    pairs([
      ['partner', toned('strong', stateName(partner.state))],
      ['status', toned(tone[partner.status], partner.status)],
      ['fingerprint', toned('strong', partner.fingerprint)],
      ['link', partner.connected ? toned('good', 'on line') : 'off line'],
      ['last contact', partner.lastContactAt && when(partner.lastContactAt, now)],
      ['introduced by', partner.introducedBy.join(', ') || undefined],
    ]),
    ...partner.warnings.map((warning) => line(toned('warn', `! ${warning}`))),
    gap,
    ...profileBlocks(partner.profile, now),
    ...(partner.status === 'candidate' ? [gap, approval(partner)] : []),
  ];
}

function approval({ state, fingerprint }: PartnerDetails): Block {
  return next(
    `compare the fingerprint with ${stateName(state)} by telephone, then: comity partner approve ${state} --fingerprint ${fingerprint}`,
  );
}
