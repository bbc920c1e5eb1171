import type { Predicate } from '../predicate.ts';

const MEASURES_ON_DATA = [
  'search_seizure_freezing',
  'examine_data_objects_sites',
  'information_items_expertise',
  'records_originals_or_copies',
];

const FOLLOW_UPS = ['data.stored_access', 'mla.general', 'mla.emergency'];

const inPart: Predicate = { field: 'scope', equals: 'part' };

/** PRES-7: the act quotes a request for the data, with the receipt of the State that preserves them. */
export const QUOTES_FOLLOW_UP: Predicate = {
  any: [
    { quotes: { verb: ['REQUEST'], kind: ['data.stored_access'], receipt: true } },
    {
      quotes: {
        verb: ['REQUEST'],
        kind: ['mla.general', 'mla.emergency'],
        receipt: true,
        where: { some: { list: 'measures', where: { field: 'code', equals: MEASURES_ON_DATA } } },
      },
    },
  ],
};

/** PRES-7: it quotes what ended such a request. Turned away at intake, or postponed, it is not decided. */
export const QUOTES_DECISION: Predicate = {
  any: [
    { quotes: { verb: ['RESULT'], kind: FOLLOW_UPS } },
    { quotes: { verb: ['REFUSE', 'WITHDRAW'], kind: FOLLOW_UPS, where: { not: inPart } } },
    {
      quotes: {
        verb: ['CONDITIONS_DETERMINE'],
        kind: FOLLOW_UPS,
        where: { all: [{ field: 'determination', equals: 'withhold' }, { not: inPart }] },
      },
    },
  ],
};

/** A decision on a part of it: whether it was the last part, the officer says. */
export const QUOTES_PART_DECISION: Predicate = {
  quotes: { verb: ['REFUSE', 'WITHDRAW', 'CONDITIONS_DETERMINE'], kind: FOLLOW_UPS, where: inPart },
};

/** EPROD-2: it quotes the emergency request that a production waits for. */
export const QUOTES_EMERGENCY_REQUEST: Predicate = {
  quotes: { verb: ['REQUEST'], kind: ['mla.emergency'] },
};

/** EPROD-7: it quotes the request that was sent again as one for mutual assistance. */
export const QUOTES_ASSISTANCE_REQUEST: Predicate = {
  quotes: { verb: ['REQUEST'], kind: ['mla.general', 'mla.emergency'] },
};

/** EXT-10: it quotes the full request that a provisional arrest waits for. */
export const QUOTES_EXTRADITION_REQUEST: Predicate = {
  quotes: { verb: ['REQUEST'], kind: ['ext.extradition'] },
};

/** A refusal has this ground and no other. */
export const onlyGround = (code: string): Predicate => ({
  all: [
    { some: { list: 'grounds', where: { field: 'code', equals: code } } },
    { not: { some: { list: 'grounds', where: { not: { field: 'code', equals: code } } } } },
  ],
});

/** EXT-11: it quotes a refusal of extradition, for whatever ground. */
export const QUOTES_REFUSAL: Predicate = { quotes: { verb: ['REFUSE'], kind: ['ext.extradition'] } };

/** EXT-11: it quotes one for no other ground than nationality. */
export const QUOTES_REFUSED_NATIONAL: Predicate = {
  quotes: { verb: ['REFUSE'], kind: ['ext.extradition'], where: onlyGround('G-NATIONALITY') },
};

/** EXT-13: nationality is among the grounds of the refusal that it quotes. */
export const QUOTES_NATIONALITY: Predicate = {
  quotes: {
    verb: ['REFUSE'],
    kind: ['ext.extradition'],
    where: { some: { list: 'grounds', where: { field: 'code', equals: 'G-NATIONALITY' } } },
  },
};

/** EXT-12: it quotes that the person was taken over after all. */
export const QUOTES_SURRENDER: Predicate = {
  quotes: { verb: ['TAKEOVER'], kind: ['ext.extradition'], where: { field: 'leg', equals: 'outbound' } },
};

/** EXT-13: the extradition that it quotes was asked for a trial. */
export const QUOTES_REQUEST_FOR_TRIAL: Predicate = {
  quotes: { verb: ['REQUEST'], kind: ['ext.extradition'], where: { field: 'purpose', equals: 'trial' } },
};
