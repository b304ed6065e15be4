import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { modelServiceAt } from '../camera/inference/model-server.js';
import { TestGateway } from '../gateway.js';
import { until } from '../until.js';
import { asking, askingWhetherItIsNew, listening, modelServer, type PictureReader, streaming } from './picture-readers.js';

const CAMERA = '/camera/v1/cameras/lens-1';
const SNAPSHOT = `${CAMERA}/snapshot`;
/** A kept frame will do, whatever its age: those of before are what must not be seen. */
const KEPT = 'max_age_ms=3600000';
const ROUNDS = 3;
const RECENT = 8;
/** What JPEG may make of black. */
const NEARLY_BLACK = 16;
const BRIGHT = 100;

/** Nothing is hidden; what is to be hidden is being put; it was answered; what was on its way then has come. */
const [OPEN, CHANGING, ANSWERED, SETTLED] = [0, 1, 2, 3];
const everything = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
];
const watched = {
  motion: { sensitivity: 100, minimumArea: 0.001, coolDownS: 1 },
  recording: { kind: 'CLIP', preRollS: 5, postRollS: 1, maxS: 5 },
};
const input = { name: 'picture', layout: 'NCHW', width: 32, height: 24, channels: 3, datatype: 'UINT8' };

interface Recorded {
  readonly _links: { readonly content: { readonly href: string } };
}

let gateway: TestGateway;
let models: Awaited<ReturnType<typeof modelServer>>;
let phase = OPEN;
const now = () => phase;
const tensors: { when: number; brightest: number }[] = [];
beforeAll(async () => {
  models = await modelServer((brightest) => void tensors.push({ when: phase, brightest }));
  const camera = { driver: 'simulated', width: 320, height: 240, fps: 10, keepWarm: true };
  gateway = await TestGateway.start({
    // twenty who never rest, on a machine that may do something else as well
    callbacks: { networks: ['127.0.0.2/32'] },
    devices: { cameras: { 'lens-1': camera } },
  });
  await gateway.application('models');
  const service = await gateway.send('POST', '/mec_service_mgmt/v1/applications/models/services', modelServiceAt(models.uri));
  expect(service.status).toBe(201);
});
afterAll(async () => {
  await gateway.stop();
  models[Symbol.dispose]();
});

/** Twenty of all kinds, by what they do. */
function readers(): Record<string, PictureReader> {
  const { url } = gateway;
  const get = (path: string, headers: Record<string, string> = {}) => asking(now, SETTLED, () => gateway.get(path, { headers }));
  const making = (body: object) =>
    asking(now, SETTLED, async () => {
      const made = await gateway.send('POST', `${CAMERA}/recordings`, body);
      const { _links } = (await made.clone().json()) as Partial<Recorded>;
      return _links ? gateway.get(_links.content.href) : made;
    });
  let turn = 0;
  const ofOld = asking(now, SETTLED, async () => {
    const all = await gateway.json<Recorded[]>(`${CAMERA}/recordings`);
    // the newest come first: some of before, some of since then
    const one = all[turn++ % RECENT];
    return gateway.get(one ? one._links.content.href : `${CAMERA}/recordings/none`);
  });
  return {
    'a fresh snapshot': get(SNAPSHOT),
    'a kept snapshot': get(`${SNAPSHOT}?${KEPT}`),
    'a small snapshot': get(`${SNAPSHOT}?${KEPT}&width=64`),
    'a turned snapshot': get(`${SNAPSHOT}?${KEPT}&rotate=90&grey=true`),
    'a fresh AVIF, which takes long': get(`${SNAPSHOT}?format=AVIF`),
    'a WebP': get(`${SNAPSHOT}?${KEPT}&format=WEBP&width=160`),
    'several regions': get(`${SNAPSHOT}?${KEPT}&region=full&region=square&region=pct:10,10,50,50`, { Accept: 'multipart/mixed' }),
    'a snapshot, unless it is the same': askingWhetherItIsNew(now, SETTLED, gateway, `${SNAPSHOT}?${KEPT}`),
    'a small one, unless it is the same': askingWhetherItIsNew(now, SETTLED, gateway, `${SNAPSHOT}?${KEPT}&width=80`),
    'a stream': streaming(now, `${url}${CAMERA}/stream`),
    'a small stream': streaming(now, `${url}${CAMERA}/stream?width=64`),
    'a slow stream': streaming(now, `${url}${CAMERA}/stream?fps=4`),
    'a coarse stream': streaming(now, `${url}${CAMERA}/stream?quality=30&fps=7`),
    'a WebSocket': listening(now, `${url}${CAMERA}/stream/websocket`),
    'a small WebSocket': listening(now, `${url}${CAMERA}/stream/websocket?width=64`),
    'a slow WebSocket': listening(now, `${url}${CAMERA}/stream/websocket?fps=5`),
    stills: making({ kind: 'STILL' }),
    clips: making({ kind: 'CLIP', seconds: 1 }),
    bursts: making({ kind: 'BURST', count: 4, intervalMs: 100 }),
    'what was recorded': ofOld,
  };
}

