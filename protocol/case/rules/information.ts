import { idsIn } from '../content.ts';
import { dialogsMeant } from '../effects/dialogs.ts';
import { contentOf, type Rule } from './rule.ts';

/** MLA-29: one question about the status at a time; a second one needs a reason. */
export const oneStatusQuery: Rule = ({ state, row, said }) => {
  const dialog = row.verb.opens?.dialog;
  const open = state.dialogs.some((asked) => asked.dialog === dialog && asked.opener === said.side);
  return open ? [{ code: 'status-asked-already', paragraph: 'MLA-29', level: 'ACK' }] : [];
};

/** MLA-21: answers name questions that were asked. */
export const questionsKnown: Rule = (context) => {
  const link = context.row.verb.closes;
  if (link?.itemsField === undefined) return [];
  const asked = dialogsMeant(context.state, link, context.said).flatMap(({ items }) =>
    items.map(({ id }) => id),
  );
  const strange = idsIn(contentOf(context), link.itemsField).filter((id) => !asked.includes(id));
  return strange.map((question) => ({
    code: 'question-unknown',
    paragraph: context.row.verb.paragraph,
    level: 'BLOCK',
    about: { question },
  }));
};
