import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { describe, it } from 'node:test';
import { connect, frames, Problem } from 'umec-client';
import { jpegWidth } from '../jpeg-width.js';
import { closed } from './fake-gateway.js';
import { connected } from './gateway.js';
import { later } from './later.js';
import { serve } from './server.js';

describe('Frames', () => {
  it('are whole pictures, one after the other', async () => {
    const seen: number[] = [];
    for await (const { jpeg, sequence, capturedAt } of frames(connected(), 'lens-1', { width: 160 })) {
      assert.equal(jpegWidth(jpeg), 160);
      assert.deepEqual([...jpeg.subarray(-2)], [0xff, 0xd9]);
      assert.ok(Math.abs(capturedAt.getTime() - Date.now()) < 60_000);
      if (seen.push(sequence) === 3) break;
    }
    assert.deepEqual(
      seen,
      [...seen].sort((a, b) => a - b),
    );
    assert.equal(new Set(seen).size, 3);
  });

  it('end quietly when nobody wants them any more', async () => {
    const stop = new AbortController();
    for await (const _ of frames(connected(), 'lens-1', { signal: stop.signal })) stop.abort();
    assert.ok(stop.signal.aborted);
    assert.deepEqual(await frames(connected(), 'lens-1', { signal: stop.signal }).next(), { done: true, value: undefined });
  });

  it('are not waited for when nobody wants them any more', async () => {
    const asked = later<ServerResponse>();
    await using server = await serve((_request, response) => {
      response.writeHead(200).flushHeaders();
      asked.resolve(response);
    });
    const stop = new AbortController();
    const begun = later<unknown>();
    const fetch: typeof globalThis.fetch = async (...given) => {
      const response = await globalThis.fetch(...given);
      setImmediate(begun.resolve, response);
      return response;
    };
    const next = frames(connect({ url: server.url, fetch }), 'x', { signal: stop.signal }).next();
    const response = await asked.promise;
    await begun.promise;
    stop.abort();
    assert.equal((await next).done, true);
    await closed(response);
  });

  it('of a camera that is not there are a Problem', async () => {
    await assert.rejects(frames(connected(), 'no-such').next(), (thrown) => thrown instanceof Problem && thrown.status === 404);
  });

  it('that are cut off, or too large, are none', async () => {
    const part = (length: string) => `--b\r\nContent-Type: image/jpeg\r\nContent-Length: ${length}\r\n\r\nabc`;
    for (const [length, expected] of [
      ['4', /cut off/],
      ['1000000000000', RangeError],
      ['-1', RangeError],
      ['many', RangeError],
    ] as const) {
      await using server = await serve((_request, response) => response.end(part(length)));
      await assert.rejects(frames(connect({ url: server.url }), 'x').next(), expected);
    }
    await using server = await serve((_request, response) => response.end('x'.repeat(100_000)));
    await assert.rejects(frames(connect({ url: server.url }), 'x').next(), RangeError);
  });
});
