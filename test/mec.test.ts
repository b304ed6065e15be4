import { expect, it } from '@jest/globals';
import { parseConfig } from '../src/config/config.js';
import { CloudEvents } from '../src/apis/platform/cloud-events.js';
import { EventBus } from '../src/events/bus.js';
import { openMec } from '../src/mec.js';
import { openOutgoing } from '../src/outgoing/open.js';
import { ManualClock } from './manual-clock.js';
import { FakeState } from './registry/fake-state.js';
import { anything, serviceRequest } from './registry/platform.js';

const NOBODY = {
  clients: { find: () => undefined, list: () => [], ownerOf: () => undefined },
  tenants: { find: () => undefined },
};

function open(
  state: FakeState,
  clock: ManualClock,
  bus = new EventBus(),
  sight: Pick<Parameters<typeof openMec>[1], 'clients' | 'tenants'> = NOBODY,
) {
  const url = 'http://127.0.0.1:8080';
  return openMec(parseConfig({}, {}), {
    ...{
      state,
      clock,
      bus,
      events: new CloudEvents('gateway', 'run'),
      report: () => undefined,
      gateway: { id: 'gateway', url },
    },
    ...sight,
    outgoing: openOutgoing([], () => false, clock).callbacks,
    latest: () => [],
  });
}

function managed(appInstanceId: string) {
  return { appInstanceId, named: { appName: appInstanceId }, trafficRules: [], dnsRules: [] };
}

it('A subscriber misses nothing when all services go at once, before it is told of the first', async () => {
  const [state, clock] = [new FakeState(), new ManualClock()];
  await using mec = await open(state, clock);
  const ids = Array.from({ length: 110 }, (_, n) => `app-${n}`);
  for (const appInstanceId of ['watcher', ...ids]) await mec.applications.create(managed(appInstanceId));
  for (const id of ids) for (let n = 0; n < 100; n++) await mec.services.register(id, serviceRequest(), true, anything);
  const subscriptionType = 'SerAvailabilityNotificationSubscription';
  const { subscriptionId } = await mec.subscriptions.create('watcher', { subscriptionType }, anything);
  for (const id of ids) await mec.applications.remove(id);
  expect(mec.outbox.find(subscriptionId)?.status).toMatchObject({ pending: 11_000, dropped: 0 });
});

it('The MEC platform ends within 3 s, also on a disk that hangs', async () => {
  const [state, clock] = [new FakeState(), new ManualClock()];
  const mec = await open(state, clock);
  await mec.applications.create(managed('plates'));
  await mec.applications.terminate('plates', { operationAction: 'TERMINATING', maxGracefulTimeout: 1 });
  state.held = new Promise(() => undefined);
  // nobody has subscribed to its end, which is now on its way to the disk
  await clock.advance(0);
  const ended = mec[Symbol.asyncDispose]();
  await clock.advance(3_000);
  await expect(ended).resolves.toBeUndefined();
  expect(mec.applications.find('plates')).toBeDefined();
});

it('A condition is told of the tags that the subscriber may see, and not again after a restart', async () => {
  const [state, clock, bus] = [new FakeState(), new ManualClock(), new EventBus()];
  const own = {
    ...{ clientId: 'heating', name: 'heating', number: 1, generation: '1', createdAt: 0, appInstanceIds: [], disabled: false },
    ...{ tenant: 'town', devices: ['tag-AAAAAAAAAA01'] },
  };
  const sight = {
    clients: { find: () => own, list: () => [], ownerOf: () => ({ client: 'heating', tenant: 'town' }) },
    tenants: { find: () => ({ tenant: 'town', number: 1, devices: 'all' as const, quotas: {} }) },
  };
  const hear = (mac: string, temperature: number) =>
    bus.publish('reading', { dataFormat: '5', mac, receiver: 'hci0', time: clock.now(), temperature });
  const condition = { kind: 'THRESHOLD', field: 'temperature', above: 25 } as const;
  const request = { subscriptionType: 'ConditionSubscription', filteringCriteria: { condition } } as const;
  let id = '';
  for (const [temperature, pending, seen] of [
    [30, 1, true],
    [31, 1, true],
    [20, 2, true],
    // nor is what waited
    [30, 0, false],
  ] as const) {
    own.devices = seen ? ['tag-AAAAAAAAAA01'] : [];
    await using mec = await open(state, clock, bus, sight);
    if (id === '') ({ subscriptionId: id } = await mec.subscriptions.create('heating', request, anything));
    for (const mac of ['AA:AA:AA:AA:AA:01', 'AA:AA:AA:AA:AA:02']) hear(mac, temperature);
    await clock.advance(0);
    expect(mec.outbox.find(id)?.status).toMatchObject({ pending, dropped: 0 });
  }
});
