import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { type Benchmark, figure, median, rounds } from '../benchmark.js';
import { forEach } from '../mec-client.js';
import { ServerProcess } from '../servers/server-process.js';

const READERS = 1_000;
const ROUNDS = 60;

/** From an event until the last of many readers has it, by WebSocket; the median of many events. */
export const events1000: Benchmark = async (_, effort) => {
  const count = rounds(READERS, effort);
  await using server = await ServerProcess.start('events');
  using readers = await Readers.connect(server.url, count);
  const [ours, theirs] = [[] as number[], [] as number[]];
  for (let round = 0; round < rounds(ROUNDS, effort); round++) {
    ours.push(await readers.toldBy(`${server.url}/ours`));
    theirs.push(await readers.toldBy(`${server.url}/ws`));
  }
  const reference = { name: 'ws.send to each', value: median(theirs) };
  const name = `event to ${count.toLocaleString('en-US')} readers`;
  return [figure({ name, unit: 'ms', value: median(ours), reference, aim: '≤ 10 ms' })];
};

/** Readers that only count: what reads WebSocket properly would take longer than what is measured. */
class Readers implements Disposable {
  private left = 0;
  private last: () => void = () => undefined;
  private readonly sockets: Socket[] = [];

  static async connect(url: string, count: number): Promise<Readers> {
    const readers = new Readers();
    await forEach(count, () => readers.join(new URL(url)));
    return readers;
  }

  /** @returns ms from the beginning until every reader has the event: a frame is small, and comes in one piece */
  async toldBy(url: string): Promise<number> {
    this.left = this.sockets.length;
    const told = new Promise<void>((resolve) => (this.last = resolve)).then(() => process.hrtime.bigint());
    const began = BigInt(await (await fetch(url)).text());
    return Number((await told) - began) / 1e6;
  }

  private async join({ hostname, port }: URL): Promise<void> {
    const socket = connect(Number(port), hostname);
    socket.write(
      `GET / HTTP/1.1\r\nHost: ${hostname}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
    );
    await once(socket, 'data');
    this.sockets.push(socket);
    socket.on('data', () => {
      if (--this.left === 0) this.last();
    });
  }

  [Symbol.dispose](): void {
    for (const socket of this.sockets) socket.destroy();
  }
}
