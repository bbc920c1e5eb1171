import { checkbox, confirm, editor, input, select } from '@inquirer/prompts';
import type { FieldSpec } from '../../protocol/convention/field-spec.ts';
import type { Context } from '../context.ts';
import { gap, line, toned } from '../view/block.ts';
import type { Asker } from './fill-form.ts';

/** An answer that asks for an editor, where a text has several lines. */
export const EDITOR = '|';

/** Asks a person at the terminal. */
export function createInquirerAsker(context: Context): Asker {
  const how = { signal: context.signal };
  const choices = (field: FieldSpec) =>
    (field.choices ?? []).map(({ code, label, paragraph }) => ({
      value: code,
      name: paragraph === undefined ? label.en : `${label.en} (${paragraph})`,
    }));
  const skip = { value: '', name: '(leave out)' };
  const withSkip = (field: FieldSpec, required: boolean) =>
    required ? choices(field) : [skip, ...choices(field)];
  return {
    explain: async (field, place, required) => {
      const need = required ? toned('warn', ' needed') : toned('dim', ' may be left out');
      await context.say(
        gap,
        line(toned('strong', field.label.en), need, toned('dim', ` ${field.paragraph}  ${place}`)),
        line(field.help.en),
      );
    },
    text: async (field, flaw) => {
      const isRight = (answer: string) => answer.trim() === EDITOR || (flaw(answer.trim()) ?? true);
      const answer = await input({ message: field.name, validate: isRight }, how);
      if (answer.trim() !== EDITOR) return answer.trim();
      const validate = (text: string) => flaw(text.trim()) ?? true;
      return (await editor({ message: field.name, postfix: '.txt', validate }, how)).trim();
    },
    choice: (field, required) => select({ message: field.name, choices: withSkip(field, required) }, how),
    several: (field) =>
      checkbox({ message: field.name, choices: choices(field), required: (field.countMin ?? 0) > 0 }, how),
    yesOrNo: (field, required) => {
      const answers = [
        { value: 'yes', name: 'yes' },
        { value: 'no', name: 'no' },
      ];
      return select({ message: field.name, choices: required ? answers : [skip, ...answers] }, how);
    },
    oneMore: (field, count) => {
      const message = count === 0 ? `Say something about ${field.name}?` : `One more entry of ${field.name}?`;
      return confirm({ message, default: false }, how);
    },
  };
}
