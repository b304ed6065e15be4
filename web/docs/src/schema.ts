import { textOf } from '../../../src/http/api-pages/example-call.js';
import { followed, membersOf, nameOf } from '../../../src/http/api-pages/sample.js';
import type { Document } from '../../../src/http/document.js';
import type { Json, JsonObject } from '../../../src/json.js';
import { element } from './element.js';
import { inline } from './prose.js';
import { texts } from './texts.js';

/** Bounds of a value, as they are said. */
const BOUNDS = [
  ...['minimum', 'exclusiveMinimum', 'maximum', 'exclusiveMaximum', 'minLength', 'maxLength', 'minItems', 'maxItems'],
  ...['pattern', 'const', 'default'],
] as const;

/** What a schema wants: its members, each of which opens when it has some itself; a schema may have itself in it. */
export function schemaNodes(document: Document, node: Json | undefined): readonly Node[] {
  const schema = followed(document, node);
  const choices = (schema.oneOf ?? schema.anyOf ?? []) as readonly Json[];
  const { properties, required } = membersOf(document, schema);
  const members = Object.entries(properties).map(([name, one]) =>
    memberNode(document, name, one ?? true, required.includes(name)),
  );
  return [
    ...(members.length > 0 ? [element('ul', { class: 'members' }, ...members)] : []),
    ...(members.length === 0 && schema.items !== undefined ? schemaNodes(document, schema.items) : []),
    ...(isTold(choices)
      ? [element('p', {}, texts.oneOf), element('ul', {}, ...choices.map((one) => choice(document, one)))]
      : []),
  ];
}

/** Those that say no more than which members stand together are said by the description. */
const isTold = (choices: readonly Json[]): boolean =>
  choices.some((one) => ['$ref', 'type', 'properties', 'allOf', 'enum', 'const'].some((word) => word in (one as JsonObject)));

function choice(document: Document, node: Json): Node {
  return element('li', {}, typeOf(document, node), ...opened(document, node));
}

function memberNode(document: Document, name: string, node: Json, isRequired: boolean): Node {
  const { description = '' } = { ...followed(document, node), ...(node as JsonObject) };
  return element(
    'li',
    {},
    element('code', {}, name),
    ` ${typeOf(document, node)}${isRequired ? `, ${texts.required}` : ''} `,
    element('span', { class: 'faint' }, boundsOf(document, node)),
    ...(description === '' ? [] : [' ', ...inline(textOf(description))]),
    ...opened(document, node),
  );
}

/** What is within a value is made when somebody looks. */
function opened(document: Document, node: Json): readonly Node[] {
  const schema = followed(document, node);
  const item = followed(document, schema.items);
  const within = [schema, item].find(
    (one) => Object.keys(membersOf(document, one).properties).length > 0 || one.oneOf !== undefined,
  );
  if (within === undefined) return [];
  const name = nameOf(node) ?? nameOf(schema.items) ?? '{ … }';
  const details = element('details', {}, element('summary', {}, name));
  details.addEventListener('toggle', () => details.append(...schemaNodes(document, within)), { once: true });
  return [details];
}

/** In a word: what a value is. */
export function typeOf(document: Document, node: Json | undefined): string {
  const schema = followed(document, node);
  const { type, format, items, enum: values } = schema;
  if (values !== undefined) return (values as readonly Json[]).map((one) => JSON.stringify(one)).join(' | ');
  if (type === 'array') return texts.schema.listOf(nameOf(items) ?? typeOf(document, items));
  const names = [type].flat().flatMap((one) => (one === undefined ? [] : [textOf(one)]));
  if (names.length > 0) return names.join(' | ') + (format === undefined ? '' : ` (${textOf(format)})`);
  const [part] = (schema.allOf ?? []) as readonly Json[];
  if (part !== undefined) return typeOf(document, part);
  return (schema.oneOf ?? schema.anyOf) ? texts.schema.oneOf : texts.schema.any;
}

/** How much or how long it may be. */
export function boundsOf(document: Document, node: Json | undefined): string {
  const schema: JsonObject = { ...followed(document, node), ...((node ?? {}) as JsonObject) };
  return BOUNDS.flatMap((word) => (schema[word] === undefined ? [] : [`${word} ${JSON.stringify(schema[word])}`])).join(', ');
}
