import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { systemClock } from '../../src/clock.js';
import { configured, Reach } from '../../src/outgoing/reach.js';
import { Resolver } from '../../src/outgoing/resolver.js';
import { type Verdict, verdictOf } from '../../src/destinations/answer.js';
import { WriteClient } from '../../src/destinations/client.js';

const MEBIBYTE = 1_048_576;
const LINE = 'people count=1 1';
/** What the kernel keeps on the way is beyond us. */
const MOST_READ = 16 * MEBIBYTE;

/** What is written for each request, one after the other; the last goes on for those that follow. */
type Script = readonly (string | Buffer | ((socket: Socket) => void))[];

/** A server that does not care about HTTP. */
async function hostile(script: Script) {
  const written: Socket[] = [];
  let requests = 0;
  const server = createServer((socket) => {
    written.push(socket);
    socket.on('error', () => socket.destroy());
    socket.on('data', (data) => {
      if (!data.includes('POST ')) return;
      const answer = script[Math.min(requests++, script.length - 1)];
      if (typeof answer === 'function') answer(socket);
      else socket.write(answer ?? '');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const target = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: 't', org: 'o', bucket: 'b' };
  const reach = new Reach({ resolver: new Resolver(systemClock), mayCall: configured });
  const client = new WriteClient(target, 10, 2_000, reach);
  return {
    /** What it makes of the next answer. */
    async verdict(signal = new AbortController().signal): Promise<Verdict | 'no answer'> {
      const answer = await client.write([LINE], signal).catch(() => undefined);
      return answer ? verdictOf(answer, Date.now()) : 'no answer';
    },
    server,
    bytesWritten: () => written.reduce((sum, socket) => sum + socket.bytesWritten, 0),
    [Symbol.dispose]() {
      client[Symbol.dispose]();
      server.close();
      for (const socket of written) socket.destroy();
    },
  };
}

const head = (status: string, ...headers: string[]) => `HTTP/1.1 ${[status, ...headers].join('\r\n')}\r\n\r\n`;
const html = '<html>Welcome to the hotel';

/** Writes it for as long as it is taken. */
const endless =
  (first: string | Buffer, more: Buffer, times = Infinity) =>
  (socket: Socket) => {
    let left = times;
    const go = () => {
      while (left-- > 0 && !socket.destroyed && socket.write(more));
    };
    socket.write(first);
    socket.on('drain', go);
    go();
  };
const mebibyte = Buffer.alloc(MEBIBYTE, ' ');
const chunk = Buffer.concat([Buffer.from('100000\r\n'), mebibyte, Buffer.from('\r\n')]);
const bomb = gzipSync(Buffer.alloc(16 * MEBIBYTE));

const answers: [what: string, script: Script[number]][] = [
  ['a page with status 200', head('200 OK', 'Content-Type: text/html', `Content-Length: ${html.length}`) + html],
  ['nothing with status 200', head('200 OK', 'Content-Length: 0')],
  ['a page that it has created', head('201 Created', `Content-Length: ${html.length}`) + html],
  ['an error of 100 MB', endless(head('500 x', 'Content-Length: 104857600'), mebibyte, 100)],
  ['an error without end', endless(head('500 x', 'Transfer-Encoding: chunked'), chunk)],
  ['an error of 16 GiB in gzip', endless(head('400 x', 'Content-Encoding: gzip', 'Connection: close'), bomb, 1_024)],
  ['gzip that is none', head('400 x', 'Content-Encoding: gzip', 'Content-Length: 9') + 'not gzip!'],
  [
    'gzip that is cut short',
    Buffer.concat([Buffer.from(head('400 x', 'Content-Encoding: gzip', 'Content-Length: 40')), bomb.subarray(0, 40)]),
  ],
  ['headers of 20 KB', head('204 x', `X-A: ${'a'.repeat(20_000)}`)],
  ['headers without end', endless('HTTP/1.1 204 x\r\n', Buffer.from('X-A: b\r\n'.repeat(1_000)))],
  ['two lengths', head('204 x', 'Content-Length: 0', 'Content-Length: 5')],
  ['a length and chunks', head('500 x', 'Content-Length: 4', 'Transfer-Encoding: chunked') + '0\r\n\r\n'],
  ['a header with a NUL', head('204 x', 'X-A: a\0b')],
  ['a line feed alone', 'HTTP/1.1 204 x\nContent-Length: 0\n\n'],
  ['another protocol', head('101 Switching Protocols', 'Connection: Upgrade', 'Upgrade: h2c')],
  ['no HTTP at all', '\x16\x03\x01\x02\x00\x01\x00'],
  ['half of an answer', (socket) => socket.end(head('500 x', 'Content-Length: 10') + 'half')],
  ['nothing', (socket) => socket.end()],
];

describe('A13 an InfluxDB that answers with', () => {
  it.each(answers)('%s has stored nothing, refused nothing, and cost little', async (_what, answer) => {
    using influx = await hostile([answer]);
    const verdict = await influx.verdict(AbortSignal.timeout(3_000));
    if (verdict !== 'no answer') expect(verdict).toMatchObject({ kind: 'later' });
    expect(influx.bytesWritten()).toBeLessThan(MOST_READ);
  });

  it('more than one answer is believed the first, and the rest belongs to no other batch', async () => {
    const stored = head('204 No Content');
    const failed = head('500 x', 'Content-Length: 0');
    using influx = await hostile([failed + stored, failed]);
    expect(await influx.verdict()).toMatchObject({ kind: 'later' });
    expect(await influx.verdict()).not.toMatchObject({ kind: 'stored' });
    // the same server is believed when it has
    using honest = await hostile([stored]);
    expect(await honest.verdict()).toEqual({ kind: 'stored' });
  });

  it('a line break in a header is given to nobody', async () => {
    const split = 'X-A: a\r\nRetry-After: 1\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n';
    using influx = await hostile([`HTTP/1.1 503 x\r\nContent-Length: 0\r\n${split}`]);
    expect(await influx.verdict()).toMatchObject({ kind: 'later', retryAfterMs: 1_000 });
  });

  it('interim answers without end is left after some of them', async () => {
    const interim = head('102 Processing');
    using influx = await hostile([interim.repeat(16) + head('204 No Content'), endless('', Buffer.from(interim.repeat(1_000)))]);
    expect(await influx.verdict()).toEqual({ kind: 'stored' });
    expect(await influx.verdict()).toBe('no answer');
    expect(influx.bytesWritten()).toBeLessThan(MOST_READ);
  });

  it('words that a terminal would obey has said nothing to it', async () => {
    const message = `\x1b]0;owned\x07\r\n\u202e\u2028${'x'.repeat(285)}\u{1f600}\u{1f600}`;
    const body = JSON.stringify({ code: 'invalid', message });
    using influx = await hostile([head('400 x', `Content-Length: ${Buffer.byteLength(body)}`) + body]);
    expect(await influx.verdict()).toEqual({ kind: 'refused', reason: `?]0;owned?????${'x'.repeat(285)}?` });
  });

  it('half of one, and then silence, is left when there is no time any more', async () => {
    const late = new AbortController();
    using influx = await hostile([
      (socket) => {
        socket.write('HTTP/1.1 204 No Con');
        late.abort();
      },
    ]);
    expect(await influx.verdict(late.signal)).toBe('no answer');
  });
});
