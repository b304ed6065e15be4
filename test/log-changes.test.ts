import { expect, it } from '@jest/globals';
import { pino } from 'pino';
import { EventBus } from '../src/events/bus.js';
import type { Log } from '../src/log.js';
import { logChanges, logSubsystems } from '../src/log-changes.js';
import { Devices } from '../src/registry/devices.js';
import { active, observedHealth, suspended } from '../src/registry/health.js';
import { ManualClock } from './manual-clock.js';

it('The log tells what radios and cameras do, and only whispers of tags', () => {
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line) => lines.push(line) });
  const bus = new EventBus();
  using logging = logChanges(bus, log);
  const devices = new Devices(bus, new ManualClock());
  const [lens, tag] = [observedHealth(active), observedHealth(active)];
  using _tag = devices.add({ deviceId: 'tag-1', kind: 'TAG', driver: 'bluez', health: tag });
  const listed = devices.add({ deviceId: 'camera-lens-1', kind: 'CAMERA', driver: 'v4l2', health: lens });
  tag.set(suspended('silent'));
  lens.set(suspended('pulled out'));
  listed[Symbol.dispose]();
  logging[Symbol.dispose]();
  devices.add({ deviceId: 'camera-lens-2', kind: 'CAMERA', driver: 'v4l2', health: lens });
  const said = lines.map((line) => JSON.parse(line) as { level: number; deviceId: string; reason?: string; msg: string });
  expect(said).toMatchObject([
    { level: 30, deviceId: 'camera-lens-1', msg: 'device is ACTIVE' },
    { level: 40, deviceId: 'camera-lens-1', msg: 'device is SUSPENDED', reason: 'pulled out' },
    { level: 30, deviceId: 'camera-lens-1', msg: 'device is no longer in the inventory' },
  ]);
});

it('A part that fails is told of once, and once when it is well again', () => {
  const said: unknown[] = [];
  const log = { info: (about: unknown) => said.push(about), warn: (about: unknown) => said.push(about) } as unknown as Log;
  const health = observedHealth(active);
  using watching = logSubsystems([{ name: 'influx', health, counters: () => ({}) }], log);
  for (const now of [suspended('refused'), suspended('refused'), active]) health.set(now);
  expect(said).toEqual([{ subsystem: 'influx', reason: 'refused' }, { subsystem: 'influx' }]);
  expect(watching).toBeDefined();
});
