import type { KindSpec } from '../../instrument.ts';
import { ARRANGEMENT_RECORD } from './arrangement-record.ts';
import { COOP_PERSON_ARRANGEMENT } from './coop-person-arrangement.ts';
import { DISPUTE_NEGOTIATE } from './dispute-negotiate.ts';
import { LE_INFORMATION } from './le-information.ts';
import { LE_INQUIRY } from './le-inquiry.ts';
import { LE_ITEMS } from './le-items.ts';
import { LE_LIAISON } from './le-liaison.ts';
import { SIT_TECHNIQUE } from './sit-technique.ts';
import { STATS_SHARE } from './stats-share.ts';
import { TRAIN_REQUEST } from './train-request.ts';

/** Police and special techniques, persons who cooperate, arrangements, training, statistics, disputes. */
export const BESIDE_ASSISTANCE: readonly KindSpec[] = [
  LE_INQUIRY,
  LE_ITEMS,
  LE_INFORMATION,
  LE_LIAISON,
  SIT_TECHNIQUE,
  COOP_PERSON_ARRANGEMENT,
  ARRANGEMENT_RECORD,
  TRAIN_REQUEST,
  STATS_SHARE,
  DISPUTE_NEGOTIATE,
];
