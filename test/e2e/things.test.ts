import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { WebSocket } from 'ws';
import { TestGateway } from '../gateway.js';

interface Form {
  readonly op: readonly string[];
  readonly href: string;
  readonly contentType: string;
  readonly scopes: readonly string[];
  readonly subprotocol?: string;
}
interface Affordance {
  readonly forms: readonly Form[];
  readonly data?: object;
  readonly readOnly?: boolean;
}
interface Thing {
  readonly id: string;
  readonly title: string;
  readonly '@type': string;
  readonly base: string;
  readonly security: readonly [string];
  readonly securityDefinitions: Readonly<Record<string, { scheme: string; token?: string }>>;
  readonly properties: Readonly<Record<string, Affordance>>;
  readonly events: Readonly<Record<string, Affordance>>;
  readonly links: readonly { readonly href: string; readonly type: string }[];
}

const STANDARD = 'node_modules/wot-thing-description-types/schema/td-json-schema-validation.json';
const standard = new Ajv({ strict: false, allErrors: true });
addFormats.default(standard);
const isThing = standard.compile(JSON.parse(readFileSync(STANDARD, 'utf8')) as object);
const values = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(values);

const devices = {
  radios: { town: { driver: 'simulated' } },
  cameras: { 'lens-1': { driver: 'simulated', width: 320, height: 240 } },
  chips: {
    board: {
      driver: 'simulated',
      lines: { button: { line: 17, direction: 'INPUT', edge: 'BOTH' }, lamp: { line: 22, direction: 'OUTPUT', name: 'Lamp' } },
    },
  },
};

/** The faults that the standard's own schema and this value's find. */
function faultsOf(thing: unknown): unknown {
  return isThing(thing) ? [] : isThing.errors;
}

async function started(mode: 'none' | 'tokens'): Promise<TestGateway> {
  const gateway = await TestGateway.start({ auth: { mode }, devices });
  const stop = new AbortController();
  for await (const _reading of await gateway.events('sensors/**', stop.signal)) stop.abort();
  return gateway;
}

/** As a consumer that knows one address finds everything. */
async function discover(gateway: TestGateway, headers: Record<string, string>): Promise<{ directory: Thing; things: Thing[] }> {
  const introduction = await fetch(`${gateway.url}/.well-known/wot`);
  expect(introduction.headers.get('content-type')).toBe('application/td+json');
  const directory = (await introduction.json()) as Thing;
  const [form] = directory.properties.things?.forms ?? [];
  const listing = await fetch(new URL(form?.href.replace(/\{\?.*\}$/, '') ?? '', directory.base), { headers });
  expect([listing.status, listing.headers.get('content-type')]).toEqual([200, form?.contentType]);
  return { directory, things: (await listing.json()) as Thing[] };
}

