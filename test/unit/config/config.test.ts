import assert from 'node:assert/strict';
import { readConfig } from '../../../node/config/read-config.ts';
import { writeConfig } from '../../../node/config/write-config.ts';
import { ComityError } from '../../../protocol/errors.ts';

function mistakesIn(text: string, env: Record<string, string> = {}): string[] {
  try {
    readConfig({ file: 'config.yaml', text, env });
  } catch (error) {
    assert.ok(error instanceof ComityError);
    assert.equal(error.code, 'config-invalid');
    return error.details?.['mistakes'] as string[];
  }
  return [];
}

describe('the configuration', () => {
  it('is complete without a file', () => {
    const config = readConfig({ file: 'config.yaml', text: '' });
    assert.deepEqual(config.listen, ['/ip4/0.0.0.0/tcp/4710']);
    assert.equal(config.sessions.hours, 12);
    assert.equal(config.socket.path, null);
  });

  it('names all mistakes at once, each with its line', () => {
    const text = [
      'listen:',
      '  - 10.0.0.1:4710',
      'log:',
      '  level: loud',
      '  lvel: info',
      'sessions:',
      '  hours: 48',
      'metrics: 3',
    ];
    assert.deepEqual(mistakesIn(text.join('\n')), [
      'config.yaml:2: listen.0: this is not formed as it should be: see the comment above it in a file that `comity init` writes',
      'config.yaml:5: log.lvel is not an option: did you mean level?',
      'config.yaml:4: log.level: write one of debug, info, warn, error, silent',
      'config.yaml:8: metrics: write a section, with its keys indented under it',
      'config.yaml:7: sessions.hours: the most is 24',
    ]);
  });

  it('says which options there are where no known one is near', () => {
    assert.deepEqual(mistakesIn('socket:\n  colour: red\n'), [
      'config.yaml:2: socket.colour is not an option: known here are path, group',
    ]);
  });

  it('says where a file is no YAML', () => {
    assert.match(
      mistakesIn('log: {level: info\nlisten: []\n')[0] ?? '',
      /^config\.yaml:\d+: this is not YAML/,
    );
  });

  it('puts the environment before the file', () => {
    const env = { COMITY_LISTEN: '/ip4/127.0.0.1/tcp/1,/ip6/::1/tcp/2', COMITY_LOG_LEVEL: 'debug' };
    const config = readConfig({ file: 'config.yaml', text: 'log:\n  level: warn\n  format: json\n', env });
    assert.deepEqual(config.listen, ['/ip4/127.0.0.1/tcp/1', '/ip6/::1/tcp/2']);
    assert.deepEqual(config.log, { level: 'debug', format: 'json' });
  });

  it('takes no references, no names of several words and nothing but options', () => {
    const reference = 'references to other lines are not understood here: write the value itself';
    assert.deepEqual(mistakesIn('listen: *x'), [`config.yaml:1: ${reference}`]);
    assert.deepEqual(
      mistakesIn('log: &a [x]\nsocket: [*a, *a]'),
      Array(2).fill(`config.yaml:2: ${reference}`),
    );
    assert.deepEqual(mistakesIn('{ a: b }: c'), ['config.yaml:1: the name of an option is one word']);
    for (const text of ['hello', '- a']) {
      assert.deepEqual(mistakesIn(text), ['config.yaml: write options as `name: value`, one to a line']);
    }
  });

  it('lists as many mistakes as a person reads, and says how many there are', () => {
    const text = 'listen: []\n'.repeat(31);
    assert.equal(mistakesIn(text).length, 20);
    assert.throws(() => readConfig({ file: 'config.yaml', text }), /has 30 mistakes/);
  });

  it('names the variable that is wrong', () => {
    assert.deepEqual(mistakesIn('', { COMITY_LOG_LEVEL: 'loud' }), [
      'COMITY_LOG_LEVEL: log.level: write one of debug, info, warn, error, silent',
    ]);
  });

  it('is written with every option commented out, and reads back as what was given', () => {
    const listen = ['/ip4/127.0.0.1/tcp/0'];
    const text = writeConfig({ listen, log: { level: 'warn' } });
    const config = readConfig({ file: 'config.yaml', text });
    assert.deepEqual(
      config,
      readConfig({ file: '', text: '', env: { COMITY_LISTEN: listen[0] ?? '', COMITY_LOG_LEVEL: 'warn' } }),
    );
    assert.ok(text.includes('# drainSeconds: 10'));
    assert.ok(text.split('\n').every((line) => line.length <= 110));
  });

  it('is written so that it is a valid file with all comments taken away from its options', () => {
    const text = writeConfig({}).replaceAll(
      /^( *)# ((?:[a-zA-Z]+:| {2}- ).*)$/gm,
      (line, indent: string, rest: string) => (/^[A-Z]\w+: /.test(rest) ? line : `${indent}${rest}`),
    );
    assert.deepEqual(readConfig({ file: '', text }), readConfig({ file: '', text: '' }));
  });
});
