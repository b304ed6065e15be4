import { type DocumentedOperation, type ExampleCall, textOf } from '../../../src/http/api-pages/example-call.js';
import { followed, sampleOf } from '../../../src/http/api-pages/sample.js';
import type { Document, OperationObject } from '../../../src/http/document.js';
import type { Json, JsonObject } from '../../../src/json.js';
import { codeBlock } from './code-block.js';
import { element } from './element.js';
import { examples } from './examples.js';
import { inline, prose } from './prose.js';
import { boundsOf, schemaNodes, typeOf } from './schema.js';
import { texts } from './texts.js';
import { tryIt } from './try-it.js';

/** Everything there is to say of one operation. */
export function operationPage(document: Document, operation: DocumentedOperation, call: ExampleCall): readonly Node[] {
  const { object, item } = operation;
  const parameters = [...((item.parameters ?? []) as Json[]), ...((object.parameters ?? []) as Json[])];
  const answers = Object.entries(object.responses);
  return [
    element('h2', {}, textOf(object.summary ?? object.operationId)),
    element('p', {}, element('code', {}, `${operation.method.toUpperCase()} ${operation.template}`)),
    element('p', { class: 'faint' }, ...inline(tokenOf(object, call))),
    ...prose(textOf(object.description ?? '')),
    ...section(
      texts.parameters,
      [element('ul', {}, ...parameters.map((one) => parameterLine(document, one)))],
      parameters.length,
    ),
    ...section(texts.body, object.requestBody ? contentNodes(document, followed(document, object.requestBody)) : []),
    ...section(texts.examples, examples(call)),
    ...section(texts.tryIt, tryIt(document, operation, call)),
    ...section(
      texts.answers,
      answers.map(([status, one]) => answerNode(document, status, one)),
    ),
  ];
}

function section(title: string, nodes: readonly Node[], count = nodes.length): readonly Node[] {
  return count === 0 ? [] : [element('h3', {}, title), ...nodes];
}

function tokenOf(
  { security = [], 'x-any-scope': anyScope, 'x-open': why = '' }: OperationObject,
  { needsToken }: ExampleCall,
): string {
  if (!needsToken) return texts.open(why);
  const scopes = new Set(security.flatMap((way) => Object.values(way).flat()));
  return anyScope === undefined ? texts.scopes([...scopes].join(', ')) : texts.anyScope;
}

function parameterLine(document: Document, node: Json): Node {
  const { name, in: place, description = '', required, schema } = followed(document, node);
  const about = [textOf(place ?? ''), typeOf(document, schema), ...(required === true ? [texts.required] : [])].join(', ');
  const bounds = element('span', { class: 'faint' }, boundsOf(document, schema));
  return element('li', {}, element('code', {}, textOf(name ?? '')), ` (${about}) `, bounds, ' ', ...inline(textOf(description)));
}

function answerNode(document: Document, status: string, node: Json): Node {
  const answer = followed(document, node);
  const title = [element('code', {}, status), ' ', ...inline(textOf(answer.description ?? ''))];
  if (answer.content === undefined) return element('p', { class: 'answer' }, ...title);
  const details = element('details', {}, element('summary', {}, ...title));
  details.addEventListener('toggle', () => details.append(...contentNodes(document, answer, /^[12]/.test(status))), {
    once: true,
  });
  return details;
}

/** What may be sent or answered, by media type. @param isGood whether a value is made up where the document shows none */
function contentNodes(document: Document, { content = {} }: JsonObject, isGood = true): readonly Node[] {
  return Object.entries(content as Readonly<Record<string, JsonObject>>).flatMap(([type, media]) => {
    const isShown = media.example !== undefined || media.examples !== undefined || (isGood && type.includes('json'));
    const sample = isShown ? sampleOf(document, media) : undefined;
    return [
      element('p', { class: 'faint' }, `${type}: ${typeOf(document, media.schema)}`),
      ...(sample === undefined ? [] : [codeBlock(texts.example, typeof sample === 'string' ? sample : pretty(sample))]),
      ...schemaNodes(document, media.schema),
    ];
  });
}

const pretty = (value: Json): string => JSON.stringify(value, undefined, 2);