const put = async (configuration: object) =>
  expect((await gateway.send('PUT', `${CAMERA}/configuration`, configuration)).status).toBe(200);
const brightest = async (picture: Uint8Array) =>
  Math.max(...(await sharp(Buffer.from(picture)).stats()).channels.map(({ max }) => max));
/** What was on its way has come: in this machine what was written is there, and has to be read only. */
const settled = async () => {
  for (let turns = 0; turns < 50; turns++) await setImmediate();
};

describe('What is hidden', () => {
  it('is in nothing that any of twenty readers gets once that was answered', async () => {
    const stop = new AbortController();
    const all = Object.entries(readers());
    expect(all).toHaveLength(20);
    const seen = all.map(([what]) => ({ what, open: [] as Uint8Array[], hidden: [] as Uint8Array[] }));
    const reading = all.map(([what, read], at) => {
      const isStream = /stream|WebSocket/.test(what);
      return read((when, pictures) => {
        if (when >= (isStream ? SETTLED : ANSWERED)) seen[at]?.hidden.push(...pictures);
        else if (when === OPEN && phase === OPEN) seen[at]?.open.push(...pictures);
      }, stop.signal);
    });
    const asks = async () => {
      const body = { service: { serName: 'street-models' }, model: 'any', input };
      while (!stop.signal.aborted) await gateway.send('POST', `${CAMERA}/inferences`, body);
    };
    const inferring = [asks(), asks()];
    /** That all hold, unless a reader fails. */
    const allAre = (holds: () => boolean) => Promise.race([until(async () => holds(), 10), ...reading, ...inferring]);
    const told: number[] = [];
    const listeningToEvents = (async () => {
      for await (const { type, data } of await gateway.events('cameras/**', stop.signal))
        if (type === 'org.umec.camera.motion.v1' && (data as { change?: string }).change === 'BEGUN') told.push(phase);
    })();
    try {
      for (let round = 0; round < ROUNDS; round++) {
        await put(watched);
        phase = OPEN;
        await allAre(() => seen.every(({ open }) => open.length > 0) && tensors.some(({ when }) => when === OPEN));
        phase = CHANGING;
        await put({ ...watched, masks: [{ polygon: everything, fill: 'BLACK' }] });
        phase = ANSWERED;
        await settled();
        phase = SETTLED;
        await allAre(() => seen.every(({ hidden }) => hidden.length > 1) && tensors.some(({ when }) => when === SETTLED));
        phase = CHANGING;
        for (const { what, open, hidden } of seen) {
          const [before, after] = await Promise.all(
            [open.slice(-2), hidden].map((pictures) => Promise.all(pictures.map(brightest))),
          );
          // recordings of what was hidden are there from then on
          if (round === 0) expect([what, (before ?? []).every((value) => value > BRIGHT)]).toEqual([what, true]);
          expect([what, Math.max(...(after ?? [])) < NEARLY_BLACK]).toEqual([what, true]);
          open.length = hidden.length = 0;
        }
        const models = (isSo: (when: number) => boolean) =>
          tensors.filter(({ when }) => isSo(when)).map((tensor) => tensor.brightest);
        expect(Math.max(...models((when) => when === OPEN))).toBeGreaterThan(BRIGHT);
        expect(Math.max(...models((when) => when === SETTLED))).toBeLessThan(NEARLY_BLACK);
        expect(told.filter((when) => when === SETTLED)).toEqual([]);
        tensors.length = told.length = 0;
      }
    } finally {
      phase = CHANGING;
      stop.abort();
      await Promise.all([...reading, ...inferring, listeningToEvents]);
    }
  }, 60_000);
});
