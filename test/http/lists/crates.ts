import type { Document } from '../../../src/http/document.js';

/** A specification of crates, whose schema has all that a filter or a selector can come across. */
export const document = {
  openapi: '3.1.0',
  info: { title: 'Crates', version: '1' },
  servers: [{ url: '/crates/v1' }],
  paths: {},
  components: {
    schemas: {
      Crate: {
        description: 'What lists are made of.',
        allOf: [{ $ref: '#/components/schemas/Numbered' }],
        type: 'object',
        required: ['number', 'name', 'address'],
        properties: {
          name: { type: 'string' },
          weight: { type: 'number' },
          kind: { $ref: '#/components/schemas/Kind', description: 'Of what.' },
          isOpen: { type: 'boolean' },
          packed: { type: 'string', format: 'date-time' },
          tags: { type: 'array', items: { type: 'string' } },
          parts: { type: 'array', items: { $ref: '#/components/schemas/Part' } },
          labels: { type: 'object', additionalProperties: { type: 'string' } },
          ports: { type: 'object', additionalProperties: { $ref: '#/components/schemas/Port' } },
          extra: { type: 'object', additionalProperties: true },
          mixed: { oneOf: [{ type: 'number' }, { type: 'string' }, { type: 'boolean' }] },
          nothing: { type: ['integer', 'null'] },
          address: { $ref: '#/components/schemas/Address' },
          inner: { $ref: '#/components/schemas/Crate' },
        },
      },
      Numbered: { type: 'object', properties: { number: { type: 'integer' } } },
      Kind: { type: 'string', enum: ['FRUIT', 'TOOLS'] },
      Part: {
        type: 'object',
        required: ['id', 'form'],
        properties: {
          id: { type: 'integer' },
          color: { type: 'string' },
          form: {
            type: 'object',
            properties: { width: { type: 'number' }, holes: { type: 'array', items: { type: 'number' } } },
          },
          screws: { type: 'array', items: { type: 'integer' } },
        },
      },
      Port: {
        type: 'object',
        properties: {
          number: { type: 'integer' },
          protocol: { type: 'string' },
          hosts: { type: 'array', items: { type: 'string' } },
        },
      },
      Address: {
        type: 'object',
        minProperties: 1,
        oneOf: [{ required: ['uris'] }, { required: ['hosts'] }],
        properties: { uris: { type: 'array', items: { type: 'string' } }, hosts: { type: 'array', items: { type: 'string' } } },
      },
    },
  },
} as unknown as Document;

export interface Crate {
  readonly number: number;
  readonly name: string;
  readonly [attribute: string]: unknown;
}

export const crate = (number: number, attributes: object = {}): Crate => ({
  number,
  name: `crate ${number}`,
  address: { uris: ['http://x/'] },
  ...attributes,
});
