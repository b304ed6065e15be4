import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { TestGateway } from '../gateway.js';

/** Takes pictures that a reader got. @param when as `now` said it when it asked for them, or when they came */
export type See = (when: number, pictures: readonly Uint8Array[]) => void;

/** Who looks at a camera in one way, again and again, until told to stop. */
export type PictureReader = (see: See, stop: AbortSignal) => Promise<void>;

/** It comes with the part before, and no part is as short as this. */
const BOUNDARY_BYTES = 64;

/** Between two questions: many ask, and share the cores with whom they ask. */
const PAUSE_MS = 30;

/**
 * Asks for pictures one by one. They are of the time at which they were asked for, or at which the answer came should all have settled
 * until then.
 *
 * @param settled what `now` says once whatever was answered before has come
 */
export function asking(
  now: () => number,
  settled: number,
  ask: () => Promise<Response>,
  pictures: (response: Response) => Promise<readonly Uint8Array[]> = picturesIn,
): PictureReader {
  return async (see, stop) => {
    while (!stop.aborted) {
      const asked = now();
      const response = await ask();
      see(now() >= settled ? settled : asked, await pictures(response));
      await sleep(PAUSE_MS);
    }
  };
}

/** What an answer has of pictures: in the parts of it, in a recording, or it is one. */
async function picturesIn(response: Response): Promise<Uint8Array[]> {
  // what is hidden while it is sent is cut
  const bytes = Buffer.from(await response.arrayBuffer().catch(() => new ArrayBuffer(0)));
  const type = response.headers.get('content-type') ?? '';
  if (!response.ok) return [];
  if (type.startsWith('multipart/mixed')) return [...partsIn(bytes)].map(({ from, end }) => bytes.subarray(from, end));
  if (type === 'video/x-msvideo') return imagesOfAvi(bytes);
  return type.startsWith('image/') ? [bytes] : [];
}

/** Asks with the ETag of the picture before: when that is still right, it has seen it again. */
export function askingWhetherItIsNew(now: () => number, settled: number, gateway: TestGateway, path: string): PictureReader {
  let etag: string | null = null;
  let had: readonly Uint8Array[] = [];
  const ask = () => gateway.get(path, { headers: etag === null ? {} : { 'If-None-Match': etag } });
  return asking(now, settled, ask, async (response) => {
    etag = response.headers.get('etag');
    return response.status === 304 ? had : (had = await picturesIn(response));
  });
}

/** Reads a stream as fast as it comes. A part is of the time at which its first byte came. */
export function streaming(now: () => number, url: string): PictureReader {
  return async (see, stop) => {
    const [response] = (await once(http.get(url, { agent: false }), 'response')) as [http.IncomingMessage];
    let waiting = Buffer.alloc(0);
    let begunAt = now();
    response.on('data', (chunk: Buffer) => {
      if (waiting.length < BOUNDARY_BYTES) begunAt = now();
      waiting = Buffer.concat([waiting, chunk]);
      let read = 0;
      for (const { from, end } of partsIn(waiting)) {
        see(begunAt, [Buffer.from(waiting.subarray(from, end))]);
        read = end;
        begunAt = now(); // the next has come with it
      }
      waiting = waiting.subarray(read);
    });
    await ended(stop);
    response.destroy();
  };
}

/** As `streaming`, by WebSocket. */
export function listening(now: () => number, url: string): PictureReader {
  return async (see, stop) => {
    const socket = new WebSocket(url.replace('http', 'ws'));
    socket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) see(now(), [data]);
      else socket.send('{"credit": 1}');
    });
    await once(socket, 'open');
    socket.send('{"credit": 2}');
    await ended(stop);
    socket.terminate();
  };
}

/** A model server that keeps what it is asked about: a picture as grey as the brightest value of the tensor. */
export async function modelServer(judge: (brightest: number) => void): Promise<{ uri: string } & Disposable> {
  const answer = JSON.stringify({ outputs: [{ name: 'scores', datatype: 'FP32', shape: [1, 2], data: [0.4, 0.6] }] });
  const server = http.createServer((request, response) => {
    void buffer(request).then((body) => {
      const { inputs } = JSON.parse(body.toString()) as { inputs: { data: number[] }[] };
      judge(Math.max(...(inputs[0]?.data ?? [])));
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(answer);
    });
  });
  await once(server.listen(0, '127.0.0.2'), 'listening');
  const { port } = server.address() as AddressInfo;
  return { uri: `http://127.0.0.2:${port}`, [Symbol.dispose]: () => void server.close() };
}

/** Of what is there whole: where the bodies of the parts are. */
function* partsIn(bytes: Buffer): Generator<{ from: number; end: number }> {
  const text = bytes.toString('latin1');
  for (const { 1: length, index } of text.matchAll(/Content-Length: (\d+)\r\n/g)) {
    const head = text.indexOf('\r\n\r\n', index);
    const end = head + 4 + Number(length);
    if (head !== -1 && end <= bytes.length) yield { from: head + 4, end };
  }
}

/** Also of one that is still made. */
function imagesOfAvi(avi: Buffer): Uint8Array[] {
  const images: Uint8Array[] = [];
  for (let at = avi.indexOf('00dc'); at !== -1 && at + 8 < avi.length; at = avi.indexOf('00dc', at + 4)) {
    const image = avi.subarray(at + 8, at + 8 + avi.readUInt32LE(at + 4));
    if (image.length > 2 && image.readUInt16BE(0) === 0xffd8) images.push(image);
  }
  return images;
}

async function ended(stop: AbortSignal): Promise<void> {
  if (!stop.aborted) await once(stop, 'abort');
}
