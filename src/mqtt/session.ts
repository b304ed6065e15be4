import type { MqttClient } from 'mqtt';
import type { Duplex } from 'node:stream';
import { GatewayError, messageOf } from '../errors.js';
import type { BrokerTarget, Will } from './target.js';

export interface Message {
  readonly topic: string;
  readonly payload: Uint8Array;
  /** Whether it was there before anybody asked for it. */
  readonly isRetained: boolean;
}

const CONNECT_MS = 10_000;
const KEEPALIVE_S = 30;
/** A longer one is not for us, and no broker sends it to who says so (MQTT 5.0, clause 3.1.2.11.4). */
const MOST_BYTES = 16_384;
const END_MS = 1_000;
/** A broker that goes on answering pings, and nothing else, is of no use. */
const ANSWER_MS = 20_000;

/** One connection to a broker, from its beginning to its end. */
export class Session implements AsyncDisposable {
  private constructor(
    private readonly client: MqttClient,
    /** Aborts when the connection has ended, with the reason. */
    readonly signal: AbortSignal,
    private readonly answerMs: number,
  ) {}

  /**
   * Speaks MQTT 5.0: in older versions a client cannot say how much it takes at once.
   *
   * @param connect opens the connection
   * @param answerMs how long the broker may take to answer
   * @throws GatewayError `unavailable` when the broker cannot be reached, or does not let the gateway in
   */
  static async open(
    connect: () => Duplex,
    { username, password, clientId }: BrokerTarget,
    will?: Will,
    answerMs = ANSWER_MS,
  ): Promise<Session> {
    // dear to load, and most gateways have no broker
    const { MqttClient } = await import('mqtt');
    const client = new MqttClient(connect, {
      ...{ clientId, clean: true, protocolVersion: 5, reconnectPeriod: 0, resubscribe: false, manualConnect: true },
      ...{ connectTimeout: CONNECT_MS, keepalive: KEEPALIVE_S, properties: { maximumPacketSize: MOST_BYTES } },
      ...(username === undefined ? {} : { username }),
      ...(password === undefined ? {} : { password }),
      ...(will === undefined ? {} : { will: { topic: will.topic, payload: Buffer.from(will.payload), qos: 1, retain: true } }),
    });
    const ended = new AbortController();
    let reason = 'the broker has ended the connection';
    client.on('error', (error) => (reason = wordsOf(error)));
    const opened = new Promise<void>((resolve, reject) => {
      client.once('connect', () => resolve());
      client.once('close', () => {
        ended.abort(reason);
        reject(new GatewayError('unavailable', reason));
      });
    });
    client.connect();
    const timer = setTimeout(() => client.end(true), CONNECT_MS);
    try {
      await opened;
    } catch (error) {
      client.end(true);
      throw error;
    } finally {
      clearTimeout(timer);
    }
    return new Session(client, ended.signal, answerMs);
  }

  /**
   * @returns when the broker has it; of what need not arrive (QoS 0), when it has left
   * @throws GatewayError `unavailable`
   */
  publish(topic: string, payload: string, { retain = true, qos = 1 }: { retain?: boolean; qos?: 0 | 1 } = {}): Promise<void> {
    return this.doing((done) => void this.client.publish(topic, payload, { retain, qos }, done));
  }

  /**
   * Takes what comes of these topics, each message once and at once, until the session ends.
   *
   * @throws GatewayError `unavailable` also when the broker does not let the gateway subscribe
   */
  subscribe(topics: readonly string[], take: (message: Message) => void): Promise<void> {
    this.client.on('message', (topic, payload, { retain }) => take({ topic, payload, isRetained: retain }));
    return this.doing((done) => void this.client.subscribe([...topics], { qos: 0 }, done));
  }

  /** Says goodbye: a broker that hears it does not say the will. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.signal.aborted) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => this.client.end(true, () => resolve()), END_MS);
      this.client.end(false, () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  private doing(task: (done: (error?: unknown) => void) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const fail = (why: string) => reject(new GatewayError('unavailable', why));
      const timer = setTimeout(() => {
        fail(`the broker has not answered for ${this.answerMs / 1000} s`);
        this.client.end(true);
      }, this.answerMs);
      const lost = () => {
        clearTimeout(timer);
        fail(String(this.signal.reason));
      };
      if (this.signal.aborted) {
        lost();
        return;
      }
      this.signal.addEventListener('abort', lost, { once: true });
      task((error) => {
        clearTimeout(timer);
        this.signal.removeEventListener('abort', lost);
        if (error) reject(new GatewayError('unavailable', wordsOf(error)));
        else resolve();
      });
    });
  }
}

/** What is thrown for several addresses of a name has its words inside. */
function wordsOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.map(messageOf).join('; ');
  return messageOf(error) || 'the connection has failed';
}
