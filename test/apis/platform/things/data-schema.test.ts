import { describe, expect, it } from '@jest/globals';
import { dataSchemaOf } from '../../../../src/apis/platform/things/data-schema.js';
import { UNITS } from '../../../../src/apis/platform/things/units.js';
import { document as sensors } from '../../../../generated/sensors.js';
import type { Document } from '../../../../src/http/document.js';

const document = {
  info: { title: 'Crates', version: '1' },
  components: {
    schemas: {
      Crate: {
        type: 'object',
        additionalProperties: false,
        required: ['name'],
        properties: {
          name: { $ref: '#/components/schemas/Name', description: 'Whose it is.' },
          sizes: { type: 'array', maxItems: 3, items: { type: 'number', examples: [1] } },
        },
      },
      Name: { $ref: '#/components/schemas/Word' },
      Word: { type: 'string', maxLength: 8 },
    },
  },
} as unknown as Document;

describe('A data schema', () => {
  it('says the same without references, and nothing that it has no word for', () => {
    expect(dataSchemaOf(document, 'Crate', { sizes: 'qudt:M' })).toEqual({
      type: 'object',
      required: ['name'],
      properties: {
        name: { type: 'string', maxLength: 8, description: 'Whose it is.' },
        sizes: { type: 'array', maxItems: 3, items: { type: 'number' }, unit: 'qudt:M' },
      },
    });
  });

  it('is of something that there is', () => {
    expect(() => dataSchemaOf(document, 'Barrel')).toThrow('#/components/schemas/Barrel');
  });

  it('has a unit for everything that a reading measures, and for nothing that is no more', () => {
    const { properties } = dataSchemaOf(sensors, 'Reading') as { properties: Record<string, { type: string }> };
    const WITHOUT = ['movementCounter', 'measurementSequenceNumber', 'voc', 'nox', 'airQualityIndex'];
    const numbers = Object.keys(properties).filter((name) => ['number', 'integer'].includes(properties[name]?.type ?? ''));
    expect(numbers.filter((name) => !WITHOUT.includes(name)).sort()).toEqual(Object.keys(UNITS).sort());
  });
});
