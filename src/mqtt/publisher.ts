import type { Clock } from '../clock.js';
import type { EventBus } from '../events/bus.js';
import { onAbort } from '../on-abort.js';
import { type DeviceChange, deviceIdOf } from '../registry/devices.js';
import { active, observedHealth, suspended } from '../registry/health.js';
import { type TagReading, withColons } from '../sensors/tag-reading.js';
import type { Broker } from './broker.js';
import { type DueTag, DueTags } from './due-tags.js';
import { discoveryOf, discoveryTopics, shownFields } from './home-assistant.js';
import type { Message, Session } from './session.js';
import { stateOf, topicsOf, type TagState } from './tag-state.js';

export interface PublisherOptions {
  /** `umec` */
  readonly prefix: string;
  /** What the gateway is called in topics. */
  readonly gateway: string;
  /** What Home Assistant listens to; nobody is told of tags unless given. */
  readonly discoveryPrefix?: string | undefined;
  /** No tag speaks more often. */
  readonly minIntervalMs: number;
  /** When a tag that says nothing has fallen silent. */
  readonly silentAfterMs: number;
  readonly maxTags: number;
}

export interface PublisherParts {
  readonly bus: EventBus;
  readonly broker: Broker;
  readonly clock: Clock;
  readonly options: PublisherOptions;
}

/** What is counted of what is said. All only ever grow. */
export interface PublisherCounters {
  readonly published: number;
  /** Fields of tags that Home Assistant was told of. */
  readonly announced: number;
  /** Readings that were never said, for a newer one came. */
  readonly replaced: number;
  readonly connections: number;
  readonly failures: number;
}

/** When there is nothing to say. */
const IDLE_MS = 60_000;

/**
 * Says at a broker what the tags say now, each in a topic of its own that keeps the last (retained), and whether the gateway is there.
 * Home Assistant is told of each field of each tag, and again when it has started anew.
 */
export class MqttPublisher {
  readonly health = observedHealth(suspended('not connected yet'));
  private readonly counts = { published: 0, announced: 0, replaced: 0, connections: 0, failures: 0 };
  private readonly tags: DueTags;
  /** Of which nothing is to be left at the broker. */
  private readonly gone = new Set<string>();
  private readonly topics;
  private waker = new AbortController();

  constructor(private readonly parts: PublisherParts) {
    const { prefix, gateway, minIntervalMs, maxTags } = parts.options;
    this.tags = new DueTags(minIntervalMs, maxTags);
    this.topics = topicsOf(prefix, gateway);
  }

  get counters(): PublisherCounters {
    return this.counts;
  }

  /** Publishes until `stop`, and says goodbye then. */
  async run(stop: AbortSignal): Promise<void> {
    const { bus, broker } = this.parts;
    const take = (reading: TagReading) => {
      if (this.tags.add(reading)) this.counts.replaced++;
      else this.wake();
    };
    using _readings = bus.subscribe('reading', take);
    using _configured = bus.subscribe('configured', take);
    using _leaving = bus.subscribe('device', (change) => this.inventoryChanged(change));
    using _stopping = onAbort(stop, () => this.wake());
    const failed = (reason: string) => {
      this.counts.failures++;
      this.health.set(suspended(reason));
    };
    const will = { topic: this.topics.availability, payload: 'offline' };
    await broker.run({ will, failed, use: (session, stopping) => this.speak(session, stopping) }, stop);
  }

  private async speak(session: Session, stop: AbortSignal): Promise<void> {
    const { clock, options } = this.parts;
    using _ended = onAbort(session.signal, () => this.wake());
    const { discoveryPrefix } = options;
    if (discoveryPrefix !== undefined)
      await session.subscribe([`${discoveryPrefix}/status`], (message) => this.hearHomeAssistant(message));
    await session.publish(this.topics.availability, 'online');
    this.counts.connections++;
    this.tags.again();
    this.health.set(active);
    while (!stop.aborted && !session.signal.aborted) {
      const [gone] = this.gone;
      const tag = gone === undefined ? this.tags.next(clock.monotonic()) : undefined;
      if (gone !== undefined) await this.clear(session, gone);
      else if (tag) await this.say(session, tag);
      else await this.idle();
    }
    if (!session.signal.aborted) await session.publish(this.topics.availability, 'offline');
  }

  /** Of one that is ignored there may be something from before the gateway was started anew. */
  private inventoryChanged({ changeType, device: { deviceId, kind, adoption } }: DeviceChange): void {
    if (kind !== 'TAG') return;
    const mac = withColons(deviceId.slice(deviceIdOf('TAG', '').length));
    const wasSaid = changeType === 'REMOVED' && this.tags.delete(mac);
    if (!wasSaid && !(changeType === 'ADDED' && adoption === 'IGNORED')) return;
    const [first] = this.gone;
    if (first !== undefined && this.gone.size >= this.parts.options.maxTags) this.gone.delete(first);
    this.gone.add(mac);
    this.wake();
  }

  /** What is retained is forgotten by an empty message (MQTT 5.0, clause 3.3.1.3), and Home Assistant takes the tag away. */
  private async clear(session: Session, mac: string): Promise<void> {
    const { gateway, discoveryPrefix: prefix } = this.parts.options;
    const announced = prefix === undefined ? [] : discoveryTopics(mac, { prefix, gateway });
    for (const topic of [...announced, this.topics.state(mac)]) await session.publish(topic, '');
    this.gone.delete(mac);
  }

  /** It was retained when it was said to nobody in particular: then it was there before, and everything is being said anyway. */
  private hearHomeAssistant({ payload, isRetained }: Message): void {
    if (isRetained || Buffer.from(payload).toString('latin1') !== 'online') return;
    this.tags.again();
    this.wake();
  }

  private async say(session: Session, tag: DueTag): Promise<void> {
    const state = stateOf(tag.latest);
    tag.isWaiting = false;
    tag.saidAt = this.parts.clock.monotonic();
    await this.announce(session, tag, state);
    // should it get lost with the connection, it is said again at the next
    await session.publish(this.topics.state(tag.latest.mac), JSON.stringify(state), { qos: 0 });
    this.counts.published++;
  }

  /** Before the first state, so that nobody misses it; and again when the tag has another name, or a field that it had not. */
  private async announce(session: Session, tag: DueTag, state: TagState): Promise<void> {
    const { gateway, discoveryPrefix: prefix, silentAfterMs, minIntervalMs } = this.parts.options;
    if (prefix === undefined) return;
    for (const field of shownFields(state)) tag.fields.add(field);
    const as = `${tag.fields.size} ${tag.latest.name ?? ''}`;
    if (tag.announced === as) return;
    tag.announced = as;
    const expireAfterS = Math.ceil((silentAfterMs + minIntervalMs) / 1000);
    for (const field of tag.fields) {
      const { topic, payload } = discoveryOf(state, field, { prefix, gateway, topics: this.topics, expireAfterS });
      await session.publish(topic, payload);
      this.counts.announced++;
    }
  }

  private async idle(): Promise<void> {
    const { clock } = this.parts;
    const waker = (this.waker = new AbortController());
    await clock.sleep(Math.min(IDLE_MS, this.tags.wait(clock.monotonic())), waker.signal);
  }

  private wake(): void {
    this.waker.abort();
  }
}
