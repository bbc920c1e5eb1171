import type { Instrument } from '../instrument.ts';
import { CAVEATS } from './caveats.ts';
import { CROSSINGS } from './crossings.ts';
import { DIALOGS } from './dialogs.ts';
import { words } from './fields/field.ts';
import { FORBIDDEN_GROUNDS, GROUNDS } from './grounds.ts';
import { INTAKE_REASONS } from './intake-reasons.ts';
import { INFO_SPONTANEOUS } from './kinds/info-spontaneous.ts';
import { MLA_GENERAL } from './kinds/mla-general.ts';
import { PARAGRAPHS } from './paragraphs/paragraphs.ts';
import { TIMERS } from './timers.ts';
import { VERBS } from './verbs/verbs.ts';

/**
 * The text submitted by CARICOM in July 2022: chapters 4 to 8 and the preamble, as far as its kinds are
 * written.
 */
export const CARICOM: Instrument = {
  id: 'caricom-2022',
  version: '0.1.0',
  machine: 1,
  title: words(
    'CARICOM submission for a convention on cybercrime, July 2022',
    'Projet de convention sur la cybercriminalité soumis par la CARICOM, juillet 2022',
  ),
  kinds: Object.fromEntries([MLA_GENERAL, INFO_SPONTANEOUS].map((kind) => [kind.kind, kind])),
  verbs: VERBS,
  grounds: GROUNDS,
  forbiddenGrounds: FORBIDDEN_GROUNDS,
  intakeReasons: INTAKE_REASONS,
  timers: TIMERS,
  dialogs: DIALOGS,
  caveats: CAVEATS,
  paragraphs: PARAGRAPHS,
  crossings: CROSSINGS,
};
