import type { CaseView, Submitted } from '../../../protocol/control/types.ts';
import type { Outcome } from '../../command.ts';
import type { Stage } from './stage.ts';

/** What was answered to a command of the tour. */
function answerOf(outcome: Outcome): unknown {
  return (outcome.document as { readonly answer: unknown }).answer;
}

function referenceOf(outcome: Outcome): string {
  return (answerOf(outcome) as Submitted).reference;
}

/**
 * The guided tour, step by step. Everything in it is real: three processes that hold three States' keys, and
 * talk over sockets; whoever gives the same commands sees the same.
 */
export async function* tour(stage: Stage): AsyncGenerator<Outcome> {
  const reference = yield* request(stage);
  yield* question(stage, reference);
  yield* failure(stage, reference);
  yield* result(stage, reference);
  yield* evidence(stage, reference);
  yield* information(stage);
}

async function* request(stage: Stage): AsyncGenerator<Outcome, string> {
  yield stage.chapter('1. Grenada asks Jamaica for the records of a bank account');
  yield stage.tell(
    'An officer in Grenada has filled in a form. The convention says what it must hold; the node checks all of it',
    'before anything is signed. The key that signs is the officer’s own: the node never has it.',
  );
  const sent = await stage.give(
    'GD',
    ...['request', 'mla.general', '--to', 'JM', '--file', stage.form('bank-records.yaml'), '--wait'],
  );
  yield sent;
  yield stage.tell(
    'Jamaica’s node has it, and has signed a receipt. Nobody stands in the middle. In Jamaica:',
  );
  yield await stage.give('JM', 'inbox');
  return referenceOf(sent);
}

async function* question(stage: Stage, reference: string): AsyncGenerator<Outcome> {
  yield await stage.give('JM', 'case', 'read', reference);
  yield stage.tell('What may Jamaica say now, and under which paragraph? What does it owe?');
  yield await stage.give('JM', 'reply', reference);
  yield await stage.give(
    'JM',
    'reply',
    reference,
    'acknowledge',
    '--field',
    'own_reference=CA/JM/2026/88',
    '--wait',
  );
  yield stage.chapter('2. Jamaica has a question');
  yield await stage.give(
    'JM',
    ...['reply', reference, 'info-request', '--file', stage.form('question.yaml'), '--wait'],
  );
}

async function* failure(stage: Stage, reference: string): AsyncGenerator<Outcome> {
  yield stage.chapter('3. The power fails in Kingston');
  yield stage.tell('Jamaica’s daemon is killed, without a warning, in the middle of its work.');
  yield await stage.handle('net', 'kill', 'JM');
  yield stage.tell(
    'In Grenada work goes on. The answer is signed and stored; it waits until Jamaica can be reached.',
  );
  yield await stage.give('GD', 'case', 'read', reference);
  yield await stage.give('GD', 'reply', reference, 'info-reply', '--file', stage.form('answer.yaml'));
  yield await stage.give('GD', 'status');
  yield stage.tell('The power is back. Nobody sends anything again.');
  yield await stage.handle('net', 'start', 'JM');
  yield await stage.arrival('GD', reference);
}

async function* result(stage: Stage, reference: string): AsyncGenerator<Outcome> {
  yield stage.chapter('4. Jamaica helps');
  yield await stage.give('JM', 'case', 'read', reference);
  yield await stage.give('JM', 'reply', reference, 'accept', '--field', 'expected_date=2027-03-15', '--wait');
  yield await stage.give(
    'JM',
    ...['reply', reference, 'result', '--file', stage.form('result.yaml'), '--wait'],
  );
  yield stage.tell(
    'What was furnished may be used for the proceedings that the request named, and for no other (MLA-24):',
  );
  yield await stage.give('GD', 'case', 'show', reference);
}

async function* evidence(stage: Stage, reference: string): AsyncGenerator<Outcome> {
  yield stage.chapter('5. Who said what, and who can prove it');
  yield await stage.give('GD', 'case', 'timeline', reference);
  yield await stage.give('JM', 'case', 'timeline', reference);
  const ours = await digestAt(stage, 'GD', reference);
  const theirs = await digestAt(stage, 'JM', reference);
  const agree = ours === theirs;
  yield {
    ...stage.tell(
      'Each node has worked out by itself how the case stands, from the same signed items:',
      `Grenada ${ours}`,
      `Jamaica ${theirs}`,
      agree ? 'They agree, to the last byte.' : 'They differ: that is a fault.',
    ),
    document: { reference, digests: [ours, theirs], agree },
  };
}

async function digestAt(stage: Stage, state: string, reference: string): Promise<string> {
  return (answerOf(await stage.give(state, 'case', 'show', reference)) as CaseView).foldDigest;
}

async function* information(stage: Stage): AsyncGenerator<Outcome> {
  yield stage.chapter('6. Something that nobody has asked for');
  yield stage.tell(
    'Grenada tells Trinidad and Tobago what it has found, under a restriction that binds (SPI-2).',
  );
  const sent = await stage.give('GD', 'inform', '--to', 'TT', '--file', stage.form('tip.yaml'), '--wait');
  yield sent;
  yield await stage.give('TT', 'case', 'read', referenceOf(sent));
}
