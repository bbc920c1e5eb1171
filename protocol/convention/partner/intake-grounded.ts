import { textOf } from '../content/form-value.ts';
import { forceFinding } from '../regime.ts';
import { block, type Find } from './check.ts';
import { declaredRecords, declaredText } from './party-profile.ts';

const securityLevel: Find = ({ own, content, day }) => {
  const records = declaredRecords(own, 'intake.security_requirements', day);
  const declared = records.map((record) => textOf(record, 'requirement'));
  const requirement = textOf(content, 'requirement');
  if (requirement === '' || declared.includes(requirement)) return [];
  const details = { requirement, names: declared.join(', ') || '–' };
  return [{ ...block('MLA-19', 'requirement-not-declared', details), level: 'ACK' }];
};

const channel: Find = ({ own, day }) => {
  const required = declaredText(own, 'mla.diplomatic_channel', day) === 'required';
  return required ? [] : [block('MLA-17', 'channel-not-declared', { party: own.party })];
};

const notParty: Find = ({ own, partner, day }) => {
  const out = [own, partner].some((profile) => forceFinding(profile, day).length > 0);
  return out ? [] : [block('ICO-1', 'in-force-after-all', { party: partner.party })];
};

const BY_REASON: ReadonlyMap<string, Find> = new Map([
  ['security_level', securityLevel],
  ['channel', channel],
  ['not_party', notParty],
]);

/**
 * What a State turns away at intake should rest on its own profile: a security requirement that it has
 * declared (MLA-19; another one needs a reason), the diplomatic channel where it requires it (MLA-17, D-06),
 * the convention not being in force (ICO-1).
 */
export const intakeGrounded: Find = (check) => {
  if (check.verb !== 'INTAKE_REJECT') return [];
  return BY_REASON.get(textOf(check.content, 'reason'))?.(check) ?? [];
};
