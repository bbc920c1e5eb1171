import { defineCodec } from '../codec.ts';
import type { Urgency } from '../convention/instrument.ts';
import { admitExtensions, extensionsIn, extensionsOut } from '../extension.ts';
import { fieldsIn, fieldsOut } from '../fields.ts';
import { FORMAT_VERSION } from '../ids.ts';
import { COUNTS, SIZES } from '../limits.ts';
import { comity } from '../protobuf.ts';
import { rejection } from '../rejection.ts';
import {
  ascending,
  codeOut,
  demand,
  digestOut,
  digestSetOut,
  hexesIn,
  hexIn,
  idOut,
  ifGiven,
  integerOut,
  lineOut,
  listOut,
  numberIn,
  numberOut,
  optionalDigestOut,
  present,
  textIn,
  timeOut,
} from '../shape.ts';
import { deskIn, deskOut } from './desk.ts';
import { keyIn, keyOut } from './key.ts';
import { nodeIn, nodeOut } from './node-entry.ts';
import { type Acceptance, type InstrumentReference, keysOf, type Period, type Profile } from './profile.ts';
import { formerIn, historyOut } from './state-key.ts';

const kinds: readonly string[] = ['state', 'regional_organization'] satisfies Profile['kind'][];
const units: readonly string[] = ['minutes', 'hours', 'days'] satisfies Period['unit'][];
const urgencies: readonly string[] = ['routine', 'urgent', 'emergency'] satisfies Urgency[];
const party = /^[A-Z0-9]+(-[A-Z0-9]+)*$/;

/**
 * @throws ComityError `malformed`, `too-large`, `unknown-version`, `unknown-suite` or `critical-extension`.
 */
export const profileCodec = defineCodec<Profile, comity.Profile.$Properties, comity.Profile>({
  name: 'Profile',
  message: comity.Profile,
  bytesMax: SIZES.profileBytesMax,
  fieldsMax: 65_536,
  admit: ({ format, extensions }) => {
    if (format !== FORMAT_VERSION) throw rejection('unknown-version', { where: 'profile', format });
    admitExtensions(extensions, 'profile.extensions');
  },
  toWire: (profile) => {
    checkWhole(profile);
    return {
      format: FORMAT_VERSION,
      network: idOut(profile.network, 'profile.network'),
      party: idOut(profile.party, 'profile.party'),
      kind: profile.kind,
      names: listOut(profile.names, COUNTS.names, 'profile.names', ({ language, text }, where) => ({
        language: codeOut(language, where),
        text: lineOut(text, where),
      })),
      version: integerOut(profile.version, 1, 0xffff_ffff, 'profile.version'),
      previous: optionalDigestOut(profile.previous, 'profile.previous'),
      supersedes: digestSetOut(profile.supersedes, 2, 'profile.supersedes'),
      issuedAt: timeOut(profile.issuedAt, 'profile.issuedAt'),
      validFrom: timeOut(profile.validFrom, 'profile.validFrom'),
      validUntil: timeOut(profile.validUntil, 'profile.validUntil'),
      stateKey: keyOut(profile.stateKey, 'profile.stateKey'),
      stateKeyHistory: historyOut(profile, 'profile.stateKeyHistory'),
      desks: listOut(profile.desks, COUNTS.desks, 'profile.desks', deskOut),
      node: nodeOut(profile.node),
      instruments: listOut(profile.instruments, COUNTS.instruments, 'profile.instruments', instrumentOut),
      periods: listOut(profile.periods, COUNTS.periods, 'profile.periods', periodOut),
      acceptance: acceptanceOut(profile.acceptance),
      declarations: fieldsOut(profile.declarations, 'profile.declarations'),
      restricted: optionalDigestOut(profile.restricted, 'profile.restricted'),
      extensions: extensionsOut(profile.extensions, 'profile.extensions'),
    };
  },
  fromWire: (wire) => ({
    network: textIn(wire.network),
    party: textIn(wire.party),
    kind: textIn(wire.kind) as Profile['kind'],
    names: wire.names.map(({ language, text }) => ({
      language: textIn(language),
      text: textIn(text),
    })),
    version: numberIn(wire.version),
    ...ifGiven('previous', wire.previous, hexIn),
    supersedes: hexesIn(wire.supersedes),
    issuedAt: numberIn(wire.issuedAt),
    validFrom: numberIn(wire.validFrom),
    validUntil: numberIn(wire.validUntil),
    stateKey: keyIn(present(wire.stateKey, 'profile.stateKey')),
    stateKeyHistory: wire.stateKeyHistory.map(formerIn),
    desks: wire.desks.map(deskIn),
    node: nodeIn(present(wire.node, 'profile.node')),
    instruments: wire.instruments.map(instrumentIn),
    periods: wire.periods.map(periodIn),
    acceptance: acceptanceIn(present(wire.acceptance, 'profile.acceptance')),
    declarations: fieldsIn(present(wire.declarations, 'profile.declarations')),
    ...ifGiven('restricted', wire.restricted, hexIn),
    extensions: extensionsIn(wire.extensions),
  }),
});

