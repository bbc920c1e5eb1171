import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { completeContent } from '../../protocol/convention/content/complete-content.ts';
import type { FormContent } from '../../protocol/convention/content/form-value.ts';
import { splitContent, type SplitContent } from '../../protocol/convention/content/split-content.ts';
import { CARICOM } from '../../protocol/convention/instruments.ts';
import { fieldsOf } from '../../protocol/convention/verb-in.ts';
import {
  type Receipt,
  receiptStatement,
  rejectionStatement,
  type RejectionStatement,
} from '../../protocol/delivery/statements.ts';
import { fingerprintOf } from '../../protocol/identity/fingerprint.ts';
import { openProfile, type OpenedProfile } from '../../protocol/identity/profile.ts';
import { type ForeignState, foreignState } from './foreign-state.ts';
import { comity, foldersOf, type Net } from './net.ts';
import { type Answer, type PermissiveNode, startPermissiveNode } from './permissive-node.ts';

/** A State with a foreign implementation beside the daemons of a network. */
export interface ForeignPartner {
  readonly state: ForeignState;
  readonly node: PermissiveNode;
  /** The daemon that it speaks to. */
  readonly target: OpenedProfile;
}

/** Makes one that nobody has pinned. */
export async function makeForeigner(
  net: Net,
  code: string,
  targetState: string,
  called?: string,
): Promise<ForeignPartner> {
  const file = join(net.dir, targetState, `${targetState.toLowerCase()}.profile`);
  const target = openProfile(await readFile(file));
  const state = foreignState(code, target.profile.network, {
    now: Date.now(),
    ...(called !== undefined && { called }),
  });
  return { state, target, node: await startPermissiveNode(state) };
}

/** Has the operator of the daemon pin it, like every other State. */
export async function pinForeigner(net: Net, { state, target }: ForeignPartner): Promise<void> {
  const folders = foldersOf(net.node(target.profile.party));
  const file = join(net.dir, `${state.code}.profile`);
  await writeFile(file, state.profile.bytes);
  await comity('partner', 'add', file, ...folders);
  const fingerprint = fingerprintOf(state.profile.profile.stateKey.publicKey);
  await comity('partner', 'approve', state.code, '--fingerprint', fingerprint, ...folders);
}

/** The daemon's receipt, signed by the key in its profile. */
export function receiptIn(answer: Answer, { profile }: OpenedProfile): Receipt {
  if (answer.kind !== 'receipt') throw new Error(`the answer is a ${answer.kind}: ${codeIn(answer)}`);
  return receiptStatement.open(answer.receipt, profile.node.receiptKeys[0]?.publicKey ?? '');
}

/** The daemon's rejection, signed by the same key. */
export function rejectionIn(answer: Answer, { profile }: OpenedProfile): RejectionStatement {
  if (answer.kind !== 'rejection') throw new Error(`the answer is a ${answer.kind}`);
  return rejectionStatement.open(answer.rejection, profile.node.receiptKeys[0]?.publicKey ?? '');
}

function codeIn(answer: Answer): string {
  return answer.kind === 'rejection' ? rejectionStatement.read(answer.rejection).code : '';
}

/** The two halves of a content, split the way every implementation does it. */
export function halvesOf(kind: string, verb: string, content: FormContent): SplitContent {
  const specs = fieldsOf(CARICOM, kind, verb) ?? [];
  return splitContent(specs, completeContent(specs, content, new Set()));
}
