import { describe, expect, it } from '@jest/globals';
import { document as gpio } from '../../generated/gpio.js';
import { document as platform } from '../../generated/platform.js';
import { document as sensors } from '../../generated/sensors.js';
import { operationsOf, scopesOf } from '../../src/http/api.js';
import type { Document } from '../../src/http/document.js';
import { joined } from '../../src/http/joined.js';
import type { Json, JsonObject } from '../../src/json.js';
import { operations, specifications } from '../security/specifications.js';

const about = { info: platform.info, servers: [{ url: '/' }] };
const documents = Object.values(specifications);
const whole = joined(documents, about);

describe('All specifications in one', () => {
  it('have every operation at its whole address, and each name of one once', () => {
    const there = [...operationsOf(whole)].map(({ method, path, object }) => `${object.operationId} ${method} ${path}`);
    expect(there.sort()).toEqual(operations.map(({ operationId, method, path }) => `${operationId} ${method} ${path}`).sort());
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  });

  it('ask for what each asks for', () => {
    const asked = new Map([...operationsOf(whole)].map(({ object }) => [object.operationId, object.security]));
    for (const { document, operationId, method, path } of operations) {
      const own = [...operationsOf(document)].find(({ object }) => object.operationId === operationId);
      expect([method, path, asked.get(operationId)]).toEqual([method, path, own?.object.security ?? document.security]);
    }
    expect(new Set(scopesOf(whole))).toEqual(new Set(documents.flatMap((document) => scopesOf(document))));
  });

  it('refer to nothing that is not there', () => {
    const leading = [...references(whole)].filter((reference) => at(whole, reference) === undefined);
    expect(leading).toEqual([]);
  });

  it('have each tag once, so that no two of them end in one class', () => {
    const names = (whole.tags as readonly { readonly name: string }[]).map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
    const used = [...operationsOf(whole)].flatMap(({ object }) => object.tags as readonly string[]);
    expect(new Set(used)).toEqual(new Set(names));
  });

  it('are not made when a name would stand for different things', () => {
    const schemas = { ...(gpio.components?.schemas as JsonObject), Tag: { type: 'string' } };
    expect(() => joined([sensors, { ...gpio, components: { ...gpio.components, schemas } }], about)).toThrow(
      'components/schemas/Tag stands for different things',
    );
    expect(() => joined([sensors, { ...gpio, servers: sensors.servers, paths: { '/tags': {} } }], about)).toThrow(
      'paths//sensors/v1/tags stands for different things',
    );
  });
});

function* references(node: Json | undefined): Generator<string> {
  if (typeof node !== 'object' || node === null) return;
  for (const [word, value] of Object.entries(node) as [string, Json][]) {
    if (word === '$ref' && typeof value === 'string') yield value;
    else yield* references(value);
  }
}

const at = (document: Document, reference: string): Json | undefined =>
  reference
    .slice('#/'.length)
    .split('/')
    .reduce<Json | undefined>((node, key) => (node as JsonObject | undefined)?.[key], document);
