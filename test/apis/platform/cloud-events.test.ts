import { describe, expect, it } from '@jest/globals';
import { CloudEvents } from '../../../src/apis/platform/cloud-events.js';
import type { GpioEdge } from '../../../src/gpio/line.js';
import type { TagReading } from '../../../src/sensors/tag-reading.js';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const reading: TagReading = { mac: 'CB:B8:33:4C:88:4F', dataFormat: '5', receiver: 'hci0', time: 0, temperature: 24.3 };
const edge = (sequence: number, changes: Partial<GpioEdge> = {}): GpioEdge => ({
  ...{ lineId: '17', edge: 'RISING', value: 1, time: NOW - 5, sequence },
  ...changes,
});

describe('The name of an event', () => {
  it('is of an edge the same each time, and of nothing else', () => {
    const events = new CloudEvents('gateway', 'run');
    const edges = [edge(1), edge(2), edge(12), edge(2, { lineId: '1' }), edge(2, { lineId: '17-1' }), edge(1, { lineId: '1-2' })];
    const told = [...edges.map((one) => events.of('edge', one, NOW)), events.of('reading', reading, NOW)];
    const again = [...edges.map((one) => events.of('edge', one, NOW + 1)), events.of('reading', reading, NOW + 1)];
    expect(again.slice(0, -1)).toEqual(told.slice(0, -1));
    expect(new Set([...told, ...again].map(({ id }) => id)).size).toBe(told.length + 1);
  });

  it('is another one in another run of the gateway', () => {
    const [first, second] = ['a', 'b'].map((run) => new CloudEvents('gateway', run).of('edge', edge(1), NOW));
    expect(first?.source).toBe(second?.source);
    expect(first?.id).not.toBe(second?.id);
  });
});

it('An edge is an event of the moment when it happened, with all that can be kept of it', () => {
  const event = new CloudEvents('gateway', 'run').of('edge', edge(7, { timestampNs: 12345678901234567890n, name: 'door' }), NOW);
  expect(JSON.parse(JSON.stringify(event))).toEqual({
    ...{ specversion: '1.0', id: 'run-17-7', source: 'urn:uuid:gateway' },
    ...{ type: 'org.umec.gpio.edge.v1', subject: 'lines/17/edge', time: '2026-06-01T11:59:59.995Z' },
    datacontenttype: 'application/json',
    data: {
      ...{ lineId: '17', name: 'door', edge: 'RISING', value: 1, time: '2026-06-01T11:59:59.995Z' },
      ...{ timestampNs: '12345678901234567890', sequence: 7 },
    },
  });
});
