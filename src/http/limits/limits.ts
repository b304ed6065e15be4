import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Clock } from '../../clock.js';
import { GatewayError } from '../../errors.js';
import { Networks } from '../../networks.js';
import { active, observedHealth, suspended } from '../../registry/health.js';
import type { Subsystem } from '../../registry/subsystem.js';
import { TokenBuckets } from '../../token-buckets.js';
import { clientAddress, isForwarded } from '../client-address.js';
import { pathOf } from '../target.js';
import { type Client, clientOf } from './client-of.js';
import { Connections } from './connections.js';
import { affordableConnections, descriptorLimit } from './descriptors.js';
import type { LimitOptions } from './options.js';
import { Overload } from './overload.js';
import type { IsUrgent } from './urgent.js';
import { watchLag } from './watch-lag.js';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What the gateway takes from clients before it knows what they want, and what it has refused. */
export class Limits {
  readonly connections: Connections;
  readonly subsystem: Subsystem;
  /** What was refused, by the reason why. All only ever grow. */
  readonly counters = {
    connectionsOfOneAddress: 0,
    connectionsInAll: 0,
    reads: 0,
    writes: 0,
    overload: 0,
    tooSlow: 0,
    malformed: 0,
    handshakes: 0,
  };
  private readonly unlimited: Networks;
  /** So that an address is read once. */
  private readonly clients = new WeakMap<Socket, Client>();
  private readonly reads: TokenBuckets;
  private readonly writes: TokenBuckets;
  private readonly overload: Overload;
  private readonly health = observedHealth(active);

  /** @param descriptors how many files this process may have open; undefined when nobody knows */
  constructor(
    private readonly options: LimitOptions,
    private readonly clock: Clock,
    descriptors = descriptorLimit(),
  ) {
    const { connections, connectionsPerAddress, addresses: keys } = options;
    this.connections = new Connections(affordableConnections(descriptors, connections), connectionsPerAddress);
    this.unlimited = new Networks(options.unlimited);
    this.reads = new TokenBuckets({ perSecond: options.readsPerSecond, burst: options.readBurst, keys }, clock);
    this.writes = new TokenBuckets({ perSecond: options.writesPerSecond, burst: options.writeBurst, keys }, clock);
    this.overload = new Overload(options.lagMs);
    this.subsystem = { name: 'http', health: this.health, counters: () => ({ ...this.counters }) };
  }

  /** Whether there is room for a connection; it is counted until it closes. */
  admits(socket: Socket): boolean {
    if (this.connections.clientOf(socket)) return true; // it only comes back from an upgrade that was none
    if (this.connections.admit(socket, clientOf(socket.remoteAddress, this.unlimited))) return true;
    this.counters[this.connections.size < this.connections.most ? 'connectionsOfOneAddress' : 'connectionsInAll']++;
    return false;
  }

  /**
   * Why a request is not taken now, and when it may be tried again; undefined when it is.
   *
   * @param isUrgent whether what is read at a path must be on time, however much else there is to do
   */
  refusal(req: IncomingMessage, isUrgent: IsUrgent): GatewayError | undefined {
    const { method = '' } = req;
    const { key, isLimited } = this.clientOf(req);
    const kind = READS.has(method) ? 'reads' : 'writes';
    const waitMs = isLimited ? this[kind].take(key) : 0;
    if (waitMs > 0) return this.tooMany(kind, waitMs);
    if (!this.overload.isNow || (method === 'GET' && isUrgent(pathOf(req.url ?? '')))) return undefined;
    this.counters.overload++;
    return new GatewayError('unavailable', 'the gateway has more to do than it can; try again', { retryAfterMs: 1_000 });
  }

  /** Looks from now on whether there is too much to do. */
  watch(): Disposable {
    return watchLag(this.clock, (lagMs) => this.observe(lagMs));
  }

  /** @param lagMs how late the event loop was */
  observe(lagMs: number): void {
    this.overload.observe(lagMs);
    this.health.set(
      this.overload.isNow
        ? suspended(
            `the event loop lags by more than ${this.options.lagMs} ms (http.limits.lagMs), so most requests are refused: ` +
              'find out who asks so much, or use a faster board',
          )
        : active,
    );
  }

  private clientOf(req: IncomingMessage): Client {
    if (isForwarded(req)) return clientOf(clientAddress(req), this.unlimited);
    const known = this.clients.get(req.socket);
    if (known) return known;
    const client = clientOf(req.socket.remoteAddress, this.unlimited);
    this.clients.set(req.socket, client);
    return client;
  }

  private tooMany(kind: 'reads' | 'writes', waitMs: number): GatewayError {
    this.counters[kind]++;
    const { [`${kind}PerSecond` as const]: perSecond } = this.options;
    return new GatewayError(
      'tooManyRequests',
      `too many ${kind} from this address: expected at most ${perSecond} in a second (http.limits)`,
      { retryAfterMs: waitMs },
    );
  }
}
