import { pathWith } from '../../../src/http/api-pages/example-call.js';
import { addressOf } from '../../src/root.js';
import type { Field } from './field.js';

/** The address that a form asks for, as OpenAPI says of its parameters: a list is repeated, or has commas between its values. */
export function addressWith(template: string, fields: readonly Field[]): string {
  const query = fields.filter(({ place }) => place === 'query').flatMap(queryOf);
  const path = addressOf(pathWith(template, firstValues(fields, 'path')));
  return query.length === 0 ? path : `${path}?${query.join('&')}`;
}

/** The values of what is no list. @param wanted where they stand in a request */
export function firstValues(fields: readonly Field[], wanted: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fields.flatMap(({ place, name, values }) => (place === wanted ? values().map((value) => [name, value]) : [])),
  );
}

function queryOf({ name, values, isRepeated }: Field): readonly string[] {
  const escaped = values().map(encodeURIComponent);
  if (escaped.length === 0) return [];
  return (isRepeated ? escaped : [escaped.join(',')]).map((value) => `${encodeURIComponent(name)}=${value}`);
}
