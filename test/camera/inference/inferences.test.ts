import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HttpModelServers } from '../../../src/callbacks/http-model-servers.js';
import { Inferences, type InferenceRequest } from '../../../src/camera/inference/inferences.js';
import type { ModelServers } from '../../../src/camera/inference/model-servers.js';
import { Pictures } from '../../../src/camera/pictures.js';
import { systemClock } from '../../../src/clock.js';
import { GatewayError } from '../../../src/errors.js';
import { openOutgoing } from '../../../src/outgoing/open.js';
import { lensOn } from './lens.js';
import { ModelServer } from './model-server.js';
import { carsAt, classOf, momentOf, photograph, PLACE, STRIP } from './street.js';

const { callbacks } = openOutgoing(['127.0.0.0/8'], () => false, systemClock);
const inferences = new Inferences({ servers: new HttpModelServers(callbacks), pictures: new Pictures() });
const never = new AbortController().signal;
/** The network was trained on streets 1 to 40. */
const UNSEEN = Array.from({ length: 30 }, (_, street) => 1_000 + street);
const TIMES = [0, 1, 2, 3];
const street = { model: 'street', labels: ['empty', 'car'], frame: { region: PLACE } } satisfies InferenceRequest;

let server: ModelServer;
beforeAll(async () => {
  server = await ModelServer.start();
});
afterAll(() => server[Symbol.asyncDispose]());

const look = async (seed: number, time: number, request: InferenceRequest, { uri } = server) =>
  inferences.infer(lensOn(await photograph(time, seed)), { uri, request, client: 'plates', signal: never });

describe('A model that looks at pictures of a camera', () => {
  it('tells a street with a car from an empty one in at least 90 of 100 pictures of streets that it has not seen', async () => {
    const verdicts: boolean[] = [];
    const classes = new Set<number>();
    for (const seed of UNSEEN)
      for (const number of TIMES) {
        const time = momentOf(seed, number);
        const { kind, results } = await look(seed, time, street);
        expect(kind).toBe('CLASSIFICATION');
        expect(results.map(({ label }) => label).sort()).toEqual(['car', 'empty']);
        classes.add(classOf(time, seed));
        verdicts.push(results[0]?.index === classOf(time, seed));
      }
    expect(classes.size).toBe(2);
    expect(verdicts.filter(Boolean).length / verdicts.length).toBeGreaterThanOrEqual(0.9);
  }, 120_000);

  it('is told the same whatever protocol and encoding carry the picture', async () => {
    const time = momentOf(1_000, 0);
    const said = await look(1_000, time, street);
    const others = [
      { ...street, protocol: 'TENSORFLOW_SERVING' },
      { ...street, input: { encoding: 'BINARY' } },
      { ...street, version: '1' },
      { ...street, protocol: 'TENSORFLOW_SERVING', version: '1' },
    ] as const;
    for (const other of others) {
      const { results } = await look(1_000, time, other);
      expect(results.map(({ index }) => index)).toEqual(said.results.map(({ index }) => index));
      for (const [at, { score }] of results.entries()) expect(score).toBeCloseTo(said.results[at]?.score ?? -1, 4);
    }
  });

  it('is not asked what it takes when the request says it', async () => {
    await using asked = await ModelServer.start();
    const input = { name: 'picture', layout: 'NHWC', width: 24, height: 6, channels: 3, datatype: 'FP32' } as const;
    await look(1, 0, { ...street, input }, asked);
    await look(1, 0, street, asked);
    const infer = 'POST /v2/models/street/infer';
    expect(asked.asked).toEqual([infer, 'GET /v2/models/street', infer]);
  });

  it.each(['before it answers', 'while it answers'])(
    'tells nothing of a picture in which something is hidden %s',
    async (when) => {
      const hide = new AbortController();
      const servers: ModelServers = {
        async ask(_uri, _question, { signal }) {
          hide.abort();
          expect(signal.aborted).toBe(true);
          if (when === 'before it answers') throw new GatewayError('unavailable', 'cut off');
          return await Promise.resolve({ status: 200, body: Buffer.from('{"outputs":[]}') });
        },
      };
      const input = { name: 'picture', layout: 'NHWC', width: 24, height: 6, channels: 3, datatype: 'FP32' } as const;
      const inquiry = { uri: server.uri, request: { ...street, input }, client: 'plates', signal: never };
      const lens = lensOn({ ...(await photograph(0, 1)), retracted: hide.signal });
      const asked = new Inferences({ servers, pictures: new Pictures() }).infer(lens, inquiry);
      await expect(asked).rejects.toMatchObject({ code: 'unavailable', message: expect.stringContaining('hidden') });
    },
  );

  it('finds where the cars are, in fractions of the whole picture', async () => {
    const overlaps: number[] = [];
    for (const seed of UNSEEN) {
      const time = momentOf(seed, 9);
      const request = { model: 'cars', labels: ['empty', 'car'], frame: { region: STRIP }, output: { minScore: 0.5 } };
      const { kind, results } = await look(seed, time, request);
      expect(kind).toBe('DETECTION');
      for (const { box } of results) {
        expect(box?.y).toBeCloseTo(STRIP.y, 2);
        expect(box?.height).toBeCloseTo(STRIP.height, 2);
      }
      // at the edges of the strip the detector sees nothing
      const whole = carsAt(time, seed).filter(({ left, right }) => left > 0.1 && right < 0.9);
      for (const car of whole) {
        const best = results.map(({ box }) => overlap(car, { left: box?.x ?? 0, right: (box?.x ?? 0) + (box?.width ?? 0) }));
        overlaps.push(Math.max(0, ...best));
      }
    }
    expect(overlaps.length).toBeGreaterThan(5);
    expect(overlaps.filter((share) => share > 0.7).length / overlaps.length).toBeGreaterThanOrEqual(0.9);
  });
});

interface Span {
  readonly left: number;
  readonly right: number;
}

/** What two have in common, of what is in either. */
function overlap(one: Span, other: Span): number {
  const common = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  return Math.max(0, common) / (one.right - one.left + other.right - other.left - Math.max(0, common));
}
