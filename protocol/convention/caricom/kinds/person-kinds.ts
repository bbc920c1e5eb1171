import type { KindSpec } from '../../instrument.ts';
import { EXT_EXTRADITION } from './ext-extradition.ts';
import { EXT_ENFORCE_SENTENCE, EXT_PROSECUTE_INSTEAD } from './ext-instead.ts';
import { EXT_PROVISIONAL_ARREST } from './ext-provisional-arrest.ts';
import { MLA_GOV_RECORDS } from './mla-gov-records.ts';
import { MLA_HEARING_VIDEO } from './mla-hearing-video.ts';
import { MLA_PERSON_APPEARANCE } from './mla-person-appearance.ts';
import { MLA_PERSON_TRANSFER } from './mla-person-transfer.ts';
import { PERSON_SENTENCED_TRANSFER } from './person-sentenced-transfer.ts';
import { PROC_TRANSFER } from './proc-transfer.ts';

/** Persons who are heard, sent, invited or extradited, records of public authorities, and proceedings. */
export const PERSON_KINDS: readonly KindSpec[] = [
  MLA_HEARING_VIDEO,
  MLA_GOV_RECORDS,
  MLA_PERSON_TRANSFER,
  MLA_PERSON_APPEARANCE,
  EXT_EXTRADITION,
  EXT_PROVISIONAL_ARREST,
  EXT_PROSECUTE_INSTEAD,
  EXT_ENFORCE_SENTENCE,
  PERSON_SENTENCED_TRANSFER,
  PROC_TRANSFER,
];
