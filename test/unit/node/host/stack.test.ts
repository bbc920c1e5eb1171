import { expect } from 'chai';
import { FaultTolerance } from '@libp2p/interface';
import { generateKeyPairFromSeed } from '@libp2p/crypto/keys';
import { createGater } from '../../../../node/host/gater.ts';
import { HOST_LIMITS, HOST_RELATIONS } from '../../../../node/host/host-limits.ts';
import { startHost } from '../../../../node/host/host.ts';
import { createPendingConnections } from '../../../../node/host/pending-connections.ts';
import { stackSettings, tcpSettings, yamuxSettings } from '../../../../node/host/stack.ts';
import { TIMES, WINDOWS } from '../../../../protocol/limits.ts';
import { free } from '../../../support/free-conduct.ts';
import { rejectsWith } from '../../../support/rejects-with.ts';
import { testParty } from '../../../support/test-node.ts';

const now = () => 0;
const nobody = createGater({
  isAdmitted: () => false,
  isHeldOff: () => false,
  denied: () => undefined,
  connectionsWith: () => 0,
  pending: createPendingConnections({ limits: HOST_LIMITS, now, isFamiliar: () => false }),
  now,
});
const options = { seed: testParty('GD').seed, listen: ['/ip4/127.0.0.1/tcp/0'] };
const dependencies = { isAdmitted: () => false, accept: () => undefined, ...free };

describe('the network stack', () => {
  it('has every knob turned by hand, none left to defaults made for open networks', async () => {
    const { connectionManager, ...rest } = stackSettings({
      privateKey: await generateKeyPairFromSeed('Ed25519', options.seed),
      listen: options.listen,
      gater: nobody,
      admits: () => false,
      now,
      limits: HOST_LIMITS,
      onListenError: () => undefined,
    });
    expect(connectionManager).to.deep.equal({
      maxConnections: 1024,
      maxParallelDials: 16,
      maxDialQueueLength: 1024,
      maxPeerAddrsToDial: 16,
      dialTimeout: 15_000,
      addressDialTimeout: 6000,
      connectionCloseTimeout: 1000,
      inboundUpgradeTimeout: 5000,
      outboundStreamProtocolNegotiationTimeout: 5000,
      inboundStreamProtocolNegotiationTimeout: 5000,
      inboundConnectionThreshold: 16,
      maxIncomingPendingConnections: 64,
      reconnectRetries: 0,
      maxParallelReconnects: 1,
      resolvers: {},
      allow: [],
      deny: [],
    });
    expect(rest).to.deep.include({
      start: false,
      addresses: { listen: options.listen, announce: [], noAnnounce: [] },
      connectionMonitor: { enabled: false },
      transportManager: { faultTolerance: FaultTolerance.FATAL_ALL },
      services: {},
    });
    expect(
      [rest.transports, rest.connectionEncrypters, rest.streamMuxers].map((parts) => parts?.length),
    ).to.deep.equal([1, 1, 1]);
    expect(Object.keys(rest).sort()).to.deep.equal([
      ...[
        'addresses',
        'connectionEncrypters',
        'connectionGater',
        'connectionMonitor',
        'privateKey',
        'services',
      ],
      ...['start', 'streamMuxers', 'transportManager', 'transports'],
    ]);
  });

  it('bounds sockets and streams', () => {
    const { dialOpts, listenOpts, ...tcp } = tcpSettings(HOST_LIMITS);
    expect(tcp).to.deep.equal({
      inboundSocketInactivityTimeout: 4 * TIMES.silenceMs,
      outboundSocketInactivityTimeout: 4 * TIMES.silenceMs,
      maxConnections: 1024,
      backlog: 128,
    });
    const socket = {
      noDelay: true,
      keepAlive: true,
      keepAliveInitialDelay: TIMES.silenceMs,
      allowHalfOpen: false,
    };
    expect([dialOpts, listenOpts]).to.deep.equal([socket, socket]);
    expect(yamuxSettings()).to.deep.equal({
      enableKeepAlive: true,
      keepAliveInterval: TIMES.keepaliveMs,
      maxInboundStreams: 5,
      maxOutboundStreams: 5,
      maxEarlyStreams: 5,
      maxMessageSize: 65_536,
      streamOptions: {
        initialStreamWindowSize: 262_144,
        maxStreamWindowSize: WINDOWS.streamBytesMax,
        maxReadBufferLength: WINDOWS.readBytesMax,
        maxWriteBufferLength: WINDOWS.writeBytesMax,
        inactivityTimeout: 4 * TIMES.silenceMs,
      },
    });
  });

  for (const [relation, holds] of HOST_RELATIONS) {
    it(`is set so that ${relation}`, () => {
      expect(holds).to.equal(true);
    });
  }

  it('does not start where noise would print keys', async () => {
    const environment = { DUMP_SESSION_KEYS: '' };
    await rejectsWith(startHost({ ...dependencies, environment }, options), 'secrets-dumped');
  });

  it('says which address is in use, and leaves nothing running', async () => {
    const first = await startHost(dependencies, options);
    const listen = first.addresses();
    const error = await rejectsWith(
      startHost(dependencies, { seed: testParty('JM').seed, listen }),
      'address-in-use',
    );
    expect(error.message).to.contain(listen[0]);
    await first.stop();
    const second = await startHost(dependencies, { seed: testParty('JM').seed, listen });
    await second.stop();
  });

  it('says that an address is none of this machine', async () => {
    const listen = ['/ip4/192.0.2.1/tcp/0'];
    await rejectsWith(startHost(dependencies, { ...options, listen }), 'cannot-listen');
  });
});
