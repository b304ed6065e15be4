import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { parseConfig } from '../../src/config/config.js';
import { variableOf } from '../../src/config/environment.js';
import { schema } from '../../src/config/schema.js';
import { settings } from '../../src/config/settings.js';
import { readPage, tableRows } from './blocks.js';

/** The part of JSON Schema that tells defaults and bounds. */
interface Shape {
  readonly default?: unknown;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly additionalProperties?: Shape & { readonly oneOf?: readonly Shape[] };
}

const page = readPage('docs/configuration.md');
const shape = z.toJSONSchema(schema, { io: 'input' }) as Shape;
const rows = tableRows(page, 'Setting');
/** Of these the default or the bounds are told in words. */
const inWords = ['devices.radios', 'devices.cameras', 'devices.chips'];
/** Of these keys of drivers, too. */
const keysInWords = ['label', 'lines'];

describe('docs/configuration.md', () => {
  it('lists every setting that there is, and no other, in the order of the code', () => {
    expect(rows.map(([setting]) => setting)).toEqual([...settings()].map((path) => path.join('.')));
  });

  it('names the variable of each', () => {
    expect(rows.map(([, variable]) => variable)).toEqual([...settings()].map(variableOf));
  });

  it.each(rows)('says what %s is when nobody says', (setting, _variable, fallback) => {
    if (inWords.includes(setting)) return;
    expect(fallback).toBe(defaultOf(at(setting.split('.'))));
  });

  it.each(rows)('says what %s may be', (setting, _variable, _fallback, bounds) => {
    const expected = boundsOf(at(setting.split('.')));
    if (expected !== undefined) expect(bounds).toBe(expected);
  });

  it('lists every key of every driver, with its default and bounds', () => {
    const fallbackOf = (key: string, fallback: string) => (keysInWords.includes(key) ? 'in words' : fallback);
    const listed = tableRows(page, 'Driver').map(([driver, key = '', fallback = '']) => [driver, key, fallbackOf(key, fallback)]);
    expect(listed).toEqual(
      driverKeys().map(({ driver, key, shape, required }) => [
        driver,
        key,
        fallbackOf(key, required ? 'required' : defaultOf(shape)),
      ]),
    );
    const bounds = tableRows(page, 'Driver').map(([, , , bounds]) => bounds);
    driverKeys().forEach(({ shape }, index) => {
      const expected = boundsOf(shape);
      if (expected !== undefined) expect(bounds[index]).toBe(expected);
    });
  });

  it('lists every key of a line, with its default', () => {
    const [chip] = at(['devices', 'chips']).additionalProperties?.oneOf ?? [];
    const line = chip?.properties?.lines?.additionalProperties;
    const listed = tableRows(page, 'Key of a line').map(([key, fallback]) => [key, fallback]);
    expect(listed).toEqual(
      Object.entries(line?.properties ?? {}).map(([key, shape]) => {
        if (key === 'line') return [key, 'its name here'];
        return [key, line?.required?.includes(key) ? 'required' : defaultOf(shape)];
      }),
    );
  });

  it('says which addresses may be listened on, and how a variable is written', () => {
    expect(() => parseConfig({ http: { listen: '0.0.0.0:8080' }, auth: { mode: 'none' } }, {})).toThrow('loopback');
    const [, name = '', value = ''] = /`(UMEC_HTTP_HOSTS)='(.*)'`/.exec(page) ?? [];
    expect(parseConfig({}, { [name]: value }).http.hosts).toEqual(['gateway.local:8080']);
  });
});

function at(path: readonly string[]): Shape {
  return path.reduce<Shape>((node, key) => node.properties?.[key] ?? {}, shape);
}

function defaultOf({ default: value }: Shape): string {
  if (value === undefined) return 'none';
  if (value === '') return 'empty';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The words of the page for bounds; undefined where it has its own. */
function boundsOf({
  type,
  const: only,
  enum: values,
  minimum,
  maximum,
  minLength,
  maxLength,
  maxItems,
}: Shape): string | undefined {
  if (typeof only === 'string') return only;
  if (values) return values.join(', ');
  if (type === 'boolean') return 'true, false';
  if (minimum !== undefined && maximum === Number.MAX_SAFE_INTEGER) return `from ${minimum}`;
  if (minimum !== undefined && maximum !== undefined) return `${minimum} to ${maximum}`;
  if (maxItems !== undefined) return `up to ${maxItems}`;
  if (maxLength !== undefined)
    return minLength === undefined ? `up to ${maxLength} characters` : `${minLength} to ${maxLength} characters`;
  return undefined;
}

function driverKeys() {
  return ['radios', 'cameras', 'chips'].flatMap((kind) =>
    (at(['devices', kind]).additionalProperties?.oneOf ?? []).flatMap(({ properties, required }) =>
      Object.entries(properties ?? {})
        .filter(([key]) => key !== 'driver')
        .map(([key, shape]) => ({ driver: properties?.driver?.const, key, shape, required: required?.includes(key) })),
    ),
  );
}
