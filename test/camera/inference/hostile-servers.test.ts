import { describe, expect, it } from '@jest/globals';
import { HttpModelServers } from '../../../src/callbacks/http-model-servers.js';
import { Inferences, type InferenceRequest } from '../../../src/camera/inference/inferences.js';
import { stillOfFrame } from '../../../src/camera/inference/still.js';
import { Pictures } from '../../../src/camera/pictures.js';
import { systemClock } from '../../../src/clock.js';
import { openOutgoing } from '../../../src/outgoing/open.js';
import { type Answering, startSubscriber, startTcp } from '../../callbacks/subscriber.js';
import { lensOn } from './lens.js';
import { photograph } from './street.js';

const frame = await photograph(0, 1);
const never = new AbortController().signal;
const input = { name: 'x', layout: 'NHWC', width: 4, height: 4, channels: 3, datatype: 'FP32' } as const;
const request: InferenceRequest = { model: 'street', input, timeoutMs: 30_000 };

function inferencesIn(networks: readonly string[], places = {}): Inferences {
  const { callbacks } = openOutgoing(networks, () => false, systemClock);
  return new Inferences({ servers: new HttpModelServers(callbacks), pictures: new Pictures(), ...places });
}
const inferences = inferencesIn(['127.0.0.0/8']);

const ask = (uri: string, more: Partial<InferenceRequest> = {}, signal = never) =>
  inferences.infer(lensOn(frame), { uri, request: { ...request, ...more }, client: 'plates', signal });
const json =
  (body: string): Answering =>
  (response) =>
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(body);
const outputs = (data: string) => `{"outputs":[{"name":"o","datatype":"FP32","shape":[1,2],"data":${data}}]}`;

