import type { ForbiddenGroundSpec, GroundSpec, KindGround } from '../../convention/instrument.ts';
import type { Fields } from '../../value.ts';
import { isTrue } from '../../convention/is-true.ts';
import { idsIn, recordsIn, textIn, truthIn } from '../content.ts';
import { isOpen, partsNamed } from '../effects/parts.ts';
import { factsOf } from '../facts-of.ts';
import { own } from '../rulebook.ts';
import { contentOf, isGiven, type Rule, type RuleContext, type RuleFinding } from './rule.ts';

/** One ground of a refusal, with the rows of the instrument that it stands in. */
export interface GivenGround {
  readonly entry: Fields;
  readonly code: string;
  readonly spec: GroundSpec | undefined;
  readonly inKind: KindGround | undefined;
}

export function groundsGiven(context: RuleContext): readonly GivenGround[] {
  return recordsIn(contentOf(context), 'grounds').map((entry) => {
    const code = textIn(entry, 'code') ?? '';
    return {
      entry,
      code,
      spec: own(context.rules.instrument.grounds, code),
      inKind: context.row.kind.grounds.find((ground) => ground.code === code),
    };
  });
}

/** The parts that the act refuses: those that it covers and that are still open, or that its grounds name. */
export function partsRefused(context: RuleContext): readonly string[] {
  const named = partsNamed(context.state, contentOf(context));
  return context.state.parts.filter((part) => isOpen(part) && named.has(part.id)).map(({ id }) => id);
}

/** Grounds given for a part: those that name it, and those that name none. */
export function groundsFor(part: string, grounds: readonly GivenGround[]): readonly GivenGround[] {
  return grounds.filter(({ entry }) => {
    const parts = idsIn(entry, 'parts');
    return parts.length === 0 || parts.includes(part);
  });
}

/**
 * MLA-26, PRES-5, D-07: each refused part has a ground of the kind's list; another one only where the list is
 * open.
 */
export const groundAllowed: Rule = (context) => {
  const grounds = groundsGiven(context);
  const codes = context.row.kind.grounds.map(({ code }) => code).join(', ');
  const bare = partsRefused(context).filter((part) =>
    groundsFor(part, grounds).every(({ code }) => code === ''),
  );
  const paragraph = listParagraph(context);
  const about = { part: bare.join(', '), codes };
  const missing: readonly RuleFinding[] =
    bare.length === 0 ? [] : [{ code: 'ground-missing', paragraph, level: 'BLOCK', about }];
  const wrong = grounds
    .filter(({ code }) => code !== '')
    .flatMap((ground) => judgeCode(context, ground, codes));
  return [...missing, ...wrong];
};

function judgeCode(context: RuleContext, ground: GivenGround, codes: string): readonly RuleFinding[] {
  const { code, spec, inKind } = ground;
  const paragraph = listParagraph(context);
  const about = { code, codes };
  if (own(context.rules.instrument.forbiddenGrounds, code) !== undefined) return [];
  if (spec === undefined) return [{ code: 'ground-unknown', paragraph, level: 'BLOCK', about }];
  if (spec.postponementOnly === true) {
    return [{ code: 'ground-postpones-only', paragraph: spec.paragraph, level: 'BLOCK', about }];
  }
  if (inKind === undefined) {
    const level = context.row.kind.groundsClosed ? 'BLOCK' : 'ACK';
    return [{ code: 'ground-unlisted', paragraph, level, about }];
  }
  if (!isOpenTo(context, inKind)) {
    return [{ code: 'ground-not-open', paragraph: inKind.paragraph, level: 'BLOCK', about }];
  }
  return concernsOther(context, ground)
    ? [{ code: 'ground-other-parts', paragraph: inKind.paragraph, level: 'BLOCK', about }]
    : [];
}

/** The paragraph that lists the grounds of the kind, or lets a State refuse. */
function listParagraph({ row }: RuleContext): string {
  return row.kind.closedBy ?? row.verb.paragraph;
}

