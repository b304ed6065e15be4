import { stringify } from 'yaml';
import type { operations } from '../../../generated/platform.js';
import { GatewayError } from '../../errors.js';
import type { Document } from '../../http/document.js';
import { mapOnce } from '../../http/memo.js';
import type { Handlers } from '../../http/operations.js';
import type { EventSockets } from './event-sockets.js';
import { topicFilter } from './topics.js';

const OK = Object.freeze({ status: 'ok' as const });

/**
 * @param documents the specifications that are served, by the name of their file
 * @param sockets who is told what happens
 */
export function platformHandlers(documents: ReadonlyMap<string, Document>, sockets: EventSockets): Handlers<operations> {
  return {
    Healthz_GET() {
      return { status: 200, body: OK };
    },

    /** Until everything serves, the listener itself answers 503. */
    Readyz_GET() {
      return { status: 200, body: OK };
    },

    Events_GET({ query }) {
      sockets.requireRoom();
      const wants = topicFilter(query.topic);
      return { status: 101, accept: (socket) => sockets.add(socket, wants) };
    },

    OpenapiDocument_GET({ path }) {
      const [stem = '', form] = path.document.split('.');
      const document = documents.get(stem);
      if (!document)
        throw new GatewayError('notFound', `there is no specification ${stem}, only ${[...documents.keys()].join(', ')}`);
      return form === 'json'
        ? { status: 200, body: document }
        : { status: 200, type: 'application/yaml', body: toYaml(document) };
    },
  };
}

const toYaml = mapOnce((document: Document): Uint8Array => Buffer.from(stringify(document, { aliasDuplicateObjects: false })));
