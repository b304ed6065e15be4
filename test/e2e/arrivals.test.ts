import { once } from 'node:events';
import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { WebSocket } from 'ws';
import type { CloudEvent } from '../../src/apis/platform/cloud-events.js';
import { TestGateway } from '../gateway.js';
import { tempDirectory } from '../temp-directory.js';
import { until } from '../until.js';

const ARRIVALS = '/sensors/v1/readings/arrivals';
const ORIGIN = 'https://cloud.example';
const settings = { auth: { mode: 'tokens' }, devices: {}, http: { maxEventReaders: 2, origins: [ORIGIN] } };

interface Page {
  readonly points: readonly { readonly time: string; readonly tags: object; readonly fields: { readonly count: number } }[];
  readonly next: string;
  readonly missed?: number;
}

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await TestGateway.start(settings);
});
afterAll(() => gateway.stop());

let seconds = 0;
/** Adds points that nobody has added before. */
async function add(to: TestGateway, counts: readonly number[], headers: Record<string, string> = {}): Promise<void> {
  const points = counts.map((count) => ({
    measurement: 'people',
    tags: { gate: 'north' },
    time: new Date(Date.UTC(2026, 0, 1) + ++seconds * 1000).toISOString(),
    fields: { count },
  }));
  const response = await to.send('POST', '/sensors/v1/readings', points, headers);
  if (response.status !== 204) throw new Error(await response.text());
}

const now = async () => (await gateway.json<Page>(`${ARRIVALS}?after=now`)).next;
const countsOf = ({ points }: Page) => points.map(({ fields }) => fields.count);

