import type { components } from '../../generated/registry.js';
import { registry } from './api.js';
import { type Tagged, taggedOf } from './tagged.js';

export type DeviceConfiguration = components['schemas']['DeviceConfiguration'];

/** What people say of a device. @throws Refused */
export function readConfiguration(deviceId: string): Promise<Tagged<DeviceConfiguration>> {
  return taggedOf(registry.GET('/devices/{deviceId}/configuration', { params: { path: { deviceId } } }));
}

/**
 * @param etag of what was changed
 * @throws Refused with status 412 when somebody else has changed it since
 */
export function writeConfiguration(
  deviceId: string,
  { value, etag }: Tagged<DeviceConfiguration>,
): Promise<Tagged<DeviceConfiguration>> {
  const params = { path: { deviceId }, header: { 'If-Match': etag } };
  return taggedOf(registry.PUT('/devices/{deviceId}/configuration', { params, body: value }));
}
