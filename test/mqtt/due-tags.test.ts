import { expect, it } from '@jest/globals';
import { DueTags } from '../../src/mqtt/due-tags.js';
import type { TagReading } from '../../src/sensors/tag-reading.js';

const reading = (mac: string): TagReading => ({ mac, receiver: 'hci0', dataFormat: '5', time: 0 });

it('Where the broker is slower than the tags, each has its turn', () => {
  const due = new DueTags(0, 10);
  const said: string[] = [];
  for (let turn = 0; turn < 6; turn++) {
    for (const mac of ['A', 'B', 'C']) due.add(reading(mac));
    const tag = due.next(turn);
    if (tag) Object.assign(tag, { isWaiting: false, saidAt: turn });
    said.push(tag?.latest.mac ?? 'nobody');
  }
  expect(said).toEqual(['A', 'B', 'C', 'A', 'B', 'C']);
});
