import { type ControlClient, createControlClient } from '../../cli/client/control-client.ts';
import type { Draft, Submitted } from '../../protocol/control/types.ts';
import { isComityError } from '../../protocol/errors.ts';
import type { Urgency } from '../../protocol/convention/instrument.ts';
import type { Fields } from '../../protocol/value.ts';
import type { Net } from './net.ts';
import {
  officerIn,
  signedAct,
  signedDraft,
  type SigningOfficer,
  type SubmitBody,
} from './signing-officer.ts';
import { smallRequest } from './small-request.ts';

export type Sent = Extract<Submitted, { readonly itemId: string }>;

/** A case between two of the writers, as its opener's draft has named it. */
export interface OpenedCase {
  readonly opener: string;
  readonly partner: string;
  readonly draft: Draft;
  readonly opening: Sent;
}

/** What was signed, and what became of it. */
export interface Said {
  readonly state: string;
  readonly body: SubmitBody;
  readonly sent: Sent;
}

/**
 * Officers whose programs go on through the death of their daemons: a call whose answer does not come is made
 * again, with the same bytes, once the daemon serves again.
 */
export interface CaseWriters {
  /** Calls whose answer was lost. */
  readonly lost: () => number;
  open(opener: string, partner: string, urgency: Urgency): Promise<{ opened: OpenedCase; said: Said }>;
  say(at: OpenedCase, by: string, act: SaidAct): Promise<Said>;
  submit(state: string, body: SubmitBody): Promise<Sent>;
  call<T>(state: string, ask: (client: ControlClient) => Promise<T>): Promise<T>;
}

export interface SaidAct {
  readonly verb: string;
  readonly urgency: Urgency;
  readonly content: Fields;
}

export interface WriterOptions {
  /**
   * Called before a call; what it gives resolves when the daemon serves again, and is undefined if nobody has
   * ended the daemon since then.
   */
  readonly outageSince: (state: string) => () => Promise<void> | undefined;
  /** Before each call, and after each answer. */
  readonly onStep?: () => void;
}

/** A partner's items come in while an officer looks: so often is looked again. */
const LOOKS_MAX = 50;

export async function caseWriters(net: Net, options: WriterOptions): Promise<CaseWriters> {
  const officers = new Map<string, SigningOfficer>();
  for (const { state, officer } of net.nodes) officers.set(state, await officerIn(officer));
  const officerOf = (state: string): SigningOfficer => {
    const officer = officers.get(state);
    if (officer === undefined) throw new Error(`there is no officer of ${state}`);
    return officer;
  };
  let lost = 0;

  const call = async <T>(state: string, ask: (client: ControlClient) => Promise<T>): Promise<T> => {
    for (;;) {
      options.onStep?.();
      const outageSince = options.outageSince(state);
      try {
        const answer = await ask(createControlClient(officerOf(state)));
        options.onStep?.();
        return answer;
      } catch (error) {
        const outage = isSilence(error) ? outageSince() : undefined;
        if (outage === undefined) throw error;
        lost += 1;
        await outage;
      }
    }
  };
  const submit = async (state: string, body: SubmitBody): Promise<Sent> => {
    const sent = await call(state, (client) => client.call('acts.submit', { body }));
    if (!('itemId' in sent)) throw new Error('it waits for a second officer');
    return sent;
  };

  return {
    lost: () => lost,
    call,
    submit,
    open: async (opener, partner, urgency) => {
      const asked = { kind: 'mla.general', to: partner, urgency, content: smallRequest(), language: 'en' };
      const { draft, problems } = await call(opener, (client) =>
        client.call('acts.prepare', { body: asked }),
      );
      if (draft === undefined) throw new Error(`the opening was not prepared: ${JSON.stringify(problems)}`);
      const body = signedDraft(officerOf(opener), draft);
      const opening = await submit(opener, body);
      return { opened: { opener, partner, draft, opening }, said: { state: opener, body, sent: opening } };
    },
    say: async (at, by, { verb, urgency, content }) => {
      const officer = officerOf(by);
      const { reference } = at.opening;
      for (let look = 0; look < LOOKS_MAX; look += 1) {
        const { foldDigest: basis } = await call(by, (client) =>
          client.call('cases.show', { params: { reference } }),
        );
        const place = { draft: { ...placeOf(at, officer), urgency }, basis };
        const body = signedAct(officer, place, verb, { body: content });
        try {
          return { state: by, body, sent: await submit(by, body) };
        } catch (error) {
          if (!isComityError(error) || error.code !== 'case-changed') throw error;
        }
      }
      throw new Error(`the case changed ${LOOKS_MAX} times while the officer looked`);
    },
  };
}

/** From the side of the officer, the two ends of the case. */
function placeOf({ opener, draft }: OpenedCase, { session }: SigningOfficer) {
  const { network, caseId, kind, recipient, desk } = draft;
  const certificateId = session.certificates[0]?.certificateId ?? '';
  if (session.state === opener) return { network, caseId, kind, recipient, desk, certificateId };
  const back = { party: opener, authority: desk };
  return { network, caseId, kind, recipient: back, desk: recipient.authority, certificateId };
}

function isSilence(error: unknown): boolean {
  return isComityError(error) && (error.code === 'daemon-silent' || error.code === 'unavailable');
}
