import { type BackOff, waitOf } from '../../back-off.js';
import type { Clock } from '../../clock.js';
import { GatewayError, messageOf } from '../../errors.js';
import { destinationOf } from '../../outgoing/destination.js';
import type { Outgoing } from '../../outgoing/outgoing.js';
import { MOST_TAGS, parsePost, type ParsedPost, type RemoteAdvertisement } from './parse-post.js';

export interface HistoryOptions {
  /** Of the Ruuvi Gateway: `http://ruuvi.local` */
  readonly url: string;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  /** Instead of the two. */
  readonly bearer?: string | undefined;
  readonly intervalMs: number;
  readonly clock: Clock;
  readonly outgoing: Pick<Outgoing, 'ask'>;
  /** 0 to 1, as Math.random */
  readonly random?: () => number;
}

const WITHIN_MS = 10_000;
const MAX_BYTES = 2 * 1024 * 1024;
const BACK_OFF: BackOff = { firstMs: 1_000, longestMs: 60_000 };

/**
 * Asks a Ruuvi Gateway for what it has heard, again and again, and hands on what is new in the answer.
 *
 * @see Ruuvi docs, polling mode: `GET /history?decode=false`
 */
export class History {
  /** What was handed on last, by address. Of those that are in an answer only: so it does not grow. */
  private handed = new Map<string, RemoteAdvertisement>();

  constructor(private readonly options: HistoryOptions) {}

  get intervalMs(): number {
    return this.options.intervalMs;
  }

  /**
   * @param take is given what is new; when it rejects, the same comes again
   * @param failed is told why an answer could not be had, or be taken
   */
  async run(take: (parsed: ParsedPost) => Promise<unknown>, failed: (reason: string) => void, stop: AbortSignal): Promise<void> {
    const { clock, intervalMs, random = Math.random } = this.options;
    const isOver = () => stop.aborted;
    for (let failures = 0; !isOver();) {
      try {
        await this.once(take, stop);
        failures = 0;
      } catch (error) {
        if (isOver()) return;
        failures++;
        failed(messageOf(error));
      }
      await clock.sleep(failures > 0 ? Math.max(intervalMs, waitOf(BACK_OFF, failures, random)) : intervalMs, stop);
    }
  }

  private async once(take: (parsed: ParsedPost) => Promise<unknown>, stop: AbortSignal): Promise<void> {
    const { advertisements, malformed } = parsePost(await this.fetch(stop));
    await take({ advertisements: advertisements.filter((one) => isNew(one, this.handed.get(one.address))), malformed });
    this.handed = new Map(advertisements.slice(0, MOST_TAGS).map((one) => [one.address, one]));
  }

  private async fetch(signal: AbortSignal): Promise<unknown> {
    const { url, outgoing } = this.options;
    const question = { method: 'GET', headers: { Accept: 'application/json', ...this.authorization() } } as const;
    const where = destinationOf(new URL(`${url.replace(/(?<!\/)\/+$/, '')}/history?decode=false`));
    const { status, body } = await outgoing.ask(where, question, { withinMs: WITHIN_MS, maxBytes: MAX_BYTES, signal });
    if (status === 401 || status === 403)
      throw new GatewayError('unavailable', `the Ruuvi Gateway answers ${status}: may this password or token ask it?`);
    if (status !== 200) throw new GatewayError('unavailable', `the Ruuvi Gateway answers ${status}, expected 200`);
    try {
      return JSON.parse(body.toString('utf8')) as unknown;
    } catch (error) {
      throw new GatewayError('unavailable', 'what the Ruuvi Gateway answers is no JSON', { cause: error });
    }
  }

  private authorization(): Record<string, string> {
    const { username, password, bearer } = this.options;
    if (bearer !== undefined) return { Authorization: `Bearer ${bearer}` };
    if (username === undefined) return {};
    return { Authorization: `Basic ${Buffer.from(`${username}:${password ?? ''}`).toString('base64')}` };
  }
}

/** By its time, where there is one; else by what it says. */
function isNew(one: RemoteAdvertisement, before: RemoteAdvertisement | undefined): boolean {
  if (!before) return true;
  if (one.heardAt !== undefined && before.heardAt !== undefined && one.heardAt !== before.heardAt)
    return one.heardAt > before.heardAt;
  return !Buffer.from(one.data).equals(before.data);
}
