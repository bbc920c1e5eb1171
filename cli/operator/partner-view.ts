import type { PartnerDetails } from '../../protocol/control/types.ts';
import { type Block, gap, next, pairs, toned } from '../view/block.ts';
import { profileBlocks } from './profile-view.ts';
import { stateName } from '../view/state-name.ts';
import { warningBlocks } from '../view/warnings.ts';
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
    ...warningBlocks(partner.warnings),
    gap,
    ...profileBlocks(partner.profile, now),
    ...(partner.status === 'candidate' ? [gap, approval(partner)] : []),
  ];
}

/**
 * What stands on file is not in the command: whoever approves has to have the fingerprint from the partner.
 */
function approval({ state, kin }: PartnerDetails): Block {
  if (kin === true) {
    return next(
      `its State key was compared for another party of this State: comity partner approve ${state}`,
    );
  }
  return next(
    `have ${stateName(state)} read its fingerprint out by telephone, and type what you hear in place of the dots:`,
    `comity partner approve ${state} --fingerprint "…"`,
  );
}
