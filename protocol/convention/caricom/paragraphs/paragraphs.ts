import type { ParagraphSpec } from '../../instrument.ts';
import { DATA_ACCESS } from './data-access.ts';
import { EMLA } from './emla.ts';
import { EPROD } from './eprod.ts';
import { EXT, TSP_TCP } from './ext.ts';
import { AMD, DEN, DEP, DISP, EIF, SIGN } from './final.ts';
import { ICO } from './ico.ts';
import { COP, ECD, IMPL, PRIV, SOC } from './implementation.ts';
import { LEC, SIT } from './lec.ts';
import { MLA_CONDUCT } from './mla-conduct.ts';
import { MLA_GENERAL_RULES } from './mla-general.ts';
import { MLA_PERSONS } from './mla-persons.ts';
import { MLA_PROCEDURE } from './mla-procedure.ts';
import { MLA_SCOPE } from './mla-scope.ts';
import { N247 } from './n247.ts';
import { paragraph } from './paragraph.ts';
import { PRE } from './preamble.ts';
import { PRES, TRAF } from './pres.ts';
import { SPI } from './spi.ts';
import { MECL, STAT, STATP, TRAIN } from './training.ts';

/** The one paragraph whose words and reading differ: a "not" was lost (register A-02). */
const MLA_14: ParagraphSpec = {
  code: 'MLA-14',
  article: 'MLA',
  says: {
    en: 'Whoever was transferred is not prosecuted, detained or punished there for what happened before, unless the sending State agrees.',
    fr: 'La personne transférée n’est ni poursuivie, ni détenue, ni punie là-bas pour des faits antérieurs, sauf accord de l’État d’envoi.',
  },
  does: {
    en: 'The protection opens with the transfer; only the sending State narrows it. The words of the text and the reading applied are shown together.',
    fr: 'La protection naît du transfèrement ; seul l’État d’envoi la restreint. Le texte et la lecture retenue sont montrés ensemble.',
  },
  slip: {
    literal:
      'that person, whatever his or her nationality, shall be prosecuted, detained, punished or subjected to any other restriction of his or her personal liberty',
    applied:
      'that person, whatever his or her nationality, shall not be prosecuted, detained, punished or subjected to any other restriction of his or her personal liberty',
    anomaly: 'A-02',
  },
};

const ROWS = [
  ...ICO,
  ...MLA_SCOPE,
  ...MLA_GENERAL_RULES,
  ...MLA_PERSONS,
  ...MLA_PROCEDURE,
  ...MLA_CONDUCT,
  ...EXT,
  ...TSP_TCP,
  ...SPI,
  ...PRES,
  ...EPROD,
  ...EMLA,
  ...TRAF,
  ...DATA_ACCESS,
  ...N247,
  ...LEC,
  ...SIT,
  ...STAT,
  ...TRAIN,
  ...MECL,
  ...STATP,
  ...SOC,
  ...PRIV,
  ...ECD,
  ...IMPL,
  ...COP,
  ...DISP,
  ...SIGN,
  ...EIF,
  ...AMD,
  ...DEN,
  ...DEP,
  ...PRE,
];

export const PARAGRAPHS: Readonly<Record<string, ParagraphSpec>> = Object.fromEntries(
  [...ROWS.map(paragraph), MLA_14].map((spec) => [spec.code, spec]),
);
