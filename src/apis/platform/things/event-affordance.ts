import type { JsonObject } from '../../../json.js';
import type { Gateway } from '../../../registry/own-services.js';
import type { DataSchema } from './data-schema.js';
import { formOf } from './thing.js';

const TEXT = { type: 'string' };

/**
 * What `/events/v1` tells of one subject: each text message is one CloudEvent in JSON. Who closes the WebSocket hears no more.
 *
 * @param subject as in the events themselves
 * @param data of the CloudEvent
 * @see CloudEvents 1.0, WebSockets protocol binding, clause 3
 */
export function eventAffordance(title: string, subject: string, data: DataSchema, { url }: Pick<Gateway, 'url'>): JsonObject {
  const form = formOf({
    op: ['subscribeevent'],
    href: `${url.replace(/^http/, 'ws')}/events/v1?topic=${encodeURIComponent(subject)}`,
    contentType: 'application/cloudevents+json',
    scopes: ['events:read'],
  });
  return { title, data: cloudEvent(subject, data), forms: [{ ...form, subprotocol: 'cloudevents.json' }] };
}

function cloudEvent(subject: string, data: DataSchema): DataSchema {
  return {
    type: 'object',
    required: ['specversion', 'id', 'source', 'type', 'subject', 'time', 'datacontenttype', 'data'],
    properties: {
      specversion: { ...TEXT, const: '1.0' },
      id: TEXT,
      source: { ...TEXT, format: 'uri' },
      type: TEXT,
      subject: { ...TEXT, const: subject },
      time: { ...TEXT, format: 'date-time' },
      datacontenttype: { ...TEXT, const: 'application/json' },
      data,
    },
  };
}
