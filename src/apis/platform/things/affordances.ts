import { document as camera } from '../../../../generated/camera.js';
import { document as gpio } from '../../../../generated/gpio.js';
import { document as registry } from '../../../../generated/registry.js';
import { document as sensors } from '../../../../generated/sensors.js';
import type { JsonObject } from '../../../json.js';
import type { LineSettings } from '../../../gpio/settings.js';
import type { Device } from '../../../registry/devices.js';
import type { Gateway } from '../../../registry/own-services.js';
import { withColons } from '../../../sensors/tag-reading.js';
import { type DataSchema, dataSchemaOf } from './data-schema.js';
import { eventAffordance } from './event-affordance.js';
import { type Affordances, formOf, readable, serviceDescription } from './thing.js';
import { UNITS } from './units.js';

const JSON_TYPE = 'application/json';
const reading = dataSchemaOf(sensors, 'Reading', UNITS);
const tag = dataSchemaOf(sensors, 'Tag');
const lens = dataSchemaOf(camera, 'Camera');
const line = dataSchemaOf(gpio, 'Line');
const value = dataSchemaOf(gpio, 'Value');
/** What events say of how a tag does, of a line's edge, and of a device that came, went or changed. */
const presence = presenceSchema();
const edge = edgeSchema();
const state = stateSchema();

/** What a tag offers. A reading comes whole: a field alone has no address. */
export function tagAffordances(device: Device, gateway: Gateway): Affordances {
  const mac = withColons(nameOf(device));
  const href = `sensors/v1/tags/${mac}`;
  const scopes = ['sensors:read'];
  return {
    '@type': 'saref:Sensor',
    description: 'A Bluetooth tag that the gateway hears.',
    properties: {
      reading: readable('Latest reading', reading, { href: `${href}/readings/latest`, contentType: JSON_TYPE, scopes }),
      tag: readable('How the tag does', tag, { href, contentType: JSON_TYPE, scopes }),
    },
    events: {
      reading: eventAffordance('Each reading', `sensors/${mac}/reading`, reading, gateway),
      presence: eventAffordance('It is late, given up, or heard again', `tags/${mac}/presence`, presence, gateway),
      ...stateEvent(device, gateway),
    },
    links: [serviceDescription('sensors')],
  };
}

export function cameraAffordances(device: Device, gateway: Gateway): Affordances {
  const href = `camera/v1/cameras/${nameOf(device)}`;
  const scopes = ['camera:read'];
  return {
    '@type': 'saref:Sensor',
    description: 'A camera.',
    properties: {
      snapshot: readable('A picture', {}, { href: `${href}/snapshot`, contentType: 'image/jpeg', scopes }),
      camera: readable('How the camera does', lens, { href, contentType: JSON_TYPE, scopes }),
    },
    events: stateEvent(device, gateway),
    links: [serviceDescription('camera')],
  };
}

/** @param settings as they are now: who makes an output of an input makes another thing of it */
export function lineAffordances(device: Device, { direction }: Pick<LineSettings, 'direction'>, gateway: Gateway): Affordances {
  const lineId = nameOf(device);
  const href = `gpio/v1/lines/${lineId}`;
  const scopes = ['gpio:read'];
  const read = { href: `${href}/value`, contentType: JSON_TYPE, scopes };
  const write = formOf({ ...read, op: ['writeproperty'], scopes: ['gpio:write'] });
  const { forms, ...said } = readable('What it is now', value, read);
  const isOutput = direction === 'OUTPUT';
  return {
    '@type': isOutput ? 'saref:Actuator' : 'saref:Sensor',
    description: isOutput ? 'A pin that is set.' : 'A pin that is read.',
    properties: {
      value: isOutput ? { ...said, readOnly: false, forms: [...(forms as []), write] } : { ...said, forms },
      line: readable('How the line is set up and does', line, { href, contentType: JSON_TYPE, scopes }),
    },
    events: {
      ...(isOutput ? {} : { edge: eventAffordance('Each edge', `lines/${lineId}/edge`, edge, gateway) }),
      ...stateEvent(device, gateway),
    },
    links: [serviceDescription('gpio')],
  };
}

function stateEvent(device: Device, gateway: Gateway): Affordances['events'] {
  return { state: eventAffordance('It came, went or changed', `devices/${device.deviceId}/state`, state, gateway) };
}

function presenceSchema(): DataSchema {
  const { mac, name, presence: does, reason, lastSeen } = propertiesOf(tag);
  return {
    type: 'object',
    required: ['mac', 'presence', 'lastSeen'],
    properties: { mac, name, presence: does, reason, lastSeen },
  };
}

function edgeSchema(): DataSchema {
  const { lineId, name } = propertiesOf(line);
  const told = dataSchemaOf(gpio, 'LineEdge');
  return { ...told, required: ['lineId', ...(told.required as string[])], properties: { lineId, name, ...propertiesOf(told) } };
}

function stateSchema(): DataSchema {
  const { deviceId, kind, name, driver, state: health, reason } = propertiesOf(dataSchemaOf(registry, 'Device'));
  const changeType = { type: 'string', enum: ['ADDED', 'REMOVED', 'STATE_CHANGED', 'ATTRIBUTES_CHANGED'] };
  return {
    type: 'object',
    required: ['changeType', 'deviceId', 'kind', 'driver', 'state'],
    properties: { changeType, deviceId, kind, name, driver, state: health, reason },
  };
}

function propertiesOf({ properties }: DataSchema): JsonObject {
  return properties as JsonObject;
}

/** Its own name: without the kind in front. */
export function nameOf({ deviceId }: Pick<Device, 'deviceId'>): string {
  return deviceId.slice(deviceId.indexOf('-') + 1);
}
