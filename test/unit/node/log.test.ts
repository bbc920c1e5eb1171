import assert from 'node:assert/strict';
import { createLog, type LogLevel } from '../../../node/log.ts';
import { ComityError } from '../../../protocol/errors.ts';

function recorder(level: LogLevel, format: 'json' | 'pretty' = 'json') {
  const lines: string[] = [];
  const log = createLog({ level, format, now: () => 0, write: (line) => lines.push(line) });
  return { lines, log };
}

describe('the log', () => {
  it('writes one JSON line with level, time, message and context', () => {
    const { lines, log } = recorder('info');
    log.info({ partner: 'JM' }, 'partner connected');
    assert.deepEqual(JSON.parse(lines[0] ?? ''), {
      level: 'info',
      time: '1970-01-01T00:00:00.000Z',
      partner: 'JM',
      msg: 'partner connected',
    });
  });

  it('leaves out what is below its level', () => {
    const { lines, log } = recorder('warn');
    log.info({}, 'not written');
    assert.deepEqual(lines, []);
  });

  it('blots out secrets, bodies and names of persons, however deep', () => {
    const { lines, log } = recorder('info');
    log.info({ passphrase: 'hunter2', officer: { name: 'Jane' }, list: [{ sessionToken: 'abc' }] }, 'login');
    assert.doesNotMatch(lines.join(''), /hunter2|Jane|abc/);
  });

  it('writes the length of bytes, never the bytes', () => {
    const { lines, log } = recorder('info');
    log.info({ frame: new Uint8Array([1, 2, 3]) }, 'frame');
    assert.match(lines.join(''), /3 bytes/);
  });

  it('lets no text of a partner forge a second line or turn one round', () => {
    for (const format of ['json', 'pretty'] as const) {
      const { lines, log } = recorder('debug', format);
      log.debug({ said: 'a\n{"level":"error"}\u202e\u009b' }, 'partner said');
      assert.equal(lines.length, 1);
      assert.doesNotMatch(lines[0]?.slice(0, -1) ?? '', /[\n\u202e\u009b]/);
    }
  });

  it('writes code and sentence of a typed error, and a stack only for a bug', () => {
    const { lines, log } = recorder('info');
    log.error({ error: new ComityError('disk-full', 'The disk is full.') }, 'failed');
    log.error({ error: new Error('boom') }, 'bug');
    assert.match(lines[0] ?? '', /disk-full/);
    assert.doesNotMatch(lines[0] ?? '', /stack/);
    assert.match(lines[1] ?? '', /stack/);
  });

  it('is one short line for people on a terminal', () => {
    const { lines, log } = recorder('info', 'pretty');
    log.child({ partner: 'JM' }).warn({ attempts: 3 }, 'partner does not answer');
    assert.equal(
      lines[0],
      '00:00:00 \u001b[33mwarn \u001b[0m partner does not answer  partner=JM  attempts=3\n',
    );
  });
});
