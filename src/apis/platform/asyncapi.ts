import type { Json, JsonObject } from '../../json.js';
import type { Document, OperationObject } from '../../http/document.js';
import { inPlaceOfSiblings, spdx } from '../../http/openapi-3-0.js';
import { EVENT_TYPES } from './cloud-events.js';

type EventKind = keyof typeof EVENT_TYPES;

/** What each event is about, and the schema of its data: one of OpenAPI's, or some members of one. */
const EVENTS: Readonly<
  Record<EventKind, { readonly subject: string; readonly data: string; readonly members?: readonly string[] }>
> = {
  reading: { subject: 'sensors/{mac}/reading', data: 'Reading' },
  presence: {
    subject: 'tags/{mac}/presence',
    data: 'Tag',
    members: ['mac', 'name', 'presence', 'reason', 'lastSeen'],
  },
  device: {
    subject: 'devices/{deviceId}/state',
    data: 'Device',
    members: ['changeType', 'deviceId', 'kind', 'name', 'adoption', 'place', 'room', 'driver', 'state', 'reason'],
  },
  edge: { subject: 'lines/{lineId}/edge', data: 'EdgeEventData' },
  motion: { subject: 'cameras/{cameraId}/motion', data: 'MotionEventData' },
  service: {
    subject: 'services/{serInstanceId}/state',
    data: 'ServiceReference',
    members: ['changeType', 'serInstanceId', 'serName', 'state'],
  },
  condition: { subject: 'sensors/{mac}/condition', data: 'ConditionEventData' },
  arrival: { subject: 'readings/{measurement}', data: 'Point' },
  missed: { subject: 'readings', data: 'Arrivals', members: ['missed'] },
};

/** By the operation that opens a channel: what is told through it. */
const CHANNELS: Readonly<Record<string, readonly EventKind[]>> = {
  Events_GET: ['reading', 'presence', 'edge', 'motion', 'device', 'service'],
  ArrivalsWebsocket_GET: ['arrival', 'missed'],
  ConditionSubscriptionsSubscriptionIdWebsocket_GET: ['condition'],
  EdgeSubscriptionsSubscriptionIdWebsocket_GET: ['edge'],
  MotionSubscriptionsSubscriptionIdWebsocket_GET: ['motion'],
};

const reference = (place: string) => ({ $ref: `#/${place}` });

/**
 * What a gateway tells through WebSockets in the words of AsyncAPI 3.0, which OpenAPI has none for: addresses, schemas and who may come in
 * are those of its OpenAPI document.
 *
 * @param openapi of everything that it serves
 */
export function asyncapiOf(openapi: Document): JsonObject & { readonly asyncapi: string } {
  const oauth2 = openapi.components?.securitySchemes?.oauth2;
  const { host, protocol, pathname } = new URL('..', oauth2?.flows.clientCredentials.tokenUrl);
  const gets = new Map(
    Object.entries(openapi.paths).flatMap(([path, { get }]) => (get ? [[get.operationId, { path, get }]] : [])),
  );
  const opened = Object.keys(CHANNELS).flatMap((operationId) => gets.get(operationId) ?? []);
  const messages = Object.fromEntries(Object.keys(EVENT_TYPES).map((kind) => [kind, messageOf(openapi, kind as EventKind)]));
  const channels = Object.fromEntries(opened.map(({ path, get }) => [get.operationId, channelOf(openapi, path, get)]));
  return {
    asyncapi: '3.0.0',
    info: infoOf(openapi),
    defaultContentType: 'application/json',
    servers: {
      gateway: { host, protocol: protocol.replace('http', 'ws').replace(':', ''), pathname: pathname.replace(/\/$/, '') },
    },
    channels,
    operations: Object.fromEntries(opened.map(({ get }) => [get.operationId, operationOf(openapi, get)])),
    components: { messages, schemas: schemasOf(openapi, { messages, channels }) },
  };
}

function infoOf({ info }: Document): JsonObject {
  const { name = '', identifier = '' } = (info.license ?? {}) as { readonly name?: string; readonly identifier?: string };
  return {
    title: 'Events of a µMEC gateway',
    version: info.version,
    description: 'What a gateway tells, as it happens, through WebSockets.',
    license: { name, url: spdx(identifier) },
  };
}

