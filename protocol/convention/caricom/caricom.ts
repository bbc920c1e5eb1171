import type { Instrument } from '../instrument.ts';
import { CAVEATS } from './caveats/caveats.ts';
import { CROSSINGS } from './crossings.ts';
import { DIALOGS } from './dialogs.ts';
import { words } from './fields/field.ts';
import { FORBIDDEN_GROUNDS, GROUNDS } from './grounds/grounds.ts';
import { INTAKE_REASONS } from './intake-reasons.ts';
import { KINDS } from './kinds/kinds.ts';
import { OVERLAYS } from './overlays/overlays.ts';
import { PARAGRAPHS } from './paragraphs/paragraphs.ts';
import { TIMERS } from './timers/timers.ts';
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
  kinds: KINDS,
  verbs: VERBS,
  grounds: GROUNDS,
  forbiddenGrounds: FORBIDDEN_GROUNDS,
  intakeReasons: INTAKE_REASONS,
  timers: TIMERS,
  dialogs: DIALOGS,
  caveats: CAVEATS,
  paragraphs: PARAGRAPHS,
  crossings: CROSSINGS,
  overlays: OVERLAYS,
};
