import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { type CloudEvent, CloudEvents, EVENT_TYPES } from '../../../src/apis/platform/cloud-events.js';
import type { JsonObject } from '../../../src/json.js';
import { shown } from '../../apis/shown.js';
import { ROOT } from '../../docs/blocks.js';
import { TestGateway } from '../../gateway.js';

interface Asyncapi extends JsonObject {
  readonly servers: { readonly gateway: { readonly host: string; readonly protocol: string } };
  readonly channels: Readonly<Record<string, { readonly address: string; readonly messages: JsonObject }>>;
  readonly operations: Readonly<Record<string, { readonly security: readonly JsonObject[] }>>;
  readonly components: JsonObject & { readonly messages: Readonly<Record<string, { readonly name: string }>> };
}

/** The schema that AsyncAPI publishes. */
const OFFICIAL = join(ROOT, 'node_modules/@asyncapi/specs/schemas/3.0.0-without-$id.json');
const NOW = Date.parse('2026-06-01T12:00:00Z');

let gateway: TestGateway;
let document: Asyncapi;
beforeAll(async () => {
  gateway = await TestGateway.start({
    devices: { radios: { town: { driver: 'simulated' } }, cameras: {}, chips: {} },
  });
  document = await gateway.json<Asyncapi>('/asyncapi/events.json');
});
afterAll(() => gateway.stop());

function faultsOf(event: unknown): unknown {
  const kind = Object.entries(EVENT_TYPES).find(([, type]) => type === (event as CloudEvent).type)?.[0] ?? 'none';
  const ajv = addFormats.default(new Ajv({ strict: false, unicodeRegExp: false }));
  ajv.addSchema(document, 'document');
  const validate = ajv.compile({ $ref: `document#/components/messages/${kind}/payload` });
  return validate(JSON.parse(JSON.stringify(event))) ? undefined : [event, validate.errors];
}

describe('The AsyncAPI document', () => {
  it('is one', () => {
    const ajv = addFormats.default(new Ajv({ strict: false, unicodeRegExp: false }));
    const validate = ajv.compile(JSON.parse(readFileSync(OFFICIAL, 'utf8')) as JsonObject);
    expect(validate(document) ? [] : validate.errors).toEqual([]);
  });

  it('says where the gateway is, who may be told, and of every event of which type it is', () => {
    const { host, protocol } = document.servers.gateway;
    expect(`${protocol}://${host}`).toBe(gateway.url.replace('http', 'ws'));
    expect(document.channels.Events_GET?.address).toBe('/events/v1');
    expect(document.operations.Events_GET?.security).toMatchObject([
      { type: 'oauth2', scopes: ['events:read'] },
      { type: 'httpApiKey' },
    ]);
    const names = Object.entries(document.components.messages).map(([kind, { name }]) => [kind, name]);
    expect(Object.fromEntries(names)).toEqual(EVENT_TYPES);
    const told = new Set(Object.values(document.channels).flatMap(({ messages }) => Object.keys(messages)));
    expect([...told].sort()).toEqual(Object.keys(EVENT_TYPES).sort());
  });

  it('says what is told: readings, devices and services as they come', async () => {
    const stop = new AbortController();
    const events = await gateway.events('**', stop.signal);
    await gateway.application('app-1');
    await gateway.send('POST', '/mec_service_mgmt/v1/applications/app-1/services', shown('AppServices_POST'));
    const missing = new Set<string>([EVENT_TYPES.reading, EVENT_TYPES.presence, EVENT_TYPES.device, EVENT_TYPES.service]);
    for await (const event of events) {
      expect(faultsOf(event)).toBeUndefined();
      missing.delete(event.type);
      if (missing.size === 0) stop.abort();
    }
    expect([...missing]).toEqual([]);
  });

  it('says what else is told: who is late, edges, motion, conditions, arrivals and what was missed', () => {
    const events = new CloudEvents('74d44eee-7404-423f-9c39-4699e17918b4', 'run');
    const box = { x: 0.1, y: 0.5, width: 0.2, height: 0.5 };
    const edge = { lineId: '17', name: 'door', edge: 'RISING', value: 1, time: NOW, timestampNs: 12n, sequence: 7 } as const;
    const motion = { cameraId: 'lens-1', change: 'BEGUN', area: 0.1, box, sequence: 7, capturedAt: NOW } as const;
    const condition = { kind: 'THRESHOLD', field: 'temperature', above: 25 } as const;
    const change = {
      subscriptionId: 's',
      mac: 'CB:B8:33:4C:88:4F',
      change: 'ENTERED',
      condition,
      time: NOW,
      since: NOW,
    } as const;
    const late = { mac: 'CB:B8:33:4C:88:4F', name: 'Sauna', presence: 'LATE', reason: 'nothing heard', lastSeen: NOW } as const;
    const point = { measurement: 'people', tags: { gate: 'north' }, time: new Date(NOW).toISOString(), fields: { count: 3 } };
    const arrival = events.ofArrival(point, NOW, 'a-0');
    const seen = [
      events.of('presence', late, NOW),
      events.of('edge', edge, NOW),
      events.of('motion', motion, NOW),
      events.ofCondition(change),
    ];
    expect([...seen, arrival, events.ofMissed(3, NOW)].flatMap((event) => faultsOf(event) ?? [])).toEqual([]);
    expect(faultsOf({ ...seen[0], data: { ...late, presence: 'GONE' } })).toBeDefined();
    expect(faultsOf({ ...arrival, data: { ...point, fields: undefined } })).toBeDefined();
  });
});
