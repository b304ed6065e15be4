import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { document as sensors } from '../../generated/sensors.js';
import type { Document } from '../../src/http/document.js';
import { joined } from '../../src/http/joined.js';
import { asOpenapi30, spdx } from '../../src/http/openapi-3-0.js';
import type { Json, JsonObject } from '../../src/json.js';
import { specifications } from '../security/specifications.js';
import { tempDirectory } from '../temp-directory.js';

const whole = joined(Object.values(specifications), { info: sensors.info, servers: [{ url: '/' }] });
const documents: [string, Document][] = [...Object.entries(specifications), ['umec', whole]];

describe('A specification in the words of OpenAPI 3.0', () => {
  it.each(documents)('loses nothing: %s can be made again from it', (_stem, document) => {
    expect(asOpenapi31(asOpenapi30(document))).toEqual(document);
  });

  it('is one, as redocly reads it', async () => {
    using directory = tempDirectory();
    const files = documents.map(([stem, document]) => {
      const file = join(directory.path, `${stem}.json`);
      writeFileSync(file, JSON.stringify(asOpenapi30(document)));
      return file;
    });
    const lint = [
      'node_modules/@redocly/cli/bin/cli.js',
      'lint',
      '--extends=spec',
      '--skip-rule=spec-strict-refs',
      '--format=stylish',
      ...files,
    ];
    const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
    const faults = await promisify(execFile)(process.execPath, lint, { env }).then(
      () => '',
      (failed: unknown) => (failed as { stdout: string }).stdout,
    );
    expect(faults).toBe('');
  });

  it.each<[string, JsonObject]>([
    ['const', { const: 1 }],
    ['several types', { type: ['string', 'null'] }],
    ['a bound that is excluded', { exclusiveMinimum: 0 }],
    ['a condition', { if: {}, then: {} }],
    ['a tuple', { prefixItems: [{}] }],
  ])('is not made of what 3.0 cannot say: %s', (_what, schema) => {
    const components = { ...sensors.components, schemas: { Value: { properties: { value: schema } } } };
    const [word = ''] = Object.keys(schema);
    expect(() => asOpenapi30({ ...sensors, components })).toThrow(
      `components/schemas/Value/properties/value/${word} has no form in OpenAPI 3.0`,
    );
  });

  it('has no union but of types, for what generators make of one', () => {
    const asked = {
      type: 'object',
      properties: { a: {}, b: {} },
      oneOf: [{ required: ['a'] }, { required: ['b'], not: { required: ['a'] } }],
    };
    const value = { oneOf: [{ type: 'string' }, { type: 'number' }] };
    const { components } = asOpenapi30({ ...sensors, components: { ...sensors.components, schemas: { asked, value } } });
    const { oneOf, ...rest } = asked;
    expect((components as { schemas: JsonObject }).schemas).toEqual({ asked: { ...rest, 'x-oneOf': oneOf }, value });
  });

  it('has no length of bytes, and no set, for what generators make of them', () => {
    const bytes = { type: 'string', format: 'binary', maxLength: 9 };
    const set = { type: 'array', items: { type: 'string', maxLength: 9 }, uniqueItems: true };
    const { components } = asOpenapi30({ ...sensors, components: { ...sensors.components, schemas: { bytes, set } } });
    expect((components as { schemas: JsonObject }).schemas).toEqual({
      bytes: { type: 'string', format: 'binary', 'x-maxLength': 9 },
      set: { type: 'array', items: { type: 'string', maxLength: 9 }, 'x-uniqueItems': true },
    });
  });

  it('keeps names and values that are spelt like words', () => {
    const Value = {
      properties: { const: { type: 'string', enum: ['a'], default: { const: 1 } }, propertyNames: { type: 'string' } },
    };
    const { components } = asOpenapi30({ ...sensors, components: { ...sensors.components, schemas: { Value } } });
    expect((components as { schemas: JsonObject }).schemas.Value).toEqual(Value);
  });
});

/** The way back, of what the way there makes. */
function asOpenapi31(document: JsonObject): JsonObject {
  const info = document.info as JsonObject & { readonly license: { readonly name: string; readonly url: string } };
  const identifier = 'Apache-2.0';
  expect(info.license.url).toBe(spdx(identifier));
  const license = { name: info.license.name, identifier };
  return { ...(restored(document) as JsonObject), openapi: '3.1.0', info: { ...info, license } };
}

function restored(node: Json | undefined): Json {
  if (Array.isArray(node)) return node.map(restored);
  if (typeof node !== 'object' || node === null) return node ?? null;
  const {
    allOf,
    example,
    'x-examples': others = [],
    ...rest
  } = Object.fromEntries(
    Object.entries(node).map(([word, value]) => [
      word.replace(/^x-(propertyNames|uniqueItems|oneOf|anyOf|maxLength)$/, '$1'),
      restored(value),
    ]),
  );
  const object = { ...rest, ...asExamples(node as JsonObject, example, others as Json[]) };
  if (!Array.isArray(allOf)) return allOf === undefined ? object : { allOf, ...object };
  return allOf.length === 1 ? { ...(allOf[0] as object), ...object } : { allOf, ...object };
}

/** What has a schema, a parameter or a body, has one in 3.1 too. */
function asExamples({ schema }: JsonObject, example: Json | undefined, others: readonly Json[]): JsonObject {
  if (example === undefined) return {};
  return schema === undefined ? { examples: [example, ...others] } : { example };
}
