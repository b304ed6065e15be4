import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Log } from '../../src/log.js';
import type { TestGateway } from '../gateway.js';
import { type Example, examples, type Known, NOTHING } from './examples.js';
import { startFurnished } from './furnished.js';
import { operations as listed } from './operations.js';
import { shown, shownOperations } from './shown.js';

/** What goes on by itself, so that two answers are of two moments. */
const MOVING = new Set([
  ...['Audit_GET', 'AuditVerification_GET', 'Usage_GET'],
  ...['Metrics_GET', 'Subsystems_GET', 'CameraSnapshot_GET', 'CameraStream_GET', 'Events_GET', 'RegistrySubscriptions_GET'],
  ...['CameraStreamWebsocket_GET', 'CameraState_GET'],
  ...['Destinations_GET', 'DestinationsDestinationId_GET'],
  ...['TimingCaps_GET', 'TimingCurrentTime_GET', 'Mp1TimingCurrentTime_GET'],
  ...['AppSubscriptionsSubscriptionIdWebsocket_GET', 'ApplicationsSubscriptionWebsocket_GET'],
  ...['Arrivals_GET', 'ArrivalsWebsocket_GET', 'EdgeSubscriptionsSubscriptionIdWebsocket_GET'],
  ...['ConditionSubscriptionsSubscriptionIdWebsocket_GET', 'MotionSubscriptionsSubscriptionIdWebsocket_GET'],
]);
/** A link to sign in by is good for one gateway, and once. */
const OF_THIS_GATEWAY = new Set(['Session_POST']);
const operations = listed.map((operation) => [operation.operationId, operation] as const);

let gateway: TestGateway;
let known: Known = NOTHING;
const faults: unknown[] = [];
const watching = Object.fromEntries(
  ['debug', 'info', 'warn', 'error', 'fatal'].map((level) => [
    level,
    (...words: unknown[]) => {
      if (level === 'error' || level === 'fatal') faults.push(words);
    },
  ]),
) as unknown as Log;

beforeAll(async () => {
  ({ gateway, known } = await startFurnished({ log: watching }));
});
afterAll(() => gateway.stop());

const pathPattern = (template: string) => new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`);

describe('Every operation', () => {
  it('of every specification has its call here, and there is no call of none', () => {
    expect(Object.keys(examples(NOTHING)).sort()).toEqual(operations.map(([id]) => id).sort());
  });

  it.each(shownOperations.filter((id) => !OF_THIS_GATEWAY.has(id)))('%s is called with the body that is shown for it', (id) => {
    expect(examples(NOTHING)[id]?.body).toEqual(shown(id));
  });

  it.each(operations.filter(([id, { method }]) => method === 'get' && !MOVING.has(id)))(
    '%s asked twice answers the same, and 304 to who has it',
    async (operationId, { base }) => {
      const example = examples(known)[operationId];
      const url = base + (example?.path ?? '') + (example?.query ?? '');
      const ask = async (headers: Record<string, string> = {}) => {
        const response = await gateway.get(url, { headers });
        const { date: _date, ...others } = Object.fromEntries(response.headers);
        return { status: response.status, headers: others, body: Buffer.from(await response.arrayBuffer()).toString('base64') };
      };
      const first = await ask();
      expect(await ask()).toEqual(first);
      expect((await ask({ 'If-None-Match': first.headers.etag ?? '' })).status).toBe(304);
    },
  );

  it.each(operations)('%s answers as its specification says', async (operationId, { method, path: template, base }) => {
    const example = examples(known)[operationId];
    if (!example) throw new Error(`${operationId} has no call in test/apis/examples.ts`);
    expect(example.path).toMatch(pathPattern(template));
    const url = base + example.path + (example.query ?? '');
    if (example.status === 101) {
      await connected(url);
    } else {
      const stop = new AbortController();
      const response = example.form
        ? await fetch(gateway.url + url, { method: 'POST', body: new URLSearchParams(example.form) })
        : await gateway.get(url, {
            method: method.toUpperCase(),
            signal: stop.signal,
            headers: { ...example.headers, ...contentOf(example).headers },
            ...contentOf(example).sent,
          });
      expect([operationId, response.status]).toEqual([operationId, example.status ?? 200]);
      stop.abort();
    }
    expect(faults).toEqual([]);
  });
});

function contentOf({ body, bytes }: Example): { headers: Record<string, string>; sent: Pick<RequestInit, 'body'> } {
  if (bytes) return { headers: { 'Content-Type': bytes.type }, sent: { body: new Uint8Array(bytes.body) } };
  if (body) return { headers: { 'Content-Type': 'application/json' }, sent: { body: JSON.stringify(body) } };
  return { headers: {}, sent: {} };
}

async function connected(path: string): Promise<void> {
  const socket = gateway.webSocket(path);
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  socket.close();
}