describe('What arrived', () => {
  it('is read page by page, as JSON and in lines', async () => {
    const after = await now();
    await add(gateway, [1, 2, 3]);
    const first = await gateway.json<Page>(`${ARRIVALS}?after=${after}&limit=2`);
    expect([countsOf(first), first.missed]).toEqual([[1, 2], 0]);
    const lines = await gateway.get(`${ARRIVALS}?after=${first.next}`, { headers: { Accept: 'application/x-ndjson' } });
    expect(
      (await lines.text())
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Page['points'][number]),
    ).toMatchObject([{ measurement: 'people', fields: { count: 3 } }]);
    expect(lines.headers.get('umec-missed')).toBe('0');
    expect(countsOf(await gateway.json<Page>(`${ARRIVALS}?after=${lines.headers.get('umec-next') ?? ''}`))).toEqual([]);
  });

  it('is waited for, and told when it is kept', async () => {
    const after = await now();
    const waiting = gateway.json<Page>(`${ARRIVALS}?after=${after}&wait=60&measurement=people`);
    const dogs = [{ measurement: 'dogs', fields: { count: 1 } }];
    await gateway.send('POST', '/sensors/v1/readings', dogs);
    await add(gateway, [7]);
    expect(countsOf(await waiting)).toEqual([7]);
  });

  it('of another history is 410, and of none 400', async () => {
    await using other = await TestGateway.start(settings);
    const { next } = (await (await other.get(ARRIVALS)).json()) as Page;
    for (const path of [ARRIVALS, `${ARRIVALS}/websocket`]) {
      const gone = await gateway.get(`${path}?after=${next}`);
      expect([gone.status, ((await gone.json()) as { title: string }).title]).toEqual([410, 'gone']);
      expect((await gateway.get(`${path}?after=nothing`)).status).toBe(400);
    }
  });

  it('is let go of by who stops: the gateway answers whoever waits', async () => {
    const other = await TestGateway.start(settings);
    const { next } = await other.json<Page>(ARRIVALS);
    const waiting = other.get(`${ARRIVALS}?after=${next}&wait=60`);
    await until(async () => (await other.get(`${ARRIVALS}?after=${next}`)).status === 200);
    await other.stop();
    const answer = await waiting;
    expect([answer.status, ((await answer.json()) as Page).points]).toEqual([200, []]);
  });

  it('is waited for no longer than the token of who waits is good', async () => {
    const headers = await gateway.client({ clientId: 'short', tenant: 'short', role: 'viewer' });
    const after = await now();
    const waiting = gateway.get(`${ARRIVALS}?after=${after}&wait=60`, { headers });
    const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}${ARRIVALS}/websocket?after=${after}`, { headers });
    await once(socket, 'open');
    const closed = once(socket, 'close') as Promise<[number]>;
    await gateway.send('POST', '/access/v1/clients/short/revocation', undefined);
    const answer = await waiting;
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, expect.stringContaining('invalid_token')]);
    expect((await closed)[0]).toBe(1008);
  }, 20_000);

  it('is waited for by so many and no more, and they leave room when they go', async () => {
    const after = await now();
    const leave = new AbortController();
    const path = `${ARRIVALS}?after=${after}&wait=60`;
    const waiting = [1, 2].map(() => gateway.get(path, { signal: leave.signal }).catch(() => undefined));
    await until(async () => (await gateway.get(`${ARRIVALS}/websocket`)).status === 503);
    const refused = await gateway.get(path);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
    leave.abort();
    await Promise.all(waiting);
    await until(async () => (await gateway.get(`${ARRIVALS}/websocket`)).status === 426);
  });
});

/** A reader that keeps each event with the cursor that stands in it, until it is cut off. */
async function follow(to: TestGateway, after: string | undefined, most: number): Promise<{ counts: number[]; after?: string }> {
  const socket = to.webSocket(`${ARRIVALS}/websocket?measurement=people${after === undefined ? '' : `&after=${after}`}`);
  const counts: number[] = [];
  let last = after;
  socket.on('message', (data: Buffer) => {
    if (counts.length >= most) return;
    const { cursor, data: point } = JSON.parse(data.toString()) as CloudEvent;
    counts.push((point as unknown as Page['points'][number]).fields.count);
    last = cursor;
    if (counts.length === most) socket.terminate();
  });
  await once(socket, 'close');
  return { counts, ...(last === undefined ? {} : { after: last }) };
}

describe('A WebSocket', () => {
  it('goes on where the one before was cut off, and then tells what comes', async () => {
    const after = await now();
    await add(
      gateway,
      Array.from({ length: 250 }, (_, at) => at),
    );
    const first = await follow(gateway, after, 130);
    const second = follow(gateway, first.after, 121);
    await add(gateway, [250]);
    expect([...first.counts, ...(await second).counts]).toEqual(Array.from({ length: 251 }, (_, at) => at));
  });

  it('tells CloudEvents that say what they are', async () => {
    const socket = gateway.webSocket(`${ARRIVALS}/websocket?after=now`);
    await once(socket, 'open');
    await add(gateway, [5]);
    const [data] = (await once(socket, 'message')) as [Buffer];
    socket.close();
    expect(JSON.parse(data.toString())).toMatchObject({
      ...{ specversion: '1.0', type: 'org.umec.sensors.arrival.v1', subject: 'readings/people' },
      ...{ cursor: expect.stringMatching(/^[\w-]{62}$/), data: { measurement: 'people', fields: { count: 5 } } },
    });
  });

  it('is for pages that the configuration names, and for no others', async () => {
    const open = (origin: string) =>
      new WebSocket(`${gateway.url.replace('http', 'ws')}${ARRIVALS}/websocket`, {
        headers: { ...gateway.owner(), Origin: origin },
      });
    const [error] = (await once(open('https://evil.example'), 'error')) as [Error];
    expect(error.message).toContain('403');
    const socket = open(ORIGIN);
    await once(socket, 'open');
    socket.terminate();
  });
});

describe('A page of another site', () => {
  it('may read where to go on', async () => {
    const answer = await gateway.get(ARRIVALS, { headers: { Origin: ORIGIN } });
    const shown = answer.headers.get('access-control-expose-headers') ?? '';
    for (const name of ['ETag', 'Umec-Next', 'Umec-Missed', 'Retry-After', 'WWW-Authenticate']) expect(shown).toContain(name);
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    const asking = { 'Access-Control-Request-Method': 'GET', 'Access-Control-Request-Private-Network': 'true' };
    const preflight = await fetch(gateway.url + ARRIVALS, { method: 'OPTIONS', headers: { Origin: ORIGIN, ...asking } });
    expect([preflight.status, preflight.headers.get('access-control-allow-private-network')]).toEqual([204, 'true']);
  });
});

/** As it goes over the wire: fetch would unpack it. */
function raw(path: string, headers: Record<string, string>, method = 'GET') {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    const asking = request(gateway.url + path, { method, headers: { ...gateway.owner(), ...headers } }, (res) => {
      const parts: Buffer[] = [];
      res.on('data', (part: Buffer) => parts.push(part));
      res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(parts) }));
    });
    asking.on('error', reject).end();
  });
}

describe('A compressed answer', () => {
  const path = '/openapi/sensors.json';
  const gzip = { 'Accept-Encoding': 'gzip' };

  it.each([path, /\.\/(assets\/panel-.*\.js)/])('of %s is the same, smaller, and has a tag of its own', async (meant) => {
    // the panel's own names have hashes in them
    const what = typeof meant === 'string' ? meant : `/${meant.exec(String((await raw('/', {})).body))?.[1]}`;
    const [plain, packed, head] = [await raw(what, {}), await raw(what, gzip), await raw(what, gzip, 'HEAD')];
    expect([plain.headers['content-encoding'], packed.headers['content-encoding']]).toEqual([undefined, 'gzip']);
    expect(gunzipSync(packed.body).equals(plain.body)).toBe(true);
    expect(packed.body.length).toBeLessThan(plain.body.length / 2);
    expect([plain.headers.vary, packed.headers.vary]).toEqual([plain.headers.vary, plain.headers.vary]);
    expect(plain.headers.vary).toContain('Accept-Encoding');
    expect(packed.headers.etag).not.toBe(plain.headers.etag);
    expect([head.body.length, head.headers['content-length'], head.headers.etag]).toEqual([
      0,
      String(packed.body.length),
      packed.headers.etag,
    ]);
    for (const etag of [plain.headers.etag, packed.headers.etag] as string[])
      for (const headers of [{}, gzip]) {
        const again = await raw(what, { ...headers, 'If-None-Match': etag });
        expect([again.status, again.headers.etag, again.body.length]).toEqual([304, etag, 0]);
      }
  });

  it('guards a change as well as the plain one', async () => {
    const tenant = { tenant: 'packed', devices: Array.from({ length: 60 }, (_, at) => `camera-number-${at}`) };
    await gateway.send('POST', '/access/v1/tenants', tenant);
    const { headers } = await raw('/access/v1/tenants/packed', gzip);
    expect(headers['content-encoding']).toBe('gzip');
    const change = (etag: string) =>
      gateway.send('PUT', '/access/v1/tenants/packed', { devices: [] }, { 'If-Match': etag }).then(({ status }) => status);
    expect(await change('"another-gzip"')).toBe(412);
    expect(await change(String(headers.etag))).toBe(200);
  });
});

const anyStep = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('add' as const), count: fc.integer({ min: 1, max: 150 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant('read' as const), limit: fc.integer({ min: 1, max: 100 }), dies: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('follow' as const), part: fc.double({ min: 0, max: 1, noNaN: true }) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('restart' as const) }) },
);

it('Whoever is cut off at any moment, by either way, and comes back to a gateway that was started again, has all, in order and once', async () => {
  const property = fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 12 }), async (steps) => {
    using dir = tempDirectory();
    const start = () => TestGateway.start({ devices: {} }, { dir: dir.path });
    let other = await start();
    const got: number[] = [];
    let [added, after]: [number, string | undefined] = [0, undefined];
    const read = async (limit: number, dies: boolean) => {
      const page = await other.json<Page>(`${ARRIVALS}?limit=${limit}${after === undefined ? '' : `&after=${after}`}`);
      expect(page.missed).toBe(0);
      if (dies) return;
      got.push(...countsOf(page));
      after = page.next;
    };
    try {
      for (const step of steps) {
        if (step.does === 'add') {
          await add(
            other,
            Array.from({ length: step.count }, () => added++),
          );
        } else if (step.does === 'read') await read(step.limit, step.dies);
        else if (step.does === 'follow') {
          const most = Math.floor(step.part * (added - got.length));
          if (most === 0) continue;
          const followed = await follow(other, after, most);
          got.push(...followed.counts);
          after = followed.after;
        } else {
          await other.stop();
          other = await start();
        }
      }
      while (got.length < added) await read(1000, false);
    } finally {
      await other.stop();
    }
    expect(got).toEqual(Array.from({ length: added }, (_, at) => at));
  });
  await fc.assert(property, { numRuns: 5, endOnFailure: true });
}, 120_000);
