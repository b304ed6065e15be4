import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { TestGateway } from '../gateway.js';
import { tempDirectory } from '../temp-directory.js';
import { until } from '../until.js';
import { judge } from './judge-story.js';
import { find, stepsOf, type Program, type Step } from './program.js';

/** What it may do; it may not see who else may, which it is to find out. */
const SCOPES = ['sensors:read', 'camera:read', 'gpio:read', 'gpio:write', 'events:read'].concat(
  ...['mec_service_mgmt', 'mec_app_support'].map((api) => [`${api}:read`, `${api}:write`]),
);

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

/** Of the tags that are in range: of those in town, one or the other is away for minutes. */
async function fewestReadings(gateway: TestGateway): Promise<number> {
  const tags = await gateway.json<readonly { mac: string }[]>('/sensors/v1/tags');
  const counts = tags.map(
    async ({ mac }) => (await gateway.json<unknown[]>(`/sensors/v1/tags/${mac}/readings?limit=${READINGS_OF_EACH}`)).length,
  );
  return tags.length === 0 ? 0 : Math.min(...(await Promise.all(counts)));
}

async function credentials(gateway: TestGateway): Promise<Record<string, string>> {
  const client = { clientId: 'storyteller', name: 'storyteller', scopes: SCOPES };
  const response = await gateway.send('POST', '/access/v1/clients', client);
  const { clientSecret } = (await response.json()) as { clientSecret: string };
  return { UMEC_CLIENT_ID: client.clientId, UMEC_CLIENT_SECRET: clientSecret };
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
