import { expect } from '@jest/globals';
import sharp from 'sharp';
import type { TestGateway } from '../gateway.js';
import { find, type Step } from './program.js';

/** Compares what a program told with what the gateway says of the same things. */
export async function judge(gateway: TestGateway, told: readonly Step[], snapshot: Buffer): Promise<void> {
  const { serInstanceId } = find(told, 'offered');
  const { mac, from, to, times } = find(told, 'history') as unknown as Record<'mac' | 'from' | 'to', string> & {
    times: string[];
  };
  const { lineId } = find(told, 'pin');
  const { format, width, height } = await sharp(snapshot).metadata();
  const any: Record<'string' | 'number', unknown> = { string: expect.any(String), number: expect.any(Number) };

  expect(told).toEqual([
    { step: 'token', expiresIn: 3600 },
    { step: 'service', serName: 'umec-sensors', uri: `${gateway.url}/sensors/v1` },
    { step: 'latest', mac, time: any.string, temperature: any.number },
    { step: 'history', mac, from, to, times },
    { step: 'snapshot', cameraId: 'lens-1', width: 320, bytes: snapshot.length },
    { step: 'pin', lineId, value: 1 },
    { step: 'pin', lineId, value: 0 },
    { step: 'registered', appInstanceId: any.string },
    { step: 'subscribed', kinds: ['http', 'websocket', 'termination'] },
    { step: 'offered', serInstanceId },
    { step: 'notified', by: 'http', changeType: 'ADDED', serInstanceId },
    { step: 'notified', by: 'websocket', changeType: 'ADDED', serInstanceId },
    { step: 'heartbeats', count: 3 },
    { step: 'notified', by: 'websocket', changeType: 'STATE_CHANGED', state: 'INACTIVE', serInstanceId },
    { step: 'arrivals', before: 2, after: 2, isGapless: true },
    ...PROBLEMS.map(([status, title]) => ({ step: 'problem', status, title, detail: any.string })),
    { step: 'ready-to-end', appInstanceId: find(told, 'registered').appInstanceId },
    { step: 'notified', by: 'http', operationAction: 'TERMINATING', maxGracefulTimeout: 10 },
    { step: 'confirmed' },
  ]);
  expect([format, width, height]).toEqual(['jpeg', 320, 240]);
  expect(times.length).toBeGreaterThan(4); // three pages of two
  const path = `/sensors/v1/tags/${mac}/readings?from=${from}&to=${to}&limit=1000`;
  expect(times).toEqual((await gateway.json<{ time: string }[]>(path)).map(({ time }) => time));
  expect(await gateway.json(`/gpio/v1/lines/${String(lineId)}/value`)).toEqual({ value: 0 });
  expect(await writesOf(gateway)).toEqual(WRITES);
  const applications = await gateway.json<{ appInstanceId: string }[]>('/registry/v1/applications');
  expect(applications.map(({ appInstanceId }) => appInstanceId)).not.toContain(find(told, 'registered').appInstanceId);
}

/** What each status is called. */
const PROBLEMS = [
  [400, 'invalid'],
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [404, 'notFound'],
  [409, 'conflict'],
  [412, 'preconditionFailed'],
] as const;

/** All that it changed, and what it was refused of that, with the HTTP status; the log only counts signs of life. */
const WRITES = [
  'AppServicesServiceId_PUT 200',
  'AppServicesServiceId_PUT 412',
  'AppServices_POST 201',
  'AppSubscriptions_POST 201',
  'AppSubscriptions_POST 201',
  'ApplicationsConfirmReady_POST 204',
  'ApplicationsConfirmTermination_POST 204',
  'ApplicationsSubscriptions_POST 201',
  'LineValue_PUT 200',
  'LineValue_PUT 200',
  'LineValue_PUT 409',
  'Registrations_POST 201',
];

/** As the audit log has it. */
async function writesOf(gateway: TestGateway): Promise<readonly string[]> {
  const entries = await gateway.json<{ kind: string; what: string; outcome: number }[]>(
    '/access/v1/audit?client=storyteller&limit=1000',
  );
  return entries
    .filter(({ kind, what }) => kind === 'EVENT' && /_(POST|PUT)$/.test(what) && what !== 'Token_POST')
    .map(({ what, outcome }) => `${what} ${outcome}`)
    .sort();
}