describe('A model server that means ill', () => {
  it.each<[string, Answering, string | RegExp]>([
    ['answers what is no JSON', json('<html>'), /not JSON/],
    ['answers NaN', json(outputs('[NaN, 1]')), /not JSON/],
    ['answers infinity', json(outputs('[1e999, 1]')), /no numbers/],
    ['answers nothing', json(''), /not JSON/],
    ['nests without end', json('['.repeat(500_000)), /not JSON/],
    ['nests very deep', json(outputs(`${'['.repeat(100_000)}1${']'.repeat(100_000)}`)), /dimensions/],
    ['has another shape than it says', json(outputs('[1, 0, 0]')), /declares/],
    ['names a member __proto__', json('{"__proto__":{"outputs":[]}}'), /another way/],
    ['does not know the model', (response) => response.writeHead(404).end('{"error":"secret-of-another"}'), /answers 404/],
    ['says that it failed', (response) => response.writeHead(500).end('secret-of-another'), /answers 500/],
    ['leads elsewhere', (response) => response.writeHead(307, { Location: 'http://127.0.0.2:1/' }).end(), /answers 307/],
    ['breaks off', (response) => response.writeHead(200, { 'Content-Length': '999' }).end('{'), /breaks off/],
  ])('is refused when it %s', async (_what, answering, words) => {
    await using server = await startSubscriber(answering);
    const refusal = await ask(`http://127.0.0.2:${server.port}`).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'badGateway', message: expect.stringMatching(words) });
    expect(String(refusal)).not.toContain('secret');
  });

  it.each([429, 503])('is asked again later when it answers %d', async (status) => {
    await using server = await startSubscriber((response) => response.writeHead(status).end('secret-of-another'));
    const refusal = await ask(`http://127.0.0.2:${server.port}`).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'unavailable', retryAfterMs: 1_000, message: expect.not.stringContaining('secret') });
  });

  it('is left when its answer does not end', async () => {
    await using server = await startSubscriber((response) => {
      const more = () => {
        while (!response.destroyed && response.write('['.repeat(65_536)));
      };
      response.writeHead(200).on('drain', more);
      more();
    });
    await expect(ask(`http://127.0.0.2:${server.port}`)).rejects.toMatchObject({
      code: 'badGateway',
      message: expect.stringMatching(/does not end/),
    });
  });

  it('is left when it says nothing, and when it says a little now and then', async () => {
    await using silent = await startSubscriber(() => {});
    await using dripping = await startTcp((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nX-Slow: ');
      const drip = setInterval(() => socket.write('.'), 20);
      socket.on('close', () => clearInterval(drip));
    });
    for (const { port } of [silent, dripping])
      await expect(ask(`http://127.0.0.2:${port}`, { timeoutMs: 150 })).rejects.toMatchObject({ code: 'timeout' });
  });

  it('is left when the caller leaves', async () => {
    await using silent = await startSubscriber(() => {});
    const leaving = new AbortController();
    const refusal = expect(ask(`http://127.0.0.2:${silent.port}`, {}, leaving.signal)).rejects.toMatchObject({
      code: 'unavailable',
    });
    await silent.asked;
    leaving.abort();
    await refusal;
  });

  it('has no more than so many questions of one camera, and of one client', async () => {
    await using silent = await startSubscriber(() => {});
    const some = inferencesIn(['127.0.0.0/8'], { atOnce: 3, atOncePerClient: 2 });
    const [lens, other] = [lensOn(frame), lensOn(frame)];
    const leaving = new AbortController();
    const inquiry = (client: string) => ({ uri: `http://127.0.0.2:${silent.port}`, request, client, signal: leaving.signal });
    const waiting: Promise<void>[] = [];
    const waits = (asked: Promise<unknown>) =>
      waiting.push(expect(asked).rejects.toMatchObject({ message: expect.not.stringMatching(/under way/) }));
    const isRefused = (asked: Promise<unknown>, words: RegExp) =>
      expect(asked).rejects.toMatchObject({
        code: 'unavailable',
        retryAfterMs: 1_000,
        message: expect.stringMatching(words),
      });

    waits(some.infer(lens, inquiry('greedy')));
    waits(some.infer(lens, inquiry('greedy')));
    await isRefused(some.infer(lens, inquiry('greedy')), /2 inferences of yours/);
    // what one has left is for others
    waits(some.infer(lens, inquiry('plates')));
    await isRefused(some.infer(lens, inquiry('plates')), /camera lens-1: 3 inferences are/);
    waits(some.infer(other, inquiry('greedy')));
    const posted = stillOfFrame(frame);
    waits(some.inferOn(posted, inquiry('greedy')));
    waits(some.inferOn(posted, inquiry('greedy')));
    await isRefused(some.inferOn(posted, inquiry('greedy')), /posted pictures: 2 inferences of yours/);

    await silent.asked;
    leaving.abort();
    await Promise.all(waiting);
    // the places are free again
    const nobody = { ...inquiry('greedy'), uri: 'http://127.0.0.2:1', signal: never };
    await expect(some.infer(lens, nobody)).rejects.toMatchObject({ message: expect.stringMatching(/cannot be reached/) });
  });

  it('is not called where calls may not go, and its address is not told', async () => {
    await using server = await startSubscriber(json(outputs('[1, 0]')));
    const uri = `http://localhost:${server.port}`;
    for (const networks of [[], ['10.0.0.0/8']]) {
      const refusal = inferencesIn(networks).infer(lensOn(frame), { uri, request, client: 'plates', signal: never });
      await expect(refusal).rejects.toMatchObject({ code: 'forbidden', message: expect.not.stringMatching(/127|::1/) });
    }
    await expect(ask('http://169.254.169.254/')).rejects.toMatchObject({ code: 'forbidden' });
    expect(server.received).toEqual([]);
  });

  it.each(['ftp://127.0.0.2/', 'http://user:secret@127.0.0.2/', 'http://127.0.0.2/?a=b', 'http://127.0.0.2/#f', 'plates', ''])(
    'cannot be registered at %j and be asked',
    async (uri) => {
      await expect(ask(uri)).rejects.toMatchObject({
        code: 'conflict',
        message: expect.not.stringContaining('secret'),
      });
    },
  );
});