function checkWhole(profile: Profile): void {
  const { version, previous, supersedes, desks, instruments } = profile;
  demand(party.test(profile.party), 'profile.party', 'must be a code in capitals');
  demand(kinds.includes(profile.kind), 'profile.kind', 'is no kind of party');
  demand(profile.names.length > 0, 'profile.names', 'is missing');
  demand((version === 1) === (previous === undefined), 'profile.previous', 'contradicts version');
  demand(supersedes.length !== 1, 'profile.supersedes', 'must name two or none');
  demand(profile.validFrom < profile.validUntil, 'profile.validUntil', 'must come after validFrom');
  demand(new Set(desks.map(({ id }) => id)).size === desks.length, 'profile.desks', 'has one id twice');
  demand(keysOf(profile).length <= COUNTS.profileKeys, 'profile', 'has too many keys');
  demand(ascending(instruments.map(({ digest }) => digest)), 'profile.instruments', 'must ascend by digest');
}

function instrumentOut(
  reference: InstrumentReference,
  where: string,
): comity.InstrumentReference.$Properties {
  return {
    id: codeOut(reference.id, where),
    version: codeOut(reference.version, where),
    digest: digestOut(reference.digest, where),
  };
}

function instrumentIn(wire: comity.InstrumentReference.$Properties): InstrumentReference {
  return { id: textIn(wire.id), version: textIn(wire.version), digest: hexIn(wire.digest) };
}

function periodOut(period: Period, where: string): comity.Period.$Properties {
  demand(units.includes(period.unit), where, 'has an unknown unit');
  demand(period.urgency === undefined || urgencies.includes(period.urgency), where, 'has an unknown urgency');
  return {
    timer: codeOut(period.timer, where),
    urgency: period.urgency ?? '',
    amount: integerOut(period.amount, 1, 100_000, where),
    unit: period.unit,
  };
}

function periodIn(wire: comity.Period.$Properties): Period {
  return {
    timer: textIn(wire.timer),
    ...ifGiven('urgency', wire.urgency, (text) => text as Urgency),
    amount: numberIn(wire.amount),
    unit: textIn(wire.unit) as Period['unit'],
  };
}

function acceptanceOut(acceptance: Acceptance): comity.Acceptance.$Properties {
  const where = 'profile.acceptance';
  return {
    languages: listOut(acceptance.languages, COUNTS.languages, where, codeOut),
    itemBytesMax: integerOut(acceptance.itemBytesMax, 1, SIZES.envelopeBytesMax, where),
    attachmentBytesMax: numberOut(acceptance.attachmentBytesMax, where),
    channels: listOut(acceptance.channels, COUNTS.channels, where, codeOut),
  };
}

function acceptanceIn(wire: comity.Acceptance.$Properties): Acceptance {
  return {
    languages: wire.languages ?? [],
    itemBytesMax: numberIn(wire.itemBytesMax),
    attachmentBytesMax: numberIn(wire.attachmentBytesMax),
    channels: wire.channels ?? [],
  };
}
