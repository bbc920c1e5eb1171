import { type ErrorDocument, toDocument } from '../protocol/control/errors.ts';
import type { ComityError } from '../protocol/errors.ts';
import { type Block, line, toned } from './view/block.ts';
import { problemsOf, problemView } from './view/problems.ts';
import { absolute } from './view/when.ts';

/** What to do about an error whose sentence does not say it. */
const WAYS_OUT: Readonly<Record<string, string>> = {
  'not-logged-in': 'log in: comity login',
  'not-permitted': 'ask an operator of your node for the role: comity whoami shows what you are',
  'wrong-desk': 'the case belongs to another desk: comity whoami shows yours',
  'unknown-state': 'comity partners lists those that are known here',
  'unknown-case': 'comity cases lists yours',
  'unknown-kind': 'comity kinds lists what can be asked for',
  'unknown-verb': 'comity reply REF lists what may be said now',
  'unknown-draft': 'comity drafts lists yours',
  'case-changed': 'look at it, then say it again with --anyway',
  recovering: 'wait until the partner has sent what this node lost: comity status',
  'low-space': 'free space on the disk of the node',
};

/** An error as programs and as people read it. */
export function describeError(error: ComityError): { document: ErrorDocument; view: readonly Block[] } {
  const problems = problemsOf(error.details);
  const wayOut = WAYS_OUT[error.code];
  const says = error.message.includes(' — ') || wayOut === undefined || problems.length > 0;
  const message = says ? error.message : `${error.message.replace(/[.:]$/, '')} — ${wayOut}`;
  const named = error.paragraph !== undefined && !message.includes(error.paragraph);
  const paragraph = named ? ` (${error.paragraph})` : '';
  return {
    document: toDocument(error),
    view: [
      line(toned('bad', 'error: '), `${message}${paragraph}`),
      ...problems.flatMap(problemView),
      ...(error.code === 'case-changed' ? whatCame(error.details) : []),
    ],
  };
}

/** The partner's items that the officer has not seen. */
function whatCame(details: ComityError['details']): readonly Block[] {
  const items = details?.['items'];
  if (!Array.isArray(items)) return [];
  const came = items as readonly {
    readonly itemId: string;
    readonly verb: string;
    readonly createdAt: string;
  }[];
  return came.map(({ itemId, verb, createdAt }) =>
    line(
      '  came in: ',
      toned('strong', verb),
      `, ${absolute(Date.parse(createdAt))}, item ${itemId.slice(0, 12)}`,
    ),
  );
}
