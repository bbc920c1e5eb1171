import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ComityError } from '../../../protocol/errors.ts';
import { connect } from '../../client/connect.ts';
import type { Outcome } from '../../command.ts';
import type { Context } from '../../context.ts';
import { EXIT } from '../../exit-codes.ts';
import { invoke } from '../../invoke.ts';
import { quoted } from '../../view/as-given.ts';
import { type Block, gap, heading, line, toned } from '../../view/block.ts';
import { type Net, type NetNode, nodeOf } from '../net-file.ts';
import { FORMS } from './forms.ts';

/** What happens on the stage: something is told, or somebody gives a command and sees its answer. */
export interface Stage {
  tell(...sentences: readonly string[]): Outcome;
  chapter(title: string): Outcome;
  /** Gives a command as the officer of a State; the answer is what any other command line would print. */
  give(state: string, ...words: readonly string[]): Promise<Outcome>;
  /** Waits until the last item of a State in a case has come to the partner. */
  arrival(state: string, reference: string): Promise<Outcome>;
  /** Gives a command about the network. */
  handle(...words: readonly string[]): Promise<Outcome>;
  /** Path of one of the forms. */
  form(name: keyof typeof FORMS): string;
}

/** Sets the stage in the folder of a network, and puts the forms there. */
export function createStage(context: Context, net: Net): Stage {
  for (const [name, text] of Object.entries(FORMS)) writeFileSync(join(net.dir, name), text);
  const shown = (words: readonly string[]): string =>
    words.map((word) => quoted(word.replaceAll(net.dir, '$NET'))).join(' ');
  const play = async (words: readonly string[]): Promise<Outcome> => {
    const { document, view, exitCode = EXIT.done } = await invoke(context, words);
    const command = `comity ${shown(words)}`;
    if (exitCode !== EXIT.done)
      throw new ComityError('failed', `the tour ends here: '${command}' ended with ${exitCode}`);
    return { document: { command, answer: document }, view: [commandLine(command), ...view, gap] };
  };
  return {
    tell: (...sentences) => ({
      document: { says: sentences.join(' ') },
      view: [...sentences.map((sentence) => line(sentence)), gap],
    }),
    chapter: (title) => ({ document: { chapter: title }, view: [gap, heading(`── ${title}`), gap] }),
    give: (state, ...words) => {
      const { officer } = nodeOf(net, state);
      return play([...words, '--officer', officer]);
    },
    arrival: (state, reference) => arrival(context, nodeOf(net, state), reference),
    handle: (...words) => play([...words, '--dir', net.dir]),
    form: (name) => join(net.dir, name),
  };
}

/**
 * A queued item goes out as soon as the partner is back; even on a slow machine that takes no longer than
 * this.
 */
const ARRIVAL_S = 60;

async function arrival(context: Context, { officer, state }: NetNode, reference: string): Promise<Outcome> {
  const { client } = connect({
    ...context,
    places: { ...context.places, officer, home: undefined, node: undefined },
  });
  const { entries } = await client.call('cases.timeline', { params: { reference } });
  const itemId = entries.findLast((entry) => entry.from === state)?.itemId ?? '';
  const options = { signal: context.signal, silenceMs: 2 * ARRIVAL_S * 1000 };
  const { delivery } = await client.call(
    'items.delivery',
    { params: { itemId }, query: { waitS: ARRIVAL_S } },
    options,
  );
  if (delivery !== 'relayed') {
    throw new ComityError(
      'not-delivered',
      'the answer has not come to the partner — comity net status says who runs',
    );
  }
  const says = 'It has come: the two nodes have found each other again, and the answer went out by itself.';
  return { document: { reference, itemId, delivery, says }, view: [line(toned('good', says)), gap] };
}

function commandLine(command: string): Block {
  return line(toned('dim', '$ '), toned('strong', command));
}
