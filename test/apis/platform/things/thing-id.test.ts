import { describe, expect, it } from '@jest/globals';
import { thingIdOf } from '../../../../src/apis/platform/things/thing-id.js';

describe('The identifier of a thing', () => {
  it('is the address of a tag, whichever gateway hears it', () => {
    for (const gateway of ['a', 'b'])
      expect(thingIdOf({ deviceId: 'tag-CBB8334C884F' }, gateway)).toBe('urn:dev:mac:cbb833fffe4c884f');
  });

  it('is for what belongs to a gateway the same for ever, and another at another gateway', () => {
    const id = thingIdOf({ deviceId: 'camera-lens-1' }, 'a');
    expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(thingIdOf({ deviceId: 'camera-lens-1' }, 'a')).toBe(id);
    expect(thingIdOf({ deviceId: 'camera-lens-1' }, 'b')).not.toBe(id);
    expect(thingIdOf({ deviceId: 'line-lens-1' }, 'a')).not.toBe(id);
  });
});
