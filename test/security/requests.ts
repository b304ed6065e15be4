import * as fc from 'fast-check';
import type { Document } from '../../src/http/document.js';
import type { Json, JsonObject } from '../../src/json.js';
import type { Arbitraries } from './arbitrary-of.js';
import type { Judge } from './judge.js';
import { nearMisses } from './near-misses.js';
import { followed, type Parameter, type SpecifiedOperation } from './specifications.js';

/** What is asked of one operation, as values; absent is not sent. */
export interface Asked {
  readonly path: Readonly<Record<string, Json>>;
  readonly query: Readonly<Record<string, Json>>;
  readonly header: Readonly<Record<string, Json>>;
  readonly body?: Json;
  /** What is sent behind the query, and is in no specification. */
  readonly more?: string;
}

/** Requests as the specification wants them, and unless only those are wanted, as many in which one thing is wrong. */
export function requestsTo(
  operation: SpecifiedOperation,
  arbitraries: Arbitraries,
  kinds: 'right' | 'right and wrong' = 'right and wrong',
): fc.Arbitrary<Asked> {
  const right = rightRequests(operation, arbitraries);
  if (kinds === 'right') return right;
  const wrong = fc.tuple(right, fc.nat()).map(([asked, at]) => {
    const all = wrongRequests(operation, asked);
    return all[at % all.length] ?? asked;
  });
  return fc.oneof(right, wrong);
}

function rightRequests(operation: SpecifiedOperation, arbitraries: Arbitraries): fc.Arbitrary<Asked> {
  const { document, parameters } = operation;
  const body = bodyOf(operation);
  const among = (place: Parameter['in']) => {
    const here = parameters.filter((parameter) => parameter.in === place);
    const fitting = ({ name, schema }: Parameter) =>
      arbitraries.valid(document, schema, name).filter((value) => canBe(place, value));
    const values = here.map((parameter) => [parameter.name, fitting(parameter)] as const);
    return fc.record(Object.fromEntries(values), {
      requiredKeys: here.filter(({ required }) => required).map(({ name }) => name),
    });
  };
  const parts = { path: among('path'), query: among('query'), header: among('header') };
  if (!body) return fc.record(parts);
  return fc.record({ ...parts, body: arbitraries.valid(document, body, operation.picture && 'picture') });
}

function wrongRequests(operation: SpecifiedOperation, asked: Asked): Asked[] {
  const { document, parameters } = operation;
  const body = bodyOf(operation);
  const all: Asked[] = ['unheard_of=1', 'limit%5B%5D=1', '__proto__=1', 'constructor[prototype]=1', '%00=%00'].map((more) => ({
    ...asked,
    more,
  }));
  for (const { name, in: place, schema } of parameters) {
    const { [name]: value, ...others } = asked[place];
    if (place !== 'path') all.push({ ...asked, [place]: others });
    for (const wrong of nearMisses(document, schema, value ?? '')) {
      if (canBe(place, wrong)) all.push({ ...asked, [place]: { ...others, [name]: wrong } });
    }
  }
  if (!body) return all;
  const { body: sent, ...withoutBody } = asked;
  for (const wrong of nearMisses(document, body, sent ?? null)) all.push({ ...asked, body: wrong });
  return [...all, withoutBody];
}

/** What a body is to be, however it is sent. */
function bodyOf({ body, parts, picture }: SpecifiedOperation): JsonObject | undefined {
  return body ?? parts ?? picture?.schema;
}

/** A path without a name in it is another path, and a header that is not text is none at all. */
function canBe(place: Parameter['in'], value: Json): boolean {
  const [text, ...others] = toTexts(value, true);
  if (place === 'query') return true;
  return text !== undefined && others.length === 0 && (place === 'path' ? text !== '' : /^[\x21-\x7e]*$/.test(text));
}

/** The path and the query of it. */
export function targetOf({ path, parameters }: SpecifiedOperation, asked: Asked): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => segment(toTexts(asked.path[name] as Json, true)[0] ?? ''));
  const pairs = Object.entries(asked.query).flatMap(([name, value]) => {
    const explode = parameters.find((parameter) => parameter.name === name)?.explode ?? true;
    return toTexts(value, explode).map((text) => `${name}=${encodeURIComponent(text)}`);
  });
  if (asked.more !== undefined) pairs.push(asked.more);
  return pairs.length > 0 ? `${filled}?${pairs.join('&')}` : filled;
}

/** Dots alone would be another path to some, so they are encoded. */
function segment(text: string): string {
  return encodeURIComponent(text).replace(/^\.{1,2}$/, (dots) => dots.replaceAll('.', '%2E'));
}

export function headersOf({ header }: Asked): Record<string, string> {
  return Object.fromEntries(Object.entries(header).map(([name, value]) => [name, toTexts(value, true)[0] ?? '']));
}

function toTexts(value: Json, explode: boolean): string[] {
  if (!Array.isArray(value)) return [typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)];
  const texts = value.map((one: Json) => toTexts(one, true)[0] ?? '');
  return explode ? texts : [texts.join()];
}

/** What is wrong with the request by its specification, judged by what is sent, and nothing when all is right. */
export function faultOf(operation: SpecifiedOperation, asked: Asked, judge: Judge): string | undefined {
  const { document, parameters } = operation;
  const body = bodyOf(operation);
  if (asked.more !== undefined) return `query ${asked.more}`;
  for (const parameter of parameters) {
    const { name, in: place, required } = parameter;
    const value = asked[place][name];
    const texts = value === undefined ? [] : toTexts(value, parameter.explode);
    if (texts.length === 0) {
      if (required) return `${place} ${name} is missing`;
      continue;
    }
    const fault = judge.faultOf(document, parameter.schema, read(document, parameter, texts));
    if (fault !== undefined) return `${place} ${name}: ${fault}`;
  }
  if (!body) return undefined;
  return asked.body === undefined ? 'body is missing' : judge.faultOf(document, body, asked.body);
}

/** Text means what the type of its schema says. */
function read(document: Document, { schema, explode }: Parameter, texts: readonly string[]): Json {
  const { type = '', items } = followed(document, schema) as { type?: string; items?: { type?: string } };
  if (type === 'array') return (explode ? texts : (texts[0] ?? '').split(',')).map((text) => scalar(items?.type ?? '', text));
  return texts.length > 1 ? texts : scalar(type, texts[0] ?? '');
}

function scalar(type: string, text: string): Json {
  if (type === 'boolean' && /^(true|false)$/.test(text)) return text === 'true';
  if ((type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) return Number(text);
  return text;
}
