import { describe, expect, it } from '@jest/globals';
import { topicFilter } from '../../../src/apis/platform/topics.js';

describe('A topic', () => {
  it.each([
    ['sensors/CB:B8:33:4C:88:4F/reading', 'sensors/CB:B8:33:4C:88:4F/reading', true],
    ['sensors/CB:B8:33:4C:88:4F/reading', 'sensors/CB:B8:33:4C:88:50/reading', false],
    ['sensors/*/reading', 'sensors/CB:B8:33:4C:88:4F/reading', true],
    ['*/*/state', 'devices/radio-hci0/state', true],
    ['*/*/state', 'sensors/CB:B8:33:4C:88:4F/reading', false],
    ['sensors/*', 'sensors/CB:B8:33:4C:88:4F/reading', false],
    ['sensors/**', 'sensors/CB:B8:33:4C:88:4F/reading', true],
    ['sensors/**', 'sensors', false],
    ['sensors/**', 'sensorship/x', false],
    ['**', 'devices/radio-hci0/state', true],
    ['**/state', 'devices/radio-hci0/state', false],
    ['devices/.*/state', 'devices/radio-hci0/state', false],
  ])('%s: is %s wanted? %p', (topic, subject, expected) => {
    expect(topicFilter([topic])(subject)).toBe(expected);
  });

  it('beside another wants what either wants, and none wants everything', () => {
    const both = topicFilter(['sensors/**', 'services/*/state']);
    expect(['sensors/x/reading', 'services/x/state', 'devices/x/state'].map(both)).toEqual([true, true, false]);
    expect(topicFilter(undefined)('anything/at/all')).toBe(true);
    expect(topicFilter([])('anything/at/all')).toBe(true);
  });
});
