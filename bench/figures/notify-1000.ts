import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { tempDirectory } from '../../test/temp-directory.js';
import { type Benchmark, figure, median, rounds } from '../benchmark.js';
import { applicationsFor, forEach, post, serviceBody, subscriptionsUrl } from '../mec-client.js';
import type { Round } from '../servers/poster.js';
import { ServerProcess } from '../servers/server-process.js';

const SUBSCRIBERS = 1_000;
const ROUNDS = 5;

/** From the answer to a change until the last of many knows of it, while one of them hangs. */
export const notify1000: Benchmark = async (_, effort) => {
  const count = rounds(SUBSCRIBERS, effort);
  using dir = tempDirectory();
  await using subscribers = await Subscribers.open();
  await using gateway = await ServerProcess.start('gateway', dir.path);
  await using poster = await ServerProcess.start('poster');
  const apps = await applicationsFor(gateway.url, count);
  const urls = Array.from({ length: count - 1 }, (_, n) => `${subscribers.url}/${n}`);
  await forEach(count, async (n) => {
    const callbackReference = urls[n] ?? `${subscribers.url}/hang`;
    await post(subscriptionsUrl(gateway.url, apps, n), {
      subscriptionType: 'SerAvailabilityNotificationSubscription',
      callbackReference,
    });
  });
  const ours: number[] = [];
  const theirs: number[] = [];
  const services = `${gateway.url}/mec_service_mgmt/v1/applications/${apps[0] ?? ''}/services`;
  for (let round = 0; round < rounds(ROUNDS, effort); round++) {
    ours.push(await subscribers.toldAfter(urls.length, () => post(services, serviceBody(`service-${round}`))));
    const body = subscribers.lastBody;
    theirs.push(await subscribers.toldAfter(urls.length, () => post(poster.url, { urls, body } satisfies Round)));
  }
  const name = `${count.toLocaleString('en-US')} subscribers told, one hangs`;
  return [
    figure({
      name,
      unit: 'ms',
      value: median(ours),
      reference: { name: 'node:http', value: median(theirs) },
      aim: '≤ 1,000 ms',
    }),
  ];
};

/** One server that is all subscribers, and counts what it is told. */
class Subscribers implements AsyncDisposable {
  lastBody = '';
  private left = 0;
  private last: () => void = () => undefined;
  private readonly server = createServer((req, res) => {
    if (req.url === '/hang') return;
    void text(req).then((body) => {
      this.lastBody = body;
      res.writeHead(204).end();
      if (--this.left === 0) this.last();
    });
  });

  static async open(): Promise<Subscribers> {
    const subscribers = new Subscribers();
    subscribers.server.listen(0, '127.0.0.1', SUBSCRIBERS);
    await once(subscribers.server, 'listening');
    return subscribers;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** @returns ms from the answer to `change` until `count` were told; none when they were told before it */
  async toldAfter(count: number, change: () => Promise<unknown>): Promise<number> {
    this.left = count;
    let toldAt = 0;
    const told = new Promise<void>((resolve) => (this.last = resolve)).then(() => (toldAt = performance.now()));
    await change();
    const changedAt = performance.now();
    await told;
    return Math.max(0, toldAt - changedAt);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }
}
