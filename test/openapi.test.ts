import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { document as access } from '../generated/access.js';
import { document as camera } from '../generated/camera.js';
import { document as gpio } from '../generated/gpio.js';
import { document as appSupport } from '../generated/mec011-app-support.js';
import { document as serviceManagement } from '../generated/mec011-service-management.js';
import { document as mp1Legacy } from '../generated/mp1-legacy.js';
import { document as platform } from '../generated/platform.js';
import { document as registry } from '../generated/registry.js';
import { document as sensors } from '../generated/sensors.js';
import { parse } from 'yaml';
import { messageOf } from '../src/errors.js';
import { basePath, operationsOf } from '../src/http/api.js';
import { type Document, type OperationObject, withTokenUrl } from '../src/http/document.js';
import { asOpenapi30 } from '../src/http/openapi-3-0.js';
import { type Schema, Schemas } from '../src/http/schemas.js';
import type { JsonObject } from '../src/json.js';
import { TestGateway } from './gateway.js';
import { bodiesOf } from './openapi-bodies.js';
import { followed } from './security/specifications.js';

const documents: Readonly<Record<string, Document>> = {
  access,
  camera,
  gpio,
  'mec011-app-support': appSupport,
  'mec011-service-management': serviceManagement,
  'mp1-legacy': mp1Legacy,
  platform,
  registry,
  sensors,
};

/** Values that applications choose: JSON bounds a number by itself. */
const UNBOUNDED_NUMBERS = ['sensors', 'registry'].map((stem) => `${stem}#/components/schemas/FieldValue/oneOf/0`);
/** A stream has no end, and what an implementation adds to MEC 011 is its own. */
const OPEN = [
  /multipart~1x-mixed-replace/,
  /implSpecificInfo$/,
  /EndPointInfo\/properties\/alternative$/,
  /properties\/_links$/,
  /properties\/appProfile$/,
];

/** What it gives is kept nowhere. */
const CHANGES_NOTHING = ['CameraLinks_POST', 'CameraInferences_POST', 'Inferences_POST', 'SettingsValidations_POST'];
const SECRET = /secret|token|ticket|signature|password|credential|cookie|assertion|code|key/i;
/** They say how tokens are to be had, which public keys there are, or how many. */
const NO_SECRETS: readonly string[] = [
  ...['tokenEndpoint', 'token_endpoint', 'token_endpoint_auth_methods_supported'],
  ...['token_endpoint_auth_signing_alg_values_supported', 'tls_client_certificate_bound_access_tokens'],
  ...['keys', 'authenticationKeyNum', 'encoder'],
];
/** Every name of a property in what stands there, whatever it refers to. */
function namesIn(document: Document, node: unknown, seen = new Set<unknown>()): string[] {
  if (typeof node !== 'object' || node === null || seen.has(node)) return [];
  seen.add(node);
  const { $ref, properties } = node as { $ref?: string; properties?: object };
  const target = $ref
    ?.slice(2)
    .split('/')
    .reduce<unknown>((at, name) => (at as Record<string, unknown>)[name.replaceAll('~1', '/').replaceAll('~0', '~')], document);
  return [...Object.keys(properties ?? {}), ...Object.values({ ...node, target }).flatMap((one) => namesIn(document, one, seen))];
}
const exempt = (object: OperationObject) => object['x-open'] ?? object['x-any-scope'];