function channelOf(openapi: Document, address: string, operation: OperationObject): JsonObject {
  const { operationId, summary, description } = operation;
  const names = [...address.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const kinds = CHANNELS[operationId] ?? [];
  return {
    address,
    ...(summary === undefined ? {} : { title: summary }),
    ...(description === undefined ? {} : { description }),
    ...(names.length > 0 ? { parameters: Object.fromEntries(names.map((name) => [name, {}])) } : {}),
    messages: Object.fromEntries(kinds.map((kind) => [kind, reference(`components/messages/${kind}`)])),
    bindings: { ws: { method: 'GET', query: queryOf(openapi, operation), bindingVersion: '0.1.0' } },
  };
}

/** By what a reader chooses. */
function queryOf({ components }: Document, { parameters = [] }: OperationObject): JsonObject {
  const known = (components?.parameters ?? {}) as JsonObject;
  const all = (parameters as readonly JsonObject[]).map((one) => {
    const { $ref } = one;
    return typeof $ref === 'string' ? (known[$ref.replace(/^.*\//, '')] as JsonObject) : one;
  });
  const chosen = all.map(
    ({ name, description = '', schema }) => [name as string, { ...(schema as JsonObject), description }] as const,
  );
  return { type: 'object', properties: inDraft7(Object.fromEntries(chosen)) };
}

/** The gateway sends; who is there receives. */
function operationOf({ components }: Document, { operationId, security = [] }: OperationObject): JsonObject {
  const schemes = components?.securitySchemes ?? {};
  const ways = security
    .flatMap((way) => Object.entries(way))
    .map(([name, scopes]) => securityOf(schemes[name] as JsonObject, scopes));
  const channel = `channels/${operationId}`;
  const messages = (CHANNELS[operationId] ?? []).map((kind) => reference(`${channel}/messages/${kind}`));
  return { action: 'send', channel: reference(channel), messages, security: ways };
}

function securityOf(scheme: JsonObject, scopes: readonly string[]): JsonObject {
  if (scheme.type !== 'oauth2') return { ...scheme, type: 'httpApiKey' };
  const { clientCredentials } = scheme.flows as { readonly clientCredentials: JsonObject };
  const { scopes: all, ...rest } = clientCredentials;
  const availableScopes = Object.fromEntries(scopes.map((scope) => [scope, (all as JsonObject)[scope] ?? '']));
  return { ...scheme, flows: { clientCredentials: { ...rest, availableScopes } }, scopes };
}

/** A CloudEvent as the specifications have one already, with what is this one's own. */
function messageOf(openapi: Document, kind: EventKind): JsonObject {
  const { subject, data, members } = EVENTS[kind];
  const { description: _ofEdges, ...envelope } = schemaIn(openapi, 'EdgeEvent');
  const own = {
    type: { type: 'string', const: EVENT_TYPES[kind] },
    subject: { type: 'string', minLength: 1, maxLength: 128, description: `\`${subject}\`` },
    data: members === undefined ? reference(`components/schemas/${data}`) : partOf(schemaIn(openapi, data), members),
    ...(kind === 'arrival' || kind === 'missed' ? { cursor: reference('components/schemas/Cursor') } : {}),
  };
  const payload = { ...envelope, properties: { ...(envelope.properties as JsonObject), ...own } };
  return { name: EVENT_TYPES[kind], contentType: 'application/json', payload: inDraft7(payload) };
}

/** Of a thing that has changed it is also said what became of it. */
function partOf(schema: JsonObject, members: readonly string[]): JsonObject {
  const properties = { changeType: reference('components/schemas/ChangeType'), ...(schema.properties as JsonObject) };
  const required = ['changeType', ...(schema.required as readonly string[])];
  return {
    type: 'object',
    additionalProperties: false,
    required: members.filter((name) => required.includes(name)),
    properties: Object.fromEntries(members.map((name) => [name, (properties as JsonObject)[name] ?? null])),
  };
}

/** All that is spoken of, and what these speak of. */
function schemasOf(openapi: Document, spoken: Json): JsonObject {
  const found = new Map<string, Json>();
  const look = (node: Json | undefined): void => {
    for (const [, name = ''] of JSON.stringify(node).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (found.has(name)) continue;
      const schema = inDraft7(schemaIn(openapi, name));
      found.set(name, schema);
      look(schema);
    }
  };
  look(spoken);
  return Object.fromEntries(found);
}

function schemaIn({ components }: Document, name: string): JsonObject {
  const schema = ((components?.schemas ?? {}) as JsonObject)[name];
  if (schema === undefined) throw new Error(`the specifications have no schema ${name}`);
  return schema as JsonObject;
}

/** AsyncAPI's schemas are those of JSON Schema draft 7, where a discriminator is a name and nothing stands beside a reference. */
function inDraft7(node: Json): Json {
  if (Array.isArray(node)) return node.map(inDraft7);
  if (typeof node !== 'object' || node === null) return node;
  const members = Object.entries(node as JsonObject).map(([word, value = null]): [string, Json] => {
    const { propertyName } = (word === 'discriminator' ? value : {}) as JsonObject;
    return [word, propertyName ?? inDraft7(value)];
  });
  return inPlaceOfSiblings(Object.fromEntries(members));
}