describe.each(['none', 'tokens'] as const)('With auth.mode %s, whoever knows the address of a gateway', (mode) => {
  let gateway: TestGateway;
  let directory: Thing;
  let things: Thing[];
  let headers: Record<string, string>;
  beforeAll(async () => {
    gateway = await started(mode);
    headers = mode === 'none' ? {} : await gateway.client({ clientId: 'reader', tenant: 'host', role: 'operator' });
    ({ directory, things } = await discover(gateway, headers));
  });
  afterAll(() => gateway.stop());

  const formsOf = (op: string, of: 'properties' | 'events' = 'properties') =>
    things.flatMap((thing) =>
      Object.entries(thing[of]).flatMap(([name, affordance]) =>
        affordance.forms.filter((form) => form.op.includes(op)).map((form) => ({ thing, name, affordance, form })),
      ),
    );

  it('finds a description of each tag, camera and line, all as the standard has them', () => {
    expect([directory, ...things].map(faultsOf)).toEqual([directory, ...things].map(() => []));
    expect(things.map(({ title }) => title)).toEqual(expect.arrayContaining(['camera-lens-1', 'line-button', 'Lamp']));
    expect(things.filter(({ id }) => id.startsWith('urn:dev:mac:')).length).toBeGreaterThan(0);
    expect(things.map(({ id }) => id)).toEqual(things.map(({ id }) => id).sort());
  });

  it('is told how to get a token, if one is needed', async () => {
    for (const { security, securityDefinitions } of [directory, ...things]) {
      const scheme = securityDefinitions[security[0]];
      if (mode === 'none') expect(scheme).toEqual({ scheme: 'nosec' });
      else expect(scheme).toMatchObject({ scheme: 'oauth2', flow: 'client', token: `${gateway.url}/oauth2/token` });
    }
    if (mode === 'tokens') expect((await fetch(`${gateway.url}/things`)).status).toBe(401);
  });

  it('reads every property, and it is what its schema says', async () => {
    const readable = formsOf('readproperty');
    expect(readable.length).toBeGreaterThanOrEqual(things.length * 2);
    for (const { thing, name, affordance, form } of readable) {
      const answer = await fetch(new URL(form.href, thing.base), { headers: { ...headers, Accept: form.contentType } });
      const type = answer.headers.get('content-type');
      expect([thing.title, name, answer.status, type]).toEqual([thing.title, name, 200, form.contentType]);
      if (form.contentType !== 'application/json') continue;
      const { forms: _forms, ...schema } = affordance;
      const validate = values.compile(schema);
      expect([thing.title, name, validate(await answer.json()), validate.errors]).toEqual([thing.title, name, true, null]);
    }
  });

  it('needs for it no scope but those that the form names', async () => {
    if (mode === 'none') return;
    for (const { thing, form } of formsOf('readproperty')) {
      const token = await gateway.token({ scopes: form.scopes });
      const answer = await fetch(new URL(form.href, thing.base), { headers: { Authorization: `Bearer ${token}` } });
      expect(answer.status).toBe(200);
      await answer.arrayBuffer();
    }
  });

  it('can set a line that is an output, and no other', async () => {
    const writable = formsOf('writeproperty');
    expect(writable.map(({ thing }) => thing.title)).toEqual(['Lamp']);
    for (const { thing, affordance, form } of writable) {
      const url = new URL(form.href, thing.base);
      const body = JSON.stringify({ value: 1 });
      const answer = await fetch(url, { method: 'PUT', headers: { ...headers, 'Content-Type': form.contentType }, body });
      expect([answer.status, await answer.json(), affordance.readOnly]).toEqual([200, { value: 1 }, false]);
    }
  });

  it('hears of each event what its schema says', async () => {
    const [reading] = formsOf('subscribeevent', 'events').filter(({ name }) => name === 'reading');
    if (!reading) throw new Error('no tag tells its readings');
    const { form, affordance } = reading;
    const socket = new WebSocket(form.href, form.subprotocol, { headers });
    const [data] = (await once(socket, 'message')) as [Buffer];
    socket.close();
    const validate = values.compile(affordance.data ?? {});
    expect([socket.protocol, validate(JSON.parse(data.toString())), validate.errors]).toEqual([form.subprotocol, true, null]);
    for (const { form: other } of formsOf('subscribeevent', 'events')) {
      const another = new WebSocket(other.href, other.subprotocol, { headers });
      await once(another, 'open');
      another.close();
    }
  });

  it('finds each thing by its id, and the words of its API', async () => {
    for (const thing of things) {
      const answer = await fetch(`${gateway.url}/things/${encodeURIComponent(thing.id)}`, { headers });
      expect([answer.headers.get('content-type'), await answer.json()]).toEqual(['application/td+json', thing]);
      for (const { href, type } of thing.links)
        expect((await fetch(new URL(href, thing.base))).headers.get('content-type')).toBe(type);
    }
    expect((await fetch(`${gateway.url}/things/urn:dev:mac:0000000000000000`, { headers })).status).toBe(404);
  });
});

describe('The list of things', () => {
  it('comes in pages that are told in Link, as WoT Discovery has it', async () => {
    await using gateway = await started('none');
    const { things } = await discover(gateway, {});
    const found: Thing[] = [];
    const etags = new Set<string>();
    for (let next: string | undefined = `${gateway.url}/things?limit=2`; next !== undefined;) {
      const answer: Response = await fetch(next);
      const link = answer.headers.get('link') ?? '';
      etags.add(/<([^>]*)>; rel="canonical"; etag="([^"]+)"/.exec(link)?.slice(1).join() ?? '');
      const page = (await answer.json()) as Thing[];
      expect(page.length).toBeLessThanOrEqual(2);
      found.push(...page);
      next = /<([^>]*)>; rel="next"/.exec(link)?.[1];
    }
    const known = new Set(things.map(({ id }) => id));
    // tags come while it is read; those that were there before are there, and in order
    expect(found.map(({ id }) => id).filter((id) => known.has(id))).toEqual([...known]);
    for (const etag of etags) expect(etag).toMatch(`${gateway.url}/things,`);
    expect((await fetch(`${gateway.url}/things?format=collection`)).status).toBe(400);
    expect(await (await fetch(`${gateway.url}/things?offset=1000000`)).json()).toEqual([]);
  });

  it('says of a line what it is when that has changed', async () => {
    const lines = { lamp: { line: 22, direction: 'OUTPUT', free: true } };
    await using gateway = await TestGateway.start({ devices: { chips: { board: { driver: 'simulated', lines } } } });
    const lamp = async () => {
      const [thing] = await gateway.json<Thing[]>('/things');
      return [thing?.['@type'], thing?.properties.value?.readOnly, Object.keys(thing?.events ?? {})];
    };
    expect(await lamp()).toEqual(['saref:Actuator', false, ['state']]);
    const input = { direction: 'INPUT', activeLow: false, bias: 'AS_IS', drive: 'PUSH_PULL', edge: 'BOTH', debounceUs: 0 };
    expect((await gateway.send('PUT', '/gpio/v1/lines/lamp/configuration', input)).status).toBe(200);
    expect(await lamp()).toEqual(['saref:Sensor', true, ['edge', 'state']]);
  });
});
