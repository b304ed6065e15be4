import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { CloudEvents } from '../../../../src/apis/platform/cloud-events.js';
import { cameraAffordances, lineAffordances, tagAffordances } from '../../../../src/apis/platform/things/affordances.js';
import type { Affordances } from '../../../../src/apis/platform/things/thing.js';
import type { ToldName, GatewayEvents } from '../../../../src/events/bus.js';
import type { Device } from '../../../../src/registry/devices.js';
import { suspended } from '../../../../src/registry/health.js';

const gateway = { id: '00000000-0000-4000-8000-000000000000', url: 'http://gateway.test' };
const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
const events = new CloudEvents(gateway.id, 'run');
const device = (deviceId: string, kind: Device['kind']): Device => ({
  ...{ deviceId, kind, name: 'x', driver: 'simulated', health: suspended('gone'), since: 0 },
});
const tag = device('tag-CBB8334C884F', 'TAG');
const lens = device('camera-lens-1', 'CAMERA');
const line = device('line-17', 'LINE');
function affordancesOf(one: Device): Affordances {
  if (one === tag) return tagAffordances(one, gateway);
  return one === lens ? cameraAffordances(one, gateway) : lineAffordances(one, { direction: 'OUTPUT' }, gateway);
}
const edge = { lineId: '17', name: 'x', edge: 'RISING', value: 1, time: 0, timestampNs: 1n, sequence: 1 } as const;

/** The event as it is sent, against what the thing says of it. */
function faults<Name extends ToldName>(affordances: Affordances, event: string, name: Name, value: GatewayEvents[Name]) {
  const sent: unknown = JSON.parse(JSON.stringify(events.of(name, value, 0)));
  const validate = ajv.compile(affordances.events[event]?.data as object);
  return validate(sent) ? [] : validate.errors;
}

describe('What a thing says of its events', () => {
  it('is true of an edge', () => {
    const affordances = lineAffordances(line, { direction: 'INPUT' }, gateway);
    expect(faults(affordances, 'edge', 'edge', edge)).toEqual([]);
    expect(faults(affordances, 'edge', 'edge', { ...edge, lineId: '18' })).not.toEqual([]);
  });

  it.each([tag, lens, line])('is true of the state of a $kind, of whatever change', (one) => {
    for (const changeType of ['ADDED', 'REMOVED', 'STATE_CHANGED', 'ATTRIBUTES_CHANGED'] as const)
      expect(faults(affordancesOf(one), 'state', 'device', { changeType, device: one })).toEqual([]);
    const other = { changeType: 'ADDED', device: { ...one, deviceId: 'tag-000000000000' } } as const;
    expect(faults(affordancesOf(one), 'state', 'device', other)).not.toEqual([]);
  });

  it('is true of how a tag does', () => {
    const late = { mac: 'CB:B8:33:4C:88:4F', presence: 'LATE', reason: 'nothing heard for 30 s', lastSeen: 1 } as const;
    expect(faults(affordancesOf(tag), 'presence', 'presence', late)).toEqual([]);
    expect(faults(affordancesOf(tag), 'presence', 'presence', { ...late, mac: 'CB:B8:33:4C:88:50' })).not.toEqual([]);
  });

  it('is true of a reading', () => {
    const mac = 'CB:B8:33:4C:88:4F';
    const reading = { mac, receiver: 'hci0', time: 1, dataFormat: '5', temperature: 20.5 } as const;
    expect(faults(affordancesOf(tag), 'reading', 'reading', reading)).toEqual([]);
  });
});
