import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { operationsOf } from '../src/http/api.js';
import type { Document } from '../src/http/document.js';
import type { Json, JsonObject } from '../src/json.js';
import { followed, specifications } from './security/specifications.js';

const ajv = new Ajv({ strict: false, validateSchema: false });
addFormats.default(ajv);

describe.each(Object.entries(specifications))('openapi/%s.yaml', (_stem, document) => {
  it.each(parametersOf(document))(
    'shows $name of $operationId by an example, where its schema does not say enough',
    (parameter) => {
      const { schema, examples, wantsNone } = parameter;
      expect({ ...parameter, isShown: wantsNone || saysEnough(schema) || examples.length > 0 }).toMatchObject({ isShown: true });
      for (const example of examples) expect([example, ajv.validate(schema, example)]).toEqual([example, true]);
    },
  );
});

interface Parameter {
  readonly operationId: string;
  readonly name: string;
  readonly schema: JsonObject;
  readonly examples: readonly Json[];
  /** What stands in no address, and where a page ended: nobody makes that up. */
  readonly wantsNone: boolean;
}

function parametersOf(document: Document): readonly Parameter[] {
  return [...operationsOf(document)].flatMap(({ item, object: { operationId, parameters = [] } }) =>
    [item.parameters ?? [], parameters].flatMap((listed) =>
      (listed as readonly Json[])
        .map((one) => followed(document, one) as Specified)
        .map(({ in: place, name, example, examples = {}, ...rest }) => {
          const schema = whole(document, rest.schema);
          const named = Object.values(examples).map(({ value }) => value);
          const ofSchema = (schema.examples ?? []) as readonly Json[];
          const shown = [...(example === undefined ? [] : [example]), ...named, ...ofSchema];
          const wantsNone = place === 'header' || name === 'nextpage_opaque_marker';
          return { operationId, name, schema, examples: shown, wantsNone };
        }),
    ),
  );
}

interface Specified extends JsonObject {
  readonly in: string;
  readonly name: string;
  readonly schema: JsonObject;
  readonly example?: Json;
  readonly examples?: Readonly<Record<string, { readonly value: Json }>>;
}

/** With no references in it. */
function whole(document: Document, schema: JsonObject): JsonObject {
  const { items, ...rest } = followed(document, schema);
  return items === undefined ? rest : { ...rest, items: whole(document, items as JsonObject) };
}

/** A number, yes or no, one of a closed set, nothing at all, or what it is unless given. */
function saysEnough({ type, enum: values, default: usual, maxLength, items }: JsonObject): boolean {
  if (type === 'array') return saysEnough(items as JsonObject);
  return type !== 'string' || values !== undefined || usual !== undefined || maxLength === 0;
}
