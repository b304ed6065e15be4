import type { WebSocket } from 'ws';
import type { Clock } from '../../clock.js';
import { GatewayError } from '../../errors.js';
import type { EventBus, ToldName, GatewayEvents } from '../../events/bus.js';
import { KeepAlive } from '../../http/keep-alive.js';
import { sendTogether } from '../../http/send-together.js';
import type { Audience } from '../../registry/audience.js';
import { deviceIdOf } from '../../registry/devices.js';
import type { Service } from '../../registry/service.js';
import { tagNameOf } from '../../sensors/tag-reading.js';
import type { CloudEvents } from './cloud-events.js';

/** What one reader may leave unread, bytes; beyond it the reader is too slow for what it asked for. */
const MAX_BUFFERED = 262_144;

/** IANA registry of WebSocket close codes. */
const TRY_AGAIN_LATER = 1013;

/** Whether a reader asked for a subject, and may hear of it. */
type Wants = (subject: string, audience: Audience) => boolean;

interface Reader {
  readonly socket: WebSocket;
  readonly wants: Wants;
}

interface Pending {
  readonly subject: string;
  readonly audience: Audience;
  readonly message: Buffer;
}

/**
 * Tells every reader what happens. An event is written once, whatever the number of readers, and all events of a turn of the
 * event loop leave together, for it is the system call per socket that costs.
 */
export class EventSockets implements Disposable {
  private readonly readers = new Set<Reader>();
  private readonly subscriptions: readonly Disposable[];
  private readonly keepAlive: KeepAlive;
  private pending: Pending[] = [];

  constructor(
    bus: EventBus,
    private readonly events: CloudEvents,
    private readonly clock: Clock,
    private readonly maxReaders: number,
    audienceOf: (service: Service) => Audience,
  ) {
    this.keepAlive = new KeepAlive(clock);
    this.subscriptions = [
      bus.subscribe('reading', (reading) => this.enqueue('reading', reading, audienceOfTag(reading))),
      bus.subscribe('presence', (change) => this.enqueue('presence', change, audienceOfTag(change))),
      bus.subscribe('device', (change) => this.enqueue('device', change, { deviceId: change.device.deviceId })),
      bus.subscribe('edge', (edge) => this.enqueue('edge', edge, { deviceId: deviceIdOf('LINE', edge.lineId) })),
      bus.subscribe('motion', (motion) => this.enqueue('motion', motion, { deviceId: deviceIdOf('CAMERA', motion.cameraId) })),
      bus.subscribe('service', (change) => this.enqueue('service', change, audienceOf(change.service))),
      this.keepAlive,
    ];
  }

  get size(): number {
    return this.readers.size;
  }

  /** @throws GatewayError `unavailable` when there are as many readers as there may be */
  requireRoom(): void {
    if (this.readers.size >= this.maxReaders)
      throw new GatewayError('unavailable', `${this.maxReaders} readers follow the events already; try again later`);
  }

  /** @param wants is asked once per event */
  add(socket: WebSocket, wants: Wants): void {
    const reader: Reader = { socket, wants };
    this.readers.add(reader);
    this.keepAlive.watch(socket);
    socket.on('close', () => this.readers.delete(reader));
    // an error is followed by close; there is nobody to tell
    socket.on('error', () => socket.terminate());
  }

  private enqueue<Name extends ToldName>(name: Name, value: GatewayEvents[Name], audience: Audience): void {
    if (this.readers.size === 0) return;
    const event = this.events.of(name, value, this.clock.now());
    if (this.pending.push({ subject: event.subject, audience, message: Buffer.from(JSON.stringify(event)) }) === 1)
      setImmediate(() => this.flush());
  }

  private flush(): void {
    const events = this.pending;
    this.pending = [];
    for (const reader of this.readers) this.send(reader, events);
  }

  private send(reader: Reader, events: readonly Pending[]): void {
    const { socket, wants } = reader;
    const wanted = events.filter(({ subject, audience }) => wants(subject, audience));
    sendTogether(
      socket,
      wanted.map(({ message }) => message),
    );
    if (socket.bufferedAmount <= MAX_BUFFERED) return;
    this.readers.delete(reader);
    drop(socket);
  }

  [Symbol.dispose](): void {
    for (const subscription of this.subscriptions) subscription[Symbol.dispose]();
  }
}

function audienceOfTag({ mac }: { readonly mac: string }): Audience {
  return { deviceId: deviceIdOf('TAG', tagNameOf(mac)) };
}

/** Says why, and does not wait for a reader that reads nothing. */
function drop(socket: WebSocket): void {
  socket.close(TRY_AGAIN_LATER, 'too slow for what was asked for');
  const patience = setTimeout(() => socket.terminate(), 2_000);
  patience.unref();
  socket.once('close', () => clearTimeout(patience));
}
