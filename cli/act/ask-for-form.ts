import { join } from 'node:path';
import { stringify } from 'yaml';
import { parseForm } from '../../protocol/convention/form/parse-form.ts';
import type { FieldSpec } from '../../protocol/convention/field-spec.ts';
import type { Context } from '../context.ts';
import { writePrivateFile } from '../folder/private-file.ts';
import { line, toned } from '../view/block.ts';
import { fillForm } from './fill-form.ts';
import { createInquirerAsker, EDITOR } from './inquirer-asker.ts';
import type { WrittenForm } from './read-form.ts';

/**
 * Asks for a form field by field, and keeps what was said in the officer's folder after each answer: Ctrl-C
 * loses nothing, and the file can be mended and sent with `--file`.
 */
export async function askForForm(
  context: Context,
  name: string,
  fields: readonly FieldSpec[],
): Promise<WrittenForm> {
  const stamp = new Date(context.now()).toISOString().slice(0, 19).replaceAll(':', '');
  const file = join(context.places.officer, 'drafts', `${name}-${stamp}.yaml`);
  await context.say(
    line(`Your answers are kept in ${file}; after Ctrl-C go on with it by --file.`),
    line(
      toned('dim', 'An empty answer leaves a field out. Several entries of a list stand behind semicolons.'),
    ),
    line(toned('dim', `The answer ${EDITOR} opens an editor, for texts of several lines.`)),
  );
  let text = '{}';
  await fillForm(fields, {
    ask: createInquirerAsker(context),
    onAnswer: (content) => {
      text = stringify(content);
      writePrivateFile(file, text);
    },
  });
  return parseForm(text);
}
