import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from '@jest/globals';
import sharp from 'sharp';
import { TestGateway } from '../gateway.js';
import { tempDirectory } from '../temp-directory.js';
import { until } from '../until.js';

/** How a program that tells the story is started. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A line of what it tells: what it has done, and what it saw. */
export type Step = Readonly<Record<string, unknown>> & { readonly step: string };

/** What it may do; it may not see who else may, which it is to find out. */
const SCOPES = ['sensors:read', 'camera:read', 'gpio:read', 'gpio:write', 'events:read'].concat(
  ...['mec_service_mgmt', 'mec_app_support'].map((api) => [`${api}:read`, `${api}:write`]),
);

/** Of the simulated town. */
const TAGS = 12;

/** Pages of two, and at least three of them. */
const READINGS_OF_EACH = 6;

/**
 * Runs a program against a gateway that asks for tokens, and judges what it tells by what the gateway says of the same things.
 * @throws Error with what it wrote to stderr when it fails
 */
export async function tellStory(program: Program): Promise<void> {
  await using gateway = await TestGateway.start({ auth: { mode: 'tokens' } });
  using directory = tempDirectory();
  await until(async () => (await fewestReadings(gateway)) >= READINGS_OF_EACH, 100);

  const told: Step[] = [];
  const signs: number[] = [];
  for await (const step of stepsOf(program, {
    ...(await credentials(gateway)),
    UMEC_URL: gateway.url,
    STORY_DIR: directory.path,
  })) {
    told.push(step);
    await meanwhile(gateway, step, told, signs);
  }
  // the first is that it was offered, or the first of three that came a second apart; timers of some languages are early by a little
  const [first = 0, last = 0] = signs;
  expect(last - first).toBeGreaterThan(1.9);
  await judge(gateway, told, readFileSync(join(directory.path, 'snapshot.jpg')));
}

async function fewestReadings(gateway: TestGateway): Promise<number> {
  const tags = await gateway.json<readonly { mac: string }[]>('/sensors/v1/tags');
  const counts = tags.map(
    async ({ mac }) => (await gateway.json<unknown[]>(`/sensors/v1/tags/${mac}/readings?limit=${READINGS_OF_EACH}`)).length,
  );
  return tags.length < TAGS ? 0 : Math.min(...(await Promise.all(counts)));
}

async function credentials(gateway: TestGateway): Promise<Record<string, string>> {
  const client = { clientId: 'storyteller', name: 'storyteller', scopes: SCOPES };
  const response = await gateway.send('POST', '/access/v1/clients', client);
  const { clientSecret } = (await response.json()) as { clientSecret: string };
  return { UMEC_CLIENT_ID: client.clientId, UMEC_CLIENT_SECRET: clientSecret };
}

/** What the program prints, line by line, until it ends well. */
async function* stepsOf({ command, args, cwd, env }: Program, given: Readonly<Record<string, string>>): AsyncGenerator<Step> {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env, ...given }, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'close') as Promise<[number | null]>;
  let said = '';
  child.stderr.on('data', (text) => (said += String(text)));
  try {
    for await (const line of createInterface(child.stdout)) yield JSON.parse(line) as Step;
    const [code] = await ended;
    if (code !== 0) throw new Error(`the program ended with ${code}:\n${said}`);
  } finally {
    child.kill('SIGKILL');
  }
}

/** What the gateway says while the program is still there, and what its owner does. */
async function meanwhile(gateway: TestGateway, { step }: Step, told: readonly Step[], signs: number[]): Promise<void> {
  if (step === 'offered' || step === 'heartbeats') signs.push(await signOfLife(gateway, told));
  if (step === 'ready-to-end') {
    const { appInstanceId } = find(told, 'registered');
    expect(await subscriptionsOf(gateway, appInstanceId)).toEqual([
      { by: 'CALLBACK', subscriptionType: 'AppTerminationNotificationSubscription', dropped: 0 },
      { by: 'CALLBACK', subscriptionType: 'SerAvailabilityNotificationSubscription', dropped: 0 },
      { by: 'WEBSOCKET', subscriptionType: 'SerAvailabilityNotificationSubscription', dropped: 0 },
    ]);
    const end = await gateway.send('POST', `/registry/v1/applications/${String(appInstanceId)}/terminate`, {
      operationAction: 'TERMINATING',
    });
    expect(end.ok).toBe(true);
  }
}

/** When the program's service gave the last, s. */
async function signOfLife(gateway: TestGateway, told: readonly Step[]): Promise<number> {
  const [{ appInstanceId }, { serInstanceId }] = [find(told, 'registered'), find(told, 'offered')];
  const path = `/mec_service_mgmt/v1/applications/${String(appInstanceId)}/services/${String(serInstanceId)}/liveness`;
  const { timeStamp } = await gateway.json<{ timeStamp: { seconds: number; nanoSeconds: number } }>(path);
  return timeStamp.seconds + timeStamp.nanoSeconds / 1e9;
}

async function subscriptionsOf(gateway: TestGateway, appInstanceId: unknown): Promise<unknown[]> {
  interface Listed {
    readonly appInstanceId: string;
    readonly by: string;
    readonly subscriptionType: string;
    readonly dropped: number;
  }
  const all = await gateway.json<Listed[]>('/registry/v1/subscriptions');
  return all
    .filter((one) => one.appInstanceId === appInstanceId)
    .map(({ by, subscriptionType, dropped }) => ({ by, subscriptionType, dropped }))
    .sort((a, b) => `${a.by} ${a.subscriptionType}`.localeCompare(`${b.by} ${b.subscriptionType}`));
}

async function judge(gateway: TestGateway, told: readonly Step[], snapshot: Buffer): Promise<void> {
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
  expect(times.length).toBeGreaterThanOrEqual(READINGS_OF_EACH - 1);
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

function find(told: readonly Step[], name: string): Step {
  const found = told.find(({ step }) => step === name);
  if (!found) throw new Error(`the program did not tell of ${name}, only of ${told.map(({ step }) => step).join(', ')}`);
  return found;
}