/** A ground that rests on a declaration, or on what the request is about, is open only where that holds. */
function isOpenTo({ rules, state, said }: RuleContext, { onlyIf }: KindGround): boolean {
  return onlyIf === undefined || isTrue(onlyIf, factsOf(rules, state, said));
}

/** A ground for certain parts only, used for another (MLA-34b: government records). */
function concernsOther(context: RuleContext, { entry, inKind }: GivenGround): boolean {
  const only = inKind?.onlyParts;
  if (only === undefined) return false;
  const named = idsIn(entry, 'parts');
  const parts = named.length === 0 ? partsRefused(context) : named;
  const facts = factsOf(context.rules, context.state, context.said);
  return context.state.parts.some(({ id, asked }) => parts.includes(id) && !isTrue(only, facts, asked));
}

/** MLA-26a to d: what the ground must carry is there. */
export const groundComplete: Rule = (context) =>
  groundsGiven(context).flatMap(({ entry, spec, code, inKind }) => {
    if (spec === undefined) return [];
    // The purposes have a rule of their own (MLA-9).
    const missing = spec.mustCarry.filter((field) => field !== 'purposes_note' && !isGiven(entry, field));
    const sub = textIn(entry, 'sub_code');
    const strange = spec.subCodes !== undefined && sub !== undefined && !spec.subCodes.includes(sub);
    return [...missing, ...(strange ? ['sub_code'] : [])].map((field): RuleFinding => ({
      code: 'ground-incomplete',
      paragraph: inKind?.paragraph ?? spec.paragraph,
      level: inKind?.whenIncomplete ?? 'BLOCK',
      about: { code, field },
    }));
  });

/**
 * MLA-8, 27, 34a, ICO-2: no forbidden ground, neither by its code nor by a *yes* to the question that shows
 * it.
 */
export const groundNotForbidden: Rule = (context) => {
  const forbidden = context.row.kind.forbidden
    .map((code) => own(context.rules.instrument.forbiddenGrounds, code))
    .filter((spec) => spec !== undefined);
  const grounds = groundsGiven(context);
  const used = forbidden.filter((spec) => isUsed(spec, contentOf(context), grounds));
  const alone = forbidden.filter((spec) => standsAlone(context, spec, grounds));
  return [...new Set([...used, ...alone])].map((spec) => ({
    code: alone.includes(spec) ? 'ground-never-alone' : 'ground-forbidden',
    paragraph: spec.paragraph,
    level: 'BLOCK',
    about: {
      code: spec.code,
      title: spec.title.en,
      ...(spec.title.fr === undefined ? {} : { title_fr: spec.title.fr }),
    },
  }));
};

function isUsed(spec: ForbiddenGroundSpec, content: Fields, grounds: readonly GivenGround[]): boolean {
  if (grounds.some(({ code }) => code === spec.code)) return true;
  const question = spec.askedBy;
  if (question === undefined) return false;
  return truthIn(content, question) || grounds.some(({ entry }) => truthIn(entry, question));
}

/** Some part has no other ground than one that is never enough alone (MLA-27). */
function standsAlone(
  context: RuleContext,
  forbidden: ForbiddenGroundSpec,
  grounds: readonly GivenGround[],
): boolean {
  return partsRefused(context).some((part) => {
    const mine = groundsFor(part, grounds);
    return mine.length > 0 && mine.every(({ spec }) => spec?.neverAlone === forbidden.code);
  });
}

/** MLA-28: reasons for each refused part, as heavily as the kind asks for them with that ground. */
export const reasonsGiven: Rule = (context) => {
  const grounds = groundsGiven(context);
  return partsRefused(context).flatMap((part): readonly RuleFinding[] => {
    const mine = groundsFor(part, grounds);
    if (mine.some(({ entry }) => isGiven(entry, 'reasons'))) return [];
    const asked = mine.map(({ inKind }) => inKind?.reasons ?? 'block');
    if (asked.length > 0 && asked.every((level) => level === 'none')) return [];
    const level =
      asked.every((entry) => entry === 'ack' || entry === 'none') && asked.length > 0 ? 'ACK' : 'BLOCK';
    return [{ code: 'reasons-missing', paragraph: 'MLA-28', level, about: { part } }];
  });
};