describe.each(Object.entries(documents))('openapi/%s.yaml', (stem, document) => {
  const schemas = [...schemasOf(document, '')];

  it.each(schemas)('bounds what is at $pointer', ({ pointer, schema }) => {
    if (OPEN.some((open) => open.test(pointer))) return;
    expect(unboundedIn(schema).filter(() => !UNBOUNDED_NUMBERS.includes(`${stem}#${pointer}`))).toEqual([]);
  });

  it('names what every generator of clients would name in another way', () => {
    const inline = schemas.filter(({ pointer, schema }) => !HAS_A_NAME.test(pointer) && wantsName(schema));
    expect(inline.map(({ pointer }) => pointer)).toEqual([]);
  });

  it('says by which property the members of a union of objects are told apart', () => {
    const unions = schemas.map(({ pointer, schema }) => ({ pointer, schema, members: membersOf(document, schema) }));
    for (const { pointer, schema, members } of unions.filter(({ members }) => members.length > 1))
      expect([pointer, schema.discriminator]).toEqual([pointer, discriminatorOf(members)]);
  });

  it('says of every moment that it is one', () => {
    const properties = schemas.flatMap(({ schema }) => Object.entries((schema.properties ?? {}) as Record<string, JsonObject>));
    for (const [name, schema] of properties.filter(([name]) => MOMENT.test(name)))
      expect([name, followed(document, schema)]).toEqual([name, expect.objectContaining({ format: 'date-time' })]);
  });

  it.each([
    ['3.1', document],
    ['3.0', asOpenapi30(document) as Document],
  ])('says of bytes that they are bytes, in the words of OpenAPI %s', (_version, one) => {
    for (const { operationId, type, schema } of bodiesOf(one).filter(({ type }) => BYTES.test(type))) {
      const { properties, ...whole } = followed(one, schema);
      expect([operationId, type, properties ?? { whole }]).toEqual([
        operationId,
        type,
        expect.objectContaining(properties ? { picture: IN_BYTES } : { whole: IN_BYTES }),
      ]);
    }
  });

  it('has the operations that clients call by name', () => {
    const known = readFileSync('test/fixtures/operation-ids.txt', 'utf8').split('\n');
    const ids = [...operationsOf(document)].map(({ object }) => `${stem} ${object.operationId}`);
    expect(ids.sort()).toEqual(known.filter((line) => line.startsWith(`${stem} `)));
  });

  it('has schemas that are right to the letter', () => {
    const strict = new Schemas(stem, document);
    const faults = pointersOf(document, '').flatMap((pointer) => faultOf(strict.at(pointer)) ?? []);
    expect(faults).toEqual([]);
  });

  it('lets nothing be compressed that sounds secret', () => {
    const compressed = [...operationsOf(document)].filter(
      ({ method, object }) => method === 'get' && object['x-secret'] === undefined,
    );
    const names = compressed.flatMap(({ object }) => namesIn(document, object.responses['200'] ?? {}));
    expect([...new Set(names)].filter((name) => SECRET.test(name) && !NO_SECRETS.includes(name))).toEqual([]);
  });

  it('names the scopes of every operation, and declares each of them', () => {
    const declared = Object.keys(scopesOf(document));
    const used = [...operationsOf(document)].flatMap(({ object }) => (object.security ?? []).flatMap((one) => one.oauth2 ?? []));
    for (const { object } of operationsOf(document))
      expect([object.operationId, Array.isArray(object.security)]).toEqual([object.operationId, true]);
    const further = [...operationsOf(document)].flatMap(({ object }) => object['x-further-scope'] ?? []);
    expect([...new Set([...used, ...further])].sort()).toEqual([...declared].sort());
    for (const scope of declared) expect(scope).toMatch(/^[a-z0-9_]+:(read|write)$/);
  });

  it('asks the same of whoever comes in another way than by a header', () => {
    for (const { object } of operationsOf(document))
      for (const way of object.security ?? [])
        expect([object.operationId, ...Object.values(way)]).toEqual([object.operationId, object.security?.[0]?.oauth2]);
  });

  it('asks a write of whoever changes something', () => {
    for (const { method, object } of [...operationsOf(document)].filter(
      ({ object }) => !CHANGES_NOTHING.includes(object.operationId),
    ))
      expect([object.operationId, exempt(object) ?? object.security?.[0]?.oauth2?.[0]]).toEqual([
        object.operationId,
        exempt(object) ?? expect.stringMatching(method === 'get' ? /:read$/ : /:write$/),
      ]);
  });
});

describe('the specifications', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await TestGateway.start({ devices: {}, mec: { mp1Legacy: true } });
  });
  afterAll(() => gateway.stop());

  it('are all served, as they are and as YAML', async () => {
    const stems = readdirSync('openapi').flatMap((name) => (/(?<!common)\.yaml$/.test(name) ? [name.replace('.yaml', '')] : []));
    expect(Object.keys(documents).sort()).toEqual(stems.sort());
    const { apis } = parse(readFileSync('redocly.yaml', 'utf8')) as { apis: Record<string, { root: string }> };
    expect(Object.entries(apis).sort()).toEqual(stems.map((stem) => [stem, { root: `openapi/${stem}.yaml` }]));
    for (const stem of stems) {
      const tokenUrl = `${gateway.url}/oauth2/token`;
      expect(await gateway.json(`/openapi/${stem}.json`)).toEqual(withTokenUrl(documents[stem] ?? platform, tokenUrl));
      const yaml = await gateway.get(`/openapi/${stem}.yaml`);
      expect([yaml.headers.get('content-type'), (await yaml.text()).split('\n')[0]]).toEqual([
        'application/yaml',
        'openapi: 3.1.0',
      ]);
      expect(await gateway.json(`/openapi/3.0/${stem}.json`)).toMatchObject({
        openapi: '3.0.3',
        servers: documents[stem]?.servers,
      });
      expect((await (await gateway.get(`/openapi/3.0/${stem}.yaml`)).text()).split('\n')[0]).toBe('openapi: 3.0.3');
    }
    const whole = await gateway.json<Document>('/openapi/umec.json');
    const paths = Object.values(documents).flatMap((document) =>
      Object.keys(document.paths).map((path) => basePath(document) + path),
    );
    expect(new Set(Object.keys(whole.paths))).toEqual(new Set(paths));
    expect(await gateway.json('/openapi/3.0/umec.json')).toMatchObject({ openapi: '3.0.3', tags: whole.tags });
  });

  it('give every operation a name of its own', () => {
    const ids = Object.values(documents).flatMap((document) =>
      [...operationsOf(document)].map(({ object }) => object.operationId),
    );
    expect(ids).toEqual([...new Set(ids)]);
  });
});

