import type { ErrorDocument } from '../protocol/control/errors.ts';
import type { Handlers, WatchSource } from '../protocol/control/handlers.ts';
import type { Cases } from './cases/cases.ts';

type CaseRoute =
  | 'acts.prepare'
  | 'acts.submit'
  | 'acts.submitEach'
  | 'drafts.list'
  | 'drafts.remove'
  | 'inbox.list'
  | 'outbox.list'
  | 'cases.list'
  | 'cases.show'
  | 'cases.timeline'
  | 'cases.replies'
  | 'items.open'
  | 'items.delivery';

const SECOND_MS = 1000;

/**
 * The routes about cases. Which cases a caller may know of, the cases decide at every one of them.
 *
 * @param documentOf makes a document of what one of several acts failed by, a bug included.
 */
export function caseHandlers(
  cases: Cases,
  documentOf: (error: unknown) => ErrorDocument,
): Handlers<CaseRoute> {
  return {
    'acts.prepare': ({ body }, caller) => cases.prepare(caller, body),
    'acts.submit': ({ body }, caller) => cases.submit(caller, body),
    'acts.submitEach': async ({ body }, caller) => {
      const settled = await cases.submitEach(caller, body.acts);
      const outcomes = settled.map((one) =>
        one.status === 'fulfilled' ? { submitted: one.value } : documentOf(one.reason),
      );
      return { outcomes };
    },
    'drafts.list': (_, caller) => cases.drafts(caller),
    'drafts.remove': async ({ params: { draftId } }, caller) => {
      await cases.removeDraft(caller, draftId);
      return { draftId, removed: true };
    },
    'inbox.list': ({ query }, caller) => cases.list(caller, { box: 'inbox', query }),
    'outbox.list': ({ query }, caller) => cases.list(caller, { box: 'outbox', query }),
    'cases.list': ({ query }, caller) => cases.list(caller, { box: 'cases', query }),
    'cases.show': ({ params }, caller) => cases.show(caller, params.reference),
    'cases.timeline': ({ params }, caller) => cases.timeline(caller, params.reference),
    'cases.replies': ({ params, query }, caller) => cases.replies(caller, { ...params, ...query }),
    'items.open': ({ params }, caller) => cases.openItem(caller, params.itemId),
    'items.delivery': ({ params, query }, caller) =>
      cases.delivery(caller, params.itemId, (query.waitS ?? 0) * SECOND_MS),
  };
}

/**
 * What happens in cases, to officers of their desks; what happens with partners, to everybody who is logged
 * in.
 */
export function watchSource(cases: Cases, subscribeToPartners: WatchSource['subscribe']): WatchSource {
  return {
    subscribe(caller, listener) {
      const ends = [cases.subscribe(caller, listener), subscribeToPartners(caller, listener)];
      return () => {
        for (const end of ends) end();
      };
    },
  };
}
