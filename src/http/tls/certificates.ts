import type { Clock } from '../../clock.js';
import { messageOf } from '../../errors.js';
import { Observed } from '../../events/observed.js';
import type { Log } from '../../log.js';
import type { TlsContext } from './tls.js';

/** Twice this is how long a new certificate waits to be used. */
export const LOOK_MS = 5_000;

/** Where certificates come from. */
export interface CertificateSource {
  /** Text that differs when `read` may have something else to say. */
  signature(): Promise<string>;
  /** @throws Error that says why there is nothing that could be used */
  read(): Promise<TlsContext>;
}

/**
 * The certificates that hold, looked after while the gateway runs. What has changed is read when it has not changed any more between
 * two looks, so that nobody reads a pair of which one half is still being written. (`fs.watch` would be quicker, and says nothing
 * where a file comes from another machine or into a container.)
 *
 * What cannot be used is told once, and what was there before goes on.
 */
export class Certificates implements Disposable {
  readonly context: Observed<TlsContext>;
  private readonly looking: Disposable;
  private underWay: Promise<void> | undefined;
  private seen: string;

  private constructor(
    private readonly source: CertificateSource,
    /** The signature of what was read last. */
    private readAt: string,
    first: TlsContext,
    clock: Clock,
    private readonly log: Pick<Log, 'info' | 'warn'>,
  ) {
    this.seen = readAt;
    this.context = new Observed(first, isSame);
    this.looking = clock.every(LOOK_MS, () => void this.look());
  }

  /** @throws Error when there is nothing to begin with */
  static async open(source: CertificateSource, clock: Clock, log: Pick<Log, 'info' | 'warn'>): Promise<Certificates> {
    const signature = await source.signature();
    return new Certificates(source, signature, await source.read(), clock, log);
  }

  /** Looks now whether anything has changed; resolves when whatever comes of it holds. */
  look(): Promise<void> {
    return (this.underWay ??= this.lookOnce().finally(() => (this.underWay = undefined)));
  }

  private async lookOnce(): Promise<void> {
    try {
      const signature = await this.source.signature();
      const isSettled = signature === this.seen;
      this.seen = signature;
      if (!isSettled || signature === this.readAt) return;
      this.readAt = signature;
      const before = this.context.value;
      this.context.set(await this.source.read());
      if (this.context.value !== before) this.log.info('http.tls: other certificates hold from now on');
    } catch (error) {
      this.log.warn(`http.tls: the certificates of before go on, since the new ones cannot be used: ${messageOf(error)}`);
    }
  }

  [Symbol.dispose](): void {
    this.looking[Symbol.dispose]();
  }
}

function isSame(one: TlsContext, other: TlsContext): boolean {
  return one.cert === other.cert && one.key === other.key && one.ca === other.ca;
}
