import { sampleOf } from '../../../src/http/api-pages/sample.js';
import type { Document } from '../../../src/http/document.js';
import type { Json, JsonObject } from '../../../src/json.js';
import { addressOf } from '../../src/root.js';
import { codeBlock } from './code-block.js';
import { element } from './element.js';
import { loaded } from './loaded.js';
import { inline, prose } from './prose.js';
import { schemaNodes } from './schema.js';
import { texts } from './texts.js';

/** Where a gateway says what it tells, from its root. */
const PLACE = 'asyncapi/events.json';

interface Channel {
  readonly address: string;
  readonly title: string;
  readonly description: string;
  readonly messages: JsonObject;
}
interface Message {
  readonly name: string;
  readonly payload: JsonObject & { readonly properties: JsonObject & { readonly subject: { readonly description: string } } };
}
/** The parts of an AsyncAPI document that are shown. */
interface Asyncapi {
  readonly channels: Readonly<Record<string, Channel>>;
  readonly components: { readonly messages: Readonly<Record<string, Message>> };
}

/** What is told through WebSockets, and what each event has in it. */
export function eventsPage(): readonly Node[] {
  const section = element('section');
  void loaded(PLACE, section).then((asyncapi) => section.replaceChildren(...nodesOf(asyncapi as unknown as Asyncapi)));
  return [section];
}

function nodesOf(asyncapi: Asyncapi): readonly Node[] {
  return [
    element('h2', {}, texts.events),
    ...prose(texts.eventsIntroduction),
    element('p', {}, texts.asyncapi, element('a', { href: addressOf(PLACE), download: 'umec-events.json' }, 'events.json')),
    element('h3', {}, texts.channels),
    ...Object.entries(asyncapi.channels).flatMap(([operationId, channel]) => channelNodes(operationId, channel, asyncapi)),
    element('h3', {}, texts.messages),
    ...Object.values(asyncapi.components.messages).map((message) => messageNode(asyncapi, message)),
  ];
}

function channelNodes(
  operationId: string,
  { address, title, description, messages }: Channel,
  asyncapi: Asyncapi,
): readonly Node[] {
  const types = Object.keys(messages).map((kind) =>
    element('li', {}, element('code', {}, asyncapi.components.messages[kind]?.name ?? kind)),
  );
  return [
    element('h4', {}, element('a', { href: `#${operationId}` }, title)),
    element('p', {}, element('code', {}, address)),
    ...prose(description),
    element('ul', {}, ...types),
  ];
}

function messageNode(asyncapi: Asyncapi, { name, payload }: Message): Node {
  const title = [element('code', {}, name), ' ', ...inline(payload.properties.subject.description)];
  const details = element('details', {}, element('summary', {}, ...title));
  // an AsyncAPI document has its schemas where an OpenAPI document has them
  const document = asyncapi as unknown as Document;
  const show = () => {
    const sample: Json = sampleOf(document, payload);
    details.append(codeBlock(texts.example, JSON.stringify(sample, undefined, 2)), ...schemaNodes(document, payload));
  };
  details.addEventListener('toggle', show, { once: true });
  return details;
}
