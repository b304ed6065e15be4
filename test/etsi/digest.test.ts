import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ROOT } from '../docs/blocks.js';
import { tempDirectory } from '../temp-directory.js';
import { digest, formatFact, parseFact } from './digest.js';

const small = `
openapi: 3.1.0
info: { title: Small, version: 1 }
paths:
  /things/{thingId}/:
    parameters: [{ name: thingId, in: path, required: true, schema: { type: string } }]
    put:
      description: A sentence that is not ours to keep.
      parameters:
        - { $ref: '#/components/parameters/color' }
        - { name: If-Match, in: header, schema: { type: string } }
      requestBody: { content: { application/json: { schema: { properties: { Thing: { $ref: '#/components/schemas/Thing' } } } } } }
      responses:
        '200':
          headers: { Location: { required: true, schema: { type: string } } }
          content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Thing' } } } }
        '404': { content: { application/problem+json: { schema: { properties: { detail: { type: string } } } } } }
components:
  parameters:
    color: { name: color, in: query, schema: { type: string, enum: [RED, BLUE] } }
  schemas:
    Thing:
      description: Another sentence.
      required: [name]
      properties:
        name: { type: string, description: Told. }
        kind: { type: string, enum: [SEE_DESCRIPTION] }
        parts: { type: array, items: { $ref: '#/components/schemas/Thing' } }
    ThingNotification:
      properties: { thing: { type: string, const: ONE } }
`;

describe('scripts/digest-openapi.mjs', () => {
  it('prints the facts of a file, and none of its sentences', () => {
    using directory = tempDirectory();
    const file = join(directory.path, 'small.yaml');
    writeFileSync(file, small);
    const { stdout, stderr } = run(file, 'made up here');
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({
      origin: 'made up here',
      title: 'Small',
      version: '1',
      operations: {
        'PUT /things/{}': {
          query: ['color string RED,BLUE'],
          header: ['if-match string'],
          request: ['name* string', 'kind string', 'parts array'],
          responses: {
            '200': {
              header: ['location* string'],
              body: [' array', '[] object', '[].name* string', '[].kind string', '[].parts array'],
            },
            '404': {},
          },
        },
      },
      notifications: { ThingNotification: ['thing string ONE'] },
    });
  });

  it('says what it needs', () => {
    expect(run()).toMatchObject({ status: 1, stderr: expect.stringContaining('expected a file and its origin') });
  });
});

describe('digest', () => {
  const facts = (schema: object) => {
    const response = { content: { 'application/json': { schema } } };
    const paths = { '/': { get: { responses: { '200': response } } } };
    return digest({ info: { title: '', version: '' }, paths }).operations['GET /']?.responses['200']?.body;
  };
  const a = { type: 'string' };

  it('takes for required what all of several alternatives require', () => {
    const oneOf = [{ required: ['a', 'b'] }, { required: ['a'] }];
    expect(facts({ properties: { a, b: a }, oneOf })).toEqual(['a* string', 'b string']);
  });

  it('takes for required what any of several parts requires', () => {
    expect(facts({ allOf: [{ properties: { a } }, { required: ['a'] }] })).toEqual(['a* string']);
  });

  it('compares the members of a list and of an object that stand for each other each with its own', () => {
    const one = { type: 'object', required: ['a'], properties: { a } };
    expect(facts({ properties: { one: { oneOf: [one, { type: 'array', items: one }] } } })).toEqual([
      'one array/object',
      'one.a* string',
      'one[] object',
      'one[].a* string',
    ]);
  });

  it('knows no property of which only the name is required', () => {
    expect(facts({ required: ['b'], properties: { a } })).toEqual(['a string']);
  });

  it('refuses a reference that leads nowhere', () => {
    expect(() => facts({ $ref: '#/components/schemas/Lost' })).toThrow('#/components/schemas/Lost leads nowhere');
  });

  it.each(['[].state* string ACTIVE,INACTIVE', ' array', 'security.(extensions) any'])('reads "%s" as it writes it', (line) => {
    expect(formatFact(parseFact(line))).toBe(line);
  });

  it('refuses a line that is none', () => {
    expect(() => parseFact('state')).toThrow('"state" is no line of a digest');
  });
});

function run(...args: readonly string[]) {
  return spawnSync(process.execPath, [join(ROOT, 'scripts/digest-openapi.mjs'), ...args], { encoding: 'utf8' });
}
