import { existsSync } from 'node:fs';
import type { WarningView } from '../../protocol/control/warnings.ts';
import { isComityError } from '../../protocol/errors.ts';
import { RELEASE } from '../../protocol/release.ts';
import { connect } from '../client/connect.ts';
import type { Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { type Block, gap, line, toned } from '../view/block.ts';
import { warningBlocks } from '../view/warnings.ts';

interface Examined {
  readonly online: boolean;
  readonly findings: readonly WarningView[];
}

/**
 * Looks for what is wrong, by the daemon where one answers, else in the home alone. Ends with 1 if anything
 * is an alarm.
 */
export async function doctor(context: Context): Promise<Outcome> {
  const examined = (await online(context)) ?? (await offline(context));
  const alarms = examined.findings.filter(({ level }) => level === 'alarm');
  return {
    document: examined,
    exitCode: alarms.length > 0 ? EXIT.failed : EXIT.done,
    view: viewOf(examined, alarms.length),
  };
}

/** Nothing if no daemon answers, or nobody is logged in, and there is a home to look at instead. */
async function online(context: Context): Promise<Examined | undefined> {
  try {
    const { client } = connect(context);
    const { version } = await client.call('status', {}, { signal: context.signal });
    const { findings } = await client.call('doctor', {}, { signal: context.signal });
    return {
      online: true,
      findings: version === RELEASE ? findings : [await otherRelease(version), ...findings],
    };
  } catch (error) {
    const mayLook = isComityError(error, 'daemon-silent') || isComityError(error, 'not-logged-in');
    if (mayLook && existsSync(homeOf(context))) return undefined;
    throw error;
  }
}

const homeOf = ({ places }: Context): string => places.home ?? places.defaultHome;

async function offline(context: Context): Promise<Examined> {
  const { examineHome } = await import('./offline.ts');
  const { warningViews } = await import('../../protocol/control/warnings.ts');
  const { environment: env, now } = context;
  return {
    online: false,
    findings: warningViews(await examineHome({ home: homeOf(context), env, now: now() })),
  };
}

async function otherRelease(version: string): Promise<WarningView> {
  const { WARNINGS } = await import('../../protocol/control/warnings.ts');
  const { level, remedy } = WARNINGS['release-differs'];
  const message = `The daemon is of release ${version} and this command of ${RELEASE}.`;
  return { code: 'release-differs', level, remedy, message };
}

const ONLINE =
  'Looked at: home, keys, configuration, clock, disk, store, backups, profiles, addresses, partners.';
const OFFLINE =
  'Looked at: home, keys, configuration, clock, disk. No daemon was asked: start it, log in, and run this again.';

function viewOf({ online: asked, findings }: Examined, alarms: number): readonly Block[] {
  const verdict =
    findings.length === 0
      ? toned('good', 'Nothing is wrong.')
      : toned(alarms > 0 ? 'bad' : 'warn', `${findings.length} found, ${alarms} of them alarms.`);
  return [
    line(verdict),
    ...(findings.length > 0 ? [gap] : []),
    ...warningBlocks(findings),
    gap,
    line(toned('dim', asked ? ONLINE : OFFLINE)),
  ];
}
