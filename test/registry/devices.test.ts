import { describe, expect, it } from '@jest/globals';
import { EventBus } from '../../src/events/bus.js';
import { type DeviceChange, Devices } from '../../src/registry/devices.js';
import { active, observedHealth, suspended } from '../../src/registry/health.js';
import { ManualClock } from '../manual-clock.js';

function setUp() {
  const clock = new ManualClock();
  const bus = new EventBus();
  const told: DeviceChange[] = [];
  bus.subscribe('device', (change) => told.push(change));
  const health = observedHealth(active);
  const devices = new Devices(bus, clock);
  return { clock, told, health, devices, listed: devices.add({ deviceId: 'camera-b', kind: 'CAMERA', driver: 'v4l2', health }) };
}

describe('A device in the inventory', () => {
  it('follows its health, and says since when it is in this state', async () => {
    const { clock, told, health, devices } = setUp();
    const began = clock.now();
    await clock.advance(1_000);
    health.set(suspended('pulled out'));
    await clock.advance(1_000);
    health.set(suspended('still pulled out'));
    expect(devices.get('camera-b')).toMatchObject({ health: { reason: 'still pulled out' }, since: began + 1_000 });
    await clock.advance(1_000);
    health.set(active);
    expect(told.map(({ changeType, device: { health: now, since } }) => [changeType, now.state, since - began])).toEqual([
      ['ADDED', 'ACTIVE', 0],
      ['STATE_CHANGED', 'SUSPENDED', 1_000],
      ['ATTRIBUTES_CHANGED', 'SUSPENDED', 1_000],
      ['STATE_CHANGED', 'ACTIVE', 3_000],
    ]);
  });

  it('can be driven by another radio than before, of which readers are told once', () => {
    const { told, health, devices, listed } = setUp();
    listed.drivenBy('ffmpeg');
    listed.drivenBy('ffmpeg');
    expect(told.at(-1)).toEqual({ changeType: 'ATTRIBUTES_CHANGED', device: devices.get('camera-b') });
    expect(told).toHaveLength(2);
    health.set(suspended('gone'));
    expect(devices.get('camera-b').driver).toBe('ffmpeg');
  });

  it('is gone when it is taken out, which readers are told, and its health is followed no more', () => {
    const { told, health, devices, listed } = setUp();
    const last = devices.get('camera-b');
    listed[Symbol.dispose]();
    listed[Symbol.dispose]();
    health.set(suspended('gone'));
    expect(told.slice(1)).toEqual([{ changeType: 'REMOVED', device: last }]);
    expect(devices.list()).toEqual([]);
    expect(() => devices.get('camera-b')).toThrow('no device camera-b');
  });

  it('is in a list in order of the identifiers that stays the same until one changes', () => {
    const { health, devices } = setUp();
    const other = devices.add({ deviceId: 'camera-a', kind: 'CAMERA', driver: 'v4l2', health: observedHealth(active) });
    const list = devices.list();
    expect(list.map(({ deviceId }) => deviceId)).toEqual(['camera-a', 'camera-b']);
    expect(devices.list()).toBe(list);
    health.set(suspended('gone'));
    expect(devices.list()).not.toBe(list);
    expect(devices.list()[0]).toBe(list[0]);
    other[Symbol.dispose]();
    expect(devices.list()).toHaveLength(1);
  });
});
