import { thingIdOf } from '../src/apis/platform/things/thing-id.js';
import { deviceIdOf } from '../src/registry/devices.js';
import { tagNameOf } from '../src/sensors/tag-reading.js';

/** What a tag is called as a thing; the gateway has no part in that. */
export function thingIdOfMac(mac: string): string {
  return thingIdOf({ deviceId: deviceIdOf('TAG', tagNameOf(mac)) }, '');
}