type Node = Readonly<Record<string, unknown>>;

function scopesOf(document: Document): object {
  const { components } = document as unknown as {
    components: { securitySchemes: { oauth2: { flows: { clientCredentials: { scopes: object } } } } };
  };
  return components.securitySchemes.oauth2.flows.clientCredentials.scopes;
}

/** Every schema of a document, with where it stands. */
function* schemasOf(node: unknown, pointer: string): Generator<{ pointer: string; schema: Node }> {
  if (typeof node !== 'object' || node === null) return;
  const isSchema = ('type' in node && typeof node.type === 'string') || 'oneOf' in node || 'anyOf' in node;
  if (isSchema && !pointer.includes('/securitySchemes/')) yield { pointer, schema: node };
  for (const [key, value] of Object.entries(node)) {
    if (['examples', 'example', 'enum', 'default'].includes(key)) continue;
    yield* schemasOf(value, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  }
}

/** Where the schemas stand that others are parts of, for a URI's fragment. */
function pointersOf(node: unknown, pointer: string): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const at = `${pointer}/${encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))}`;
    return key === 'schema' || pointer === '/components/schemas' ? [at] : pointersOf(value, at);
  });
}

function faultOf(schema: Schema): string | undefined {
  try {
    schema();
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}

/** What moments are called; `from` may be an address. */
const MOMENT = /^(time|since|until|created|lastSeen)$|At$/;
/** A form of several parts has a picture in it. */
const BYTES = /^(image|video|multipart)\//;
const IN_BYTES = expect.objectContaining({ type: 'string', format: 'binary' }) as unknown;

/** Parts of a composition have its name. */
const HAS_A_NAME = /^\/components\/schemas\/[^/]+(\/allOf\/\d+)?$/;

function wantsName(schema: Node): boolean {
  const { enum: values } = schema as { readonly enum?: readonly unknown[] };
  const isNamed = schema.type === 'string' && (values?.length ?? 0) > 1;
  return isNamed || 'properties' in schema || 'oneOf' in schema || 'anyOf' in schema;
}

/** An object that has a name, in a union. */
interface Member {
  readonly $ref: string;
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, Node>>;
}

function membersOf({ components }: Document, { oneOf, anyOf }: Node): readonly Member[] {
  const refs = ([oneOf, anyOf].flat() as readonly ({ readonly $ref?: string } | undefined)[]).flatMap((one) => one?.$ref ?? []);
  const known = components?.schemas as Readonly<Record<string, Partial<Member>>>;
  return refs.flatMap(($ref) => {
    const { required = [], properties } = known[$ref.replace('#/components/schemas/', '')] ?? {};
    return properties ? [{ $ref, required, properties }] : [];
  });
}

/** What each of them must have, with one value that no other can have. */
function discriminatorOf(members: readonly Member[]): object | string {
  for (const propertyName of members[0]?.required ?? []) {
    const mapping = Object.fromEntries(
      members.flatMap((one) => onlyValueOf(one, propertyName).map((value) => [value, one.$ref])),
    );
    if (Object.keys(mapping).length === members.length) return { propertyName, mapping };
  }
  return 'of a property that each must have, with one value that no other can have';
}

function onlyValueOf({ required, properties }: Member, name: string): readonly string[] {
  const { enum: values = [] } = (properties[name] ?? {}) as { readonly enum?: readonly string[] };
  return required.includes(name) && values.length === 1 ? values : [];
}

/** The bounds that a schema should have and has not. */
function unboundedIn(schema: Node): string[] {
  const wanted: Readonly<Record<string, readonly string[]>> = {
    string: 'enum' in schema ? [] : ['maxLength'],
    array: ['maxItems'],
    integer: 'enum' in schema ? [] : ['minimum', 'maximum'],
    number: ['minimum', 'maximum'],
    object: 'properties' in schema ? [] : ['maxProperties'],
  };
  return (wanted[String(schema.type)] ?? []).filter((bound) => !(bound in schema));
}
