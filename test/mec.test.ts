import { expect, it } from '@jest/globals';
import { parseConfig } from '../src/config.js';
import { EventBus } from '../src/events/bus.js';
import { openMec } from '../src/mec.js';
import { ManualClock } from './manual-clock.js';
import { FakeState } from './registry/fake-state.js';

it('The MEC platform ends within 3 s, also on a disk that hangs', async () => {
  const [state, clock] = [new FakeState(), new ManualClock()];
  const url = 'http://127.0.0.1:8080';
  const mec = await openMec(parseConfig({}, {}), {
    ...{ state, clock, bus: new EventBus(), report: () => undefined, gateway: { id: 'gateway', url } },
    listener: { address: { host: '127.0.0.1', port: 8080 } },
  });
  const named = { appName: 'plates' };
  await mec.applications.create({ appInstanceId: 'plates', named, trafficRules: [], dnsRules: [] });
  await mec.applications.terminate('plates', { operationAction: 'TERMINATING', maxGracefulTimeout: 1 });
  state.held = new Promise(() => undefined);
  // nobody has subscribed to its end, which is now on its way to the disk
  await clock.advance(0);
  const ended = mec[Symbol.asyncDispose]();
  await clock.advance(3_000);
  await expect(ended).resolves.toBeUndefined();
  expect(mec.applications.find('plates')).toBeDefined();
});
