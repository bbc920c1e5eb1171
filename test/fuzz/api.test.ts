import { expect } from 'chai';
import { ROUTE_NAMES, type RouteName } from '../../protocol/control/routes.ts';
import { type SeededRandom, seededRandom } from '../support/seeded-random.ts';
import { anyAuthorization, spoiltRequest, wrongRequest } from './api-requests.ts';
import { type Sample, samplesFor } from './api-samples.ts';
import { type Answered, type Asked, CUT_OFF, type FuzzedNode, startFuzzedNode } from './fuzzed-node.ts';
import { mutateBytes } from './mutate-bytes.ts';

const random = seededRandom('FUZZ_SEED');
/** Requests of each sort to each route. */
const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 12);
const CONNECTIONS = 40;
const MINUTE_MS = 60_000;
/** A body that a route may stop reading. */
const LARGE = 300_000;

/** No stack, no place in the sources, no folder of the node. */
const INSIDE = /\bat (async )?[\w.<>#]+ \(|node_modules|node:internal|\.ts:\d|\.js:\d/;

/** No route whose session the next request needs is asked to end it. */
const ENDS_SESSIONS: ReadonlySet<RouteName> = new Set(['login.close']);

describe(`the control API of a real node, with seed ${random.seed}`, function () {
  this.timeout(MINUTE_MS);
  let node: FuzzedNode;
  let samples: ReturnType<typeof samplesFor>;

  before(async () => {
    node = await startFuzzedNode();
    samples = samplesFor(node.known);
  });
  after(async () => {
    await node.stop();
  });

  const assertAlive = async (): Promise<void> => {
    expect(await node.ask({ method: 'GET', target: '/healthz' })).to.include({ status: 200 });
    expect(node.daemon.lines.filter((line) => line.includes('mistake in the daemon'))).to.deep.equal([]);
  };
  const assertAnswered = async (asked: Asked): Promise<void> => {
    const shown = `${asked.method} ${asked.target} ${String(asked.body ?? '').slice(0, 2000)}`;
    const answered = await node.ask(asked).catch((cause: unknown) => {
      throw new Error(shown, { cause });
    });
    expect(flawIn(asked, answered, node), `${shown}\n${answered.text}`).to.equal('');
  };
  const feed = async (
    name: RouteName,
    make: (name: RouteName, sample: Sample, random: SeededRandom) => Asked,
  ) => {
    const sample = samples.get(name);
    if (sample === undefined) throw new Error('a route without a sample');
    for (let left = REQUESTS; left > 0; left--) {
      const tokens = ENDS_SESSIONS.has(name) ? ['x'] : Object.values(node.tokens);
      const authorization = anyAuthorization(random, tokens);
      const asked = make(name, sample, random);
      await assertAnswered({
        ...asked,
        headers: { ...asked.headers, ...(authorization !== '' && { authorization }) },
      });
    }
  };

  for (const name of ROUTE_NAMES) {
    it(`${name}: answers whatever is asked with a sentence, and lives on`, async () => {
      await feed(name, spoiltRequest);
      await feed(name, wrongRequest);
      await assertAlive();
    });
  }

  it('is not ended by what is no HTTP', async () => {
    const whole = Buffer.from(
      'POST /login HTTP/1.1\r\nhost: comity\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}',
    );
    for (let left = CONNECTIONS; left > 0; left--) {
      const answer = await node.send(mutateBytes(whole, random, whole));
      expect(answer)
        .to.not.match(INSIDE)
        .and.not.match(/^HTTP\/1\.1 500/);
    }
    await assertAlive();
  });
});

/** What is wrong with an answer; nothing if it is a reply, or a refusal that says what to do. */
function flawIn({ body = '' }: Asked, { status, type, text }: Answered, { home }: FuzzedNode): string {
  if (status === CUT_OFF) return body.length > LARGE ? '' : 'it is cut off';
  if (INSIDE.test(text) || text.includes(home)) return 'it tells of the inside of the node';
  if (status === 500) return 'it is a failure of the node';
  if (status < 400 || text === '') return '';
  return type.startsWith('application/json') ? flawInDocument(text) : 'it is no document';
}

function flawInDocument(text: string): string {
  const { error } = JSON.parse(text) as { error?: { code?: unknown; message?: unknown } };
  const said = typeof error?.code === 'string' && typeof error.message === 'string';
  return said && /\S \S/.test(String(error.message)) ? '' : 'it does not say why';
}
