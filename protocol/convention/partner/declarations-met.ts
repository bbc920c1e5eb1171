import { textOf } from '../content/form-value.ts';
import { digestOfInstrument } from '../digest.ts';
import type { KindSpec } from '../instrument.ts';
import { block, type Find, warn } from './check.ts';
import {
  coversDay,
  coversKind,
  dayOf,
  declaredRecords,
  declaredText,
  declaredTexts,
  type PartyProfile,
  textsIn,
} from './party-profile.ts';

/** MLA-17, 19, 33: what the partner has declared, and what it can take. */

export const knowsInstrument: Find = ({ instrument, partner, opening }) => {
  if (!opening || partner.instruments.some(({ digest }) => digest === digestOfInstrument(instrument)))
    return [];
  const name = `${instrument.id} ${instrument.version}`;
  return [block('ICO-1', 'instrument-unknown', { party: partner.party, instrument: name })];
};

/** SIGN-4: an organization has the competences that it has declared. */
export const hasCompetence: Find = ({ partner, kind, opening, day }) => {
  if (!opening || partner.kind !== 'regional_organization') return [];
  const matters = declaredRecords(partner, 'competence', day).filter((record) => coversDay(record, day));
  const covered = matters.some((record) => coversKind([textOf(record, 'matter')], kind));
  return covered ? [] : [block('SIGN-4', 'outside-competence', { party: partner.party, kind })];
};

/** Kinds whose every message goes between central authorities. */
function isMutualAssistance(spec: KindSpec): boolean {
  return spec.routes.some(({ paragraph }) => paragraph === 'MLA-17');
}

/** MLA-17: the diplomatic channel where it is required; INTERPOL in urgency and by agreement. */
export const channelAllowed: Find = ({ partner, spec, channel, urgency, own, day }) => {
  if (!isMutualAssistance(spec)) return [];
  const { party } = partner;
  if (channel === 'node') {
    const required = declaredText(partner, 'mla.diplomatic_channel', day) === 'required';
    return required ? [block('MLA-17', 'diplomatic-required', { party })] : [];
  }
  if (channel === 'diplomatic') return [];
  if (urgency === 'routine') return [block('MLA-17', 'interpol-not-urgent', { party })];
  return agreesToInterpol(partner, own.party, day) ? [] : [block('MLA-17', 'interpol-not-agreed', { party })];
};

function agreesToInterpol(partner: PartyProfile, own: string, day: string): boolean {
  const mode = declaredText(partner, 'mla.interpol_channel', day);
  const standing =
    mode === 'standing_agreement' && declaredTexts(partner, 'mla.interpol_partners', day).includes(own);
  return mode === 'ad_hoc' || standing;
}

export const fits: Find = ({ partner, itemBytes, attachmentBytes }) => {
  const { itemBytesMax, attachmentBytesMax } = partner.acceptance;
  const { party } = partner;
  const item =
    itemBytesMax > 0 && itemBytes > itemBytesMax
      ? [block('', 'too-large-for-partner', { party, bytes: itemBytes, max: itemBytesMax })]
      : [];
  const attachments = attachmentBytes
    .filter((bytes) => attachmentBytesMax > 0 && bytes > attachmentBytesMax)
    .map((bytes) => block('', 'attachment-too-large', { party, bytes, max: attachmentBytesMax }));
  return [...item, ...attachments];
};

/** MLA-19: levels of security and authentication that the partner requires before it takes a request in. */
export const securityRequirements: Find = ({ partner, kind, opening, fulfilled, day }) => {
  if (!opening) return [];
  return declaredRecords(partner, 'intake.security_requirements', day)
    .filter((record) => coversKind(textsIn(record, 'kinds'), kind))
    .map((record) => ({
      requirement: textOf(record, 'requirement'),
      value: textOf(record, 'value') || '–',
    }))
    .filter(({ requirement }) => !fulfilled.includes(requirement))
    .map((details) => block('MLA-19', 'security-requirement', { party: partner.party, ...details }));
};

/** MLA-33: what the partner says about costs, before it is asked. */
export const costsNote: Find = ({ partner, spec, opening, day }) => {
  const note = declaredText(partner, 'mla.costs_note', day);
  if (!opening || note === undefined || !isMutualAssistance(spec)) return [];
  return [warn('MLA-33', 'costs-note', { party: partner.party, note })];
};

export const stillValid: Find = ({ partner, at }) =>
  at <= partner.validUntil
    ? []
    : [warn('', 'profile-expired', { party: partner.party, date: dayOf(partner.validUntil) })];
