import type { FoldEntry } from '../../protocol/case/case.ts';
import { judgeOpening } from '../../protocol/case/judge.ts';
import type { PinnedProfiles } from '../../protocol/case/rulebook.ts';
import { CARICOM } from '../../protocol/convention/caricom/caricom.ts';
import { checkContent } from '../../protocol/convention/content/check-content.ts';
import { completeContent } from '../../protocol/convention/content/complete-content.ts';
import type { FormContent } from '../../protocol/convention/content/form-value.ts';
import { defectsOf } from '../../protocol/convention/content/defects.ts';
import { splitContent } from '../../protocol/convention/content/split-content.ts';
import { exampleContent } from '../../protocol/convention/form.ts';
import { declaredValue } from '../../protocol/convention/partner/party-profile.ts';
import { draftingChecks } from '../../protocol/convention/partner/drafting-checks.ts';
import type { DeskRole, KindSpec, Urgency } from '../../protocol/convention/instrument.ts';
import { fieldsOf, kindOf } from '../../protocol/convention/verb-in.ts';
import { receiptStatement } from '../../protocol/delivery/statements.ts';
import type { Regime } from '../../protocol/item/act.ts';
import { actCodec } from '../../protocol/item/act.ts';
import { headerCodec } from '../../protocol/item/header.ts';
import type { Quote } from '../../protocol/item/quote.ts';
import type { Fields } from '../../protocol/value.ts';
import { CaseWriters, pinnedBy, T0 } from './case-writer.ts';
import { filled, signerOf } from './items.ts';
import { aProfile } from './profiles.ts';

/** What the two States of a case declare, and of what kind the desks are. */
export interface Declared {
  readonly requesting?: Fields;
  readonly requested?: Fields;
  readonly role?: DeskRole;
}

/** Profiles that say what is given here, and nothing else. */
function pinsOf({ requesting = {}, requested = {}, role = 'CA' }: Declared): PinnedProfiles {
  const theirs = pinnedBy('requesting').recipientProfile;
  return (digest) => ({
    period: () => undefined,
    offsetMinutes: () => 0,
    roleOf: () => role,
    declares: (field, day) =>
      declaredValue({ declarations: digest === theirs ? requested : requesting }, field, day),
  });
}

/** Fields of a form, or `undefined` for one that is left out. */
type Change = Readonly<Record<string, FormContent[string] | undefined>>;

export interface ArticleCase extends Declared {
  /** Takes the place of what the example of the form says. */
  readonly change?: Change;
  readonly urgency?: Urgency;
  readonly procedure?: string;
}

/** The form of an opening as its examples fill it in, with what is changed; `undefined` takes a field away. */
export function filledIn(kind: string, change: Change = {}): FormContent {
  const specs = fieldsOf(CARICOM, kind, specOf(kind).opensWith) ?? [];
  const content: Change = { ...exampleContent(specs, 'en'), ...change };
  return Object.fromEntries(
    Object.entries(content).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** The case that such a form opens, as both States have it. */
export function openedCase(kind: string, given: ArticleCase = {}): CaseWriters {
  const { opensWith, regimes, unsolicited } = specOf(kind);
  const { urgency = 'routine', procedure = regimes[0] ?? 'article_only' } = given;
  const specs = fieldsOf(CARICOM, kind, opensWith) ?? [];
  const content = splitContent(specs, completeContent(specs, filledIn(kind, given.change))).act;
  return new CaseWriters(
    {
      ...{ kind, verb: opensWith, content, urgency },
      ...(unsolicited ? { opener: 'requested' } : { regime: regimeOf(procedure) }),
    },
    CARICOM,
    pinsOf(given),
  );
}

/**
 * What an officer hears of such a form before it is signed, as `BLOCK PRES-2a missing`: from the form, from
 * the profiles, and from the rules about the act.
 */
export function drafted(kind: string, given: ArticleCase = {}): readonly string[] {
  const { opensWith, regimes } = specOf(kind);
  const { urgency = 'routine', procedure = regimes[0] ?? 'article_only', requesting, requested } = given;
  const specs = fieldsOf(CARICOM, kind, opensWith) ?? [];
  const form = filledIn(kind, given.change);
  const content = completeContent(specs, form);
  const own = aProfile('GD', { declarations: requesting ?? {} });
  const partner = aProfile('JM', { declarations: requested ?? {} });
  const checks = draftingChecks({
    ...{ instrument: CARICOM, kind, verb: opensWith, urgency, content, regime: regimeOf(procedure) },
    ...{ own, partner, day: '2026-03-01', spec: specOf(kind), opening: true, at: T0 },
    ...{ bodyLanguage: 'en', channel: 'node', itemBytes: 0, attachmentBytes: [], fulfilled: [] },
  });
  const act = { kind, verb: opensWith, content: splitContent(specs, content).act };
  const rules = { instrument: CARICOM, pins: pinsOf(given) };
  const judged = judgeOpening(rules, {
    ...{ act: { ...act, regime: regimeOf(procedure) }, at: T0 },
    pinned: { ...pinnedBy('requesting'), urgency },
  });
  return [
    ...checkContent(specs, form).filter(({ code }) => code !== 'still-example'),
    ...checks.map(({ check, ...rest }) => ({ ...rest, code: check })),
    ...judged,
  ].map(({ level, paragraph, code }) => `${level} ${paragraph} ${code}`);
}

/** The defects that the receiver of such a form is told. */
export function defectsIn(kind: string, change: Change): readonly string[] {
  const specs = fieldsOf(CARICOM, kind, specOf(kind).opensWith) ?? [];
  const { act, body } = splitContent(specs, completeContent(specs, filledIn(kind, change)));
  return defectsOf(specs, act, body);
}

/** An item of another case as it is quoted, with the receipt of its receiver if there is one. */
export function quoteOf({ id, header, act }: FoldEntry, receivedAt?: number): Quote {
  if (act === undefined) throw new Error('what has no act cannot be quoted');
  const signature = { suite: 1, keyId: id, value: filled(64, 1) };
  const { network, recipient, sender } = header;
  const receipt = {
    ...{ network, receiver: recipient.party, sender: sender.party, itemId: id },
    ...{ act: header.act, body: header.body, attachments: [], parts: 0, complete: true, defects: [] },
  };
  return {
    headerBytes: headerCodec.encode(header),
    actBytes: actCodec.encode(act),
    ...{ actSalt: filled(32, 1), authority: signature, officers: [] },
    ...(receivedAt === undefined
      ? {}
      : { receipt: receiptStatement.sign({ ...receipt, receivedAt }, signerOf(9)) }),
  };
}

function specOf(kind: string): KindSpec {
  const spec = kindOf(CARICOM, kind);
  if (spec === undefined) throw new Error(`there is no kind ${kind}`);
  return spec;
}

function regimeOf(procedure: string): Regime {
  const treaty = procedure === 'treaty' ? [{ basis: 'treaty', reference: 'T-1996' }] : [];
  return { legalBasis: [{ basis: 'convention' }, ...treaty], procedure };
}
