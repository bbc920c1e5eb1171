import { fieldOf, idsIn, textIn } from '../content.ts';
import { caveatsNamed } from '../effects/caveats.ts';
import { otherSide } from '../state.ts';
import { listOf } from '../trail.ts';
import { contentOf, isGiven, type Rule, type RuleContext, type RuleFinding } from './rule.ts';

/** MLA-24, SPI-2: the objects that the act names were furnished in this case by the other side. */
export const objectsFurnished: Rule = (context) => {
  const by = otherSide(context.said.side);
  const furnished = new Set(
    listOf(context.state.furnished)
      .filter((object) => object.by === by)
      .map(({ id }) => id),
  );
  const strange = idsIn(contentOf(context), 'objects').filter((id) => !furnished.has(id));
  return strange.map((object) => ({
    code: 'object-unknown',
    paragraph: context.row.verb.paragraph,
    level: 'BLOCK',
    about: { object },
  }));
};

/** MLA-5, 24, SPI-2: notice comes before the disclosure; after it only with the reason why it could not. */
export const exculpatoryTiming: Rule = (context) => {
  const content = contentOf(context);
  const timing = textIn(content, 'timing');
  const paragraph = context.row.verb.paragraph;
  const found: RuleFinding[] = [];
  if (timing === 'after' && !isGiven(content, 'exceptional_reason')) {
    found.push({ code: 'exceptional-reason-missing', paragraph, level: 'BLOCK' });
  }
  if (timing === 'disclosed' && !isAnnounced(context)) {
    found.push({ code: 'disclosure-not-announced', paragraph, level: 'BLOCK' });
  }
  if (timing === 'disclosed' && isConsulting(context)) {
    found.push({ code: 'disclosure-while-consulting', paragraph, level: 'ACK' });
  }
  if (fieldOf(content, 'criminal') === false && reliesOnSpontaneousAlone(context)) {
    found.push({ code: 'disclosure-not-criminal', paragraph, level: 'ACK' });
  }
  return found;
};

function isAnnounced({ state, row }: RuleContext): boolean {
  return state.dialogs.some(({ dialog }) => dialog === row.verb.opens?.dialog);
}

function isConsulting({ state, row }: RuleContext): boolean {
  return state.dialogs.some(({ purpose }) => purpose === row.verb.opens?.dialog);
}

/**
 * the article on spontaneous information speaks of criminal proceedings only, that on mutual assistance
 * of any.
 */
function reliesOnSpontaneousAlone({ state }: RuleContext): boolean {
  const relied = idsIn(state.frame.opening, 'relies_on');
  return relied.length > 0 && relied.every((paragraph) => paragraph.startsWith('SPI-'));
}

/** SPI-2: a restriction is lifted by the side that imposed it. */
export const caveatImposedByAuthor: Rule = (context) => {
  const named = caveatsNamed(context.state, contentOf(context));
  const paragraph = context.row.verb.paragraph;
  const caveat = textIn(contentOf(context), 'caveat') ?? '';
  if (named.length === 0) return [{ code: 'caveat-unknown', paragraph, level: 'BLOCK', about: { caveat } }];
  const foreign = named.filter(({ imposer }) => imposer !== context.said.side);
  return foreign.length === 0
    ? []
    : [{ code: 'caveat-not-yours', paragraph, level: 'BLOCK', about: { caveat } }];
};

/**
 * MLA-25: a secrecy that cannot be kept waits for the other side's direction; going on without it needs a
 * reason.
 */
export const confidentialityDirected: Rule = ({ state }) => {
  const open = state.dialogs.some(({ dialog }) => dialog === 'confidentiality');
  return open ? [{ code: 'confidentiality-undirected', paragraph: 'MLA-25', level: 'ACK' }] : [];
};
