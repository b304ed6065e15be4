import { setTimeout as sleep } from 'node:timers/promises';
import { type Stream } from './stream.js';

const TICK_MS = 20;
/** After a request that came to nothing. */
const PAUSE_MS = 100;
/** Requests under way: each may wait for others to be written with it. */
const AT_ONCE = 16;

/**
 * Makes readings at a steady rate and brings them to a gateway that may be gone: what was not acknowledged is brought again, until
 * it is. It lives in another process than the gateway, so it knows what was acknowledged whatever happens to that.
 */
export class Producer implements AsyncDisposable {
  /** How many readings there are: they are numbered from 0. */
  produced = 0;
  /** By number: acknowledged. */
  readonly acknowledged: boolean[] = [];
  /** By number: since when it is with the gateway, ms of performance.now(); Infinity when that has not taken it. */
  readonly sentAt: number[] = [];
  /** How often a request came to nothing: refused, or nobody was there. */
  failures = 0;
  private readonly waiting: number[] = [];
  /** What came to nothing, to be brought again as it was. */
  private readonly again: (readonly number[])[] = [];
  private underWay = 0;
  private rate = 0;
  private producing = false;
  private gaveUp = false;
  private timer: NodeJS.Timeout | undefined;
  private senders: Promise<void>[] = [];

  /**
   * @param url of the gateway, without a slash at the end
   * @param atOnce how many requests may be under way
   */
  constructor(
    readonly stream: Stream,
    private readonly url: string,
    private readonly atOnce = AT_ONCE,
  ) {}

  /** @param rate readings per second */
  start(rate: number): void {
    this.producing = true;
    this.rate = rate;
    this.release();
    this.senders = Array.from({ length: this.atOnce }, () => this.send());
  }

  /** Makes no more until `release`: for whoever stops time. */
  hold(): void {
    clearInterval(this.timer);
  }

  release(): void {
    if (!this.producing) return;
    const { rate } = this;
    const began = performance.now() - (this.produced / rate) * 1000;
    this.timer = setInterval(() => this.add(Math.floor(((performance.now() - began) * rate) / 1000) - this.produced), TICK_MS);
  }

  /** No more are made; what was is still brought. @returns when all of it is acknowledged */
  async stop(): Promise<void> {
    this.producing = false;
    clearInterval(this.timer);
    await Promise.all(this.senders);
  }

  /** Brings so many more, at once. @returns when they are acknowledged */
  async bring(count: number): Promise<void> {
    this.add(count);
    if (this.producing) throw new Error('it brings readings already');
    this.senders = Array.from({ length: this.atOnce }, () => this.send());
    await Promise.all(this.senders);
  }

  /** Gives up what is not acknowledged. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.producing = false;
    this.gaveUp = true;
    clearInterval(this.timer);
    await Promise.all(this.senders);
  }

  /** How many are acknowledged. */
  get answered(): number {
    return this.acknowledged.filter(Boolean).length;
  }

  private add(count: number): void {
    for (let n = 0; n < count; n++) this.waiting.push(this.produced++);
  }

  private async send(): Promise<void> {
    while (this.producing || (!this.gaveUp && (this.waiting.length + this.again.length > 0 || this.underWay > 0))) {
      const numbers = this.again.shift() ?? this.waiting.splice(0, this.stream.most);
      if (numbers.length === 0) {
        await sleep(TICK_MS / 2);
        continue;
      }
      this.underWay++;
      if (await this.bringOnce(numbers)) for (const number of numbers) this.acknowledged[number] = true;
      else {
        this.failures++;
        for (const number of numbers) this.sentAt[number] = Infinity;
        this.again.push(numbers);
        await sleep(PAUSE_MS);
      }
      this.underWay--;
    }
  }

  /** @returns whether it was acknowledged */
  private async bringOnce(numbers: readonly number[]): Promise<boolean> {
    const now = performance.now();
    for (const number of numbers) this.sentAt[number] = now;
    try {
      const headers = { 'Content-Type': 'application/json' };
      const answer = await fetch(this.url + this.stream.path, {
        method: 'POST',
        headers,
        body: JSON.stringify(this.stream.body(numbers)),
      });
      const said = await answer.text();
      if (answer.status >= 400 && answer.status < 500) throw new Refused(`${answer.status} ${said}`);
      return answer.ok;
    } catch (error) {
      if (error instanceof Refused) throw error;
      return false; // nobody is there, or is not any more
    }
  }
}

/** A mistake of the test. */
class Refused extends Error {}
