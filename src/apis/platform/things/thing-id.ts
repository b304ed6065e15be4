import type { Device } from '../../../registry/devices.js';
import { uuidOf } from '../../../registry/own-services.js';

const TAG = /^tag-([0-9A-F]{6})([0-9A-F]{6})$/;

/**
 * What a thing is called in all the world, and after each restart: a tag by its address, by whichever gateway it is heard, and what
 * belongs to the gateway by the gateway's own identifier.
 *
 * @see RFC 9039, clause 4.1: an EUI-48 becomes an EUI-64 by `fffe` in its middle
 */
export function thingIdOf({ deviceId }: Pick<Device, 'deviceId'>, gatewayId: string): string {
  const [, first, last] = TAG.exec(deviceId) ?? [];
  if (first === undefined || last === undefined) return `urn:uuid:${uuidOf(`${gatewayId}/thing/${deviceId}`)}`;
  return `urn:dev:mac:${first}fffe${last}`.toLowerCase();
}
