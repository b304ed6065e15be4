import type { Clock } from '../../clock.js';
import { isObject } from '../../config/is-object.js';
import type { Broker } from '../../mqtt/broker.js';
import type { Message, Session } from '../../mqtt/session.js';
import { onAbort } from '../../on-abort.js';
import { active, observedHealth, suspended } from '../../registry/health.js';
import type { Heard, Radio } from '../../sensors/radio.js';
import { parseAdvertisement, type RemoteAdvertisement } from '../ruuvi-gateway/parse-post.js';
import { type RemoteCounters, RemoteHearing } from '../ruuvi-gateway/remote-hearing.js';

const SILENT_AFTER_MS = 60_000;
const SWEEP_MS = 1_000;
/** MQTT's word for any one level of a topic. */
const ANY = '+';
/** An address in topics; whatever else is called otherwise, such as `gw_status`, is not for us. */
const MAC = /^(?:[0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}$/;
const MOST_BYTES = 8_192;

export interface MqttRadioOptions {
  readonly radioId: string;
  readonly clock: Clock;
  /** The machine's, where `clock` is not that one. */
  readonly wall?: Clock;
  readonly broker: Broker;
  /** Topics below it are `<prefix>/<gateway>/<tag>` or `<prefix>/<tag>`. */
  readonly prefix: string;
  /** 60 s unless given. */
  readonly silentAfterMs?: number;
}

/**
 * What Ruuvi Gateways publish at a broker, each advertisement as one message.
 *
 * @see Ruuvi docs, mqtt-time-stamped-data-from-bluetooth-sensors.md
 */
export class MqttRadio implements Radio {
  readonly driver = 'mqtt';
  readonly radioId: string;
  readonly health = observedHealth(suspended('not connected yet'));
  private readonly hearing: RemoteHearing;
  private readonly silentAfterMs: number;
  private readonly disposed = new AbortController();
  private sessions = 0;
  private isConnected = false;
  private heardAt = 0;

  constructor(private readonly options: MqttRadioOptions) {
    this.radioId = options.radioId;
    this.silentAfterMs = options.silentAfterMs ?? SILENT_AFTER_MS;
    this.hearing = new RemoteHearing(options.clock, options.wall);
  }

  get counters(): RemoteCounters {
    return { ...this.hearing.counts, restarts: Math.max(0, this.sessions - 1) };
  }

  async listen(heard: Heard, signal: AbortSignal): Promise<void> {
    const stop = AbortSignal.any([signal, this.disposed.signal]);
    if (stop.aborted) return;
    using _sweeping = this.options.clock.every(SWEEP_MS, () => this.sweep());
    await this.options.broker.run(
      {
        use: (session, stopping) => this.follow(session, heard, stopping),
        failed: (reason) => {
          this.isConnected = false;
          this.health.set(suspended(reason));
        },
      },
      stop,
    );
    this.isConnected = false;
    this.health.set(suspended('nobody listens to it'));
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.disposed.abort();
    return Promise.resolve();
  }

  private async follow(session: Session, heard: Heard, stop: AbortSignal): Promise<void> {
    const { prefix, clock } = this.options;
    const topics = [
      [prefix, ANY],
      [prefix, ANY, ANY],
    ].map((levels) => levels.join('/'));
    await session.subscribe(topics, (message) => this.take(message, heard));
    this.sessions++;
    this.isConnected = true;
    this.heardAt = clock.monotonic();
    this.health.set(suspended(`connected; nothing has come yet below ${prefix}/`));
    const either = AbortSignal.any([session.signal, stop]);
    await new Promise<void>((resolve) => onAbort(either, resolve));
  }

  private take(message: Message, heard: Heard): void {
    const mac = message.topic.slice(message.topic.lastIndexOf('/') + 1);
    if (!MAC.test(mac)) return;
    const advertisement = parsed(mac, message);
    // of when that is nobody knows
    if (message.isRetained && advertisement && !this.hearing.isTimely(advertisement)) return;
    if (advertisement) {
      this.heardAt = this.options.clock.monotonic();
      this.health.set(active);
    }
    // whoever published it does not wait for it to be kept; that it was not, the sensors count
    this.hearing.hear(heard, advertisement ? [advertisement] : [], advertisement ? 0 : 1).catch(() => undefined);
  }

  private sweep(): void {
    const { clock, prefix } = this.options;
    if (!this.isConnected || clock.monotonic() - this.heardAt < this.silentAfterMs) return;
    this.health.set(suspended(`nothing has come below ${prefix}/ for ${Math.round(this.silentAfterMs / 1000)} s`));
  }
}

function parsed(mac: string, { payload }: Message): RemoteAdvertisement | undefined {
  if (payload.length > MOST_BYTES) return undefined;
  try {
    const message: unknown = JSON.parse(Buffer.from(payload).toString('utf8'));
    return isObject(message) ? parseAdvertisement(mac, message, message.ts) : undefined;
  } catch {
    return undefined;
  }
}
