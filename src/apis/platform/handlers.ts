import { stringify } from 'yaml';
import { document as specification, type operations } from '../../../generated/platform.js';
import type { Access } from '../../auth/access.js';
import type { Authority } from '../../auth/authority.js';
import type { Tickets } from '../../auth/tickets.js';
import { GatewayError } from '../../errors.js';
import type { Document } from '../../http/document.js';
import { joined } from '../../http/joined.js';
import { mapOnce } from '../../http/memo.js';
import { asOpenapi30 } from '../../http/openapi-3-0.js';
import type { Handlers } from '../../http/operations.js';
import type { JsonObject } from '../../json.js';
import { asyncapiOf } from './asyncapi.js';
import type { EventSockets } from './event-sockets.js';
import { EXPOSITION } from './metrics/exposition.js';
import type { Metrics } from './metrics/metrics.js';
import { endedCookie, secretOf, sessionCookie } from './session-cookie.js';
import type { Things } from './things/things.js';
import { topicFilter } from './topics.js';

const NOT_KEPT = Object.freeze({ 'Cache-Control': 'no-store' as const });
const OK = Object.freeze({ status: 'ok' as const });

export interface Platform {
  /** The specifications that are served, by the name of their file. */
  readonly documents: ReadonlyMap<string, Document>;
  /** Who is told what happens. */
  readonly sockets: EventSockets;
  readonly access: Pick<Access, 'sees'>;
  readonly authority: Pick<Authority, 'endpoint' | 'keys' | 'metadata' | 'signIn'>;
  /** Whether anybody needs a token. */
  readonly asksForTokens: boolean;
  readonly tickets: Pick<Tickets, 'make'>;
  readonly metrics: Pick<Metrics, 'write'>;
  readonly things: Pick<Things, 'directory' | 'page' | 'get'>;
}

export function platformHandlers(platform: Platform): Handlers<operations> {
  const { documents, sockets, access, authority, asksForTokens, tickets, metrics, things } = platform;
  const { endpoint, keys, metadata, signIn } = authority;
  const directory = toBytes(things.directory);

  const published = (file: string, form: (document: Document) => JsonObject) => {
    const [stem = '', suffix] = file.split('.');
    const document = stem === WHOLE ? joinedOnce(documents) : documents.get(stem);
    if (!document) {
      const stems = [...documents.keys(), WHOLE].join(', ');
      throw new GatewayError('notFound', `there is no specification ${stem}, only ${stems}`);
    }
    const body = form(document);
    if (suffix === 'json') return { status: 200 as const, body: body as Document };
    return { status: 200 as const, type: 'application/yaml' as const, body: toYaml(body) };
  };

  return {
    Healthz_GET() {
      return { status: 200, body: OK };
    },

    /** Until everything serves, the listener itself answers 503. */
    Readyz_GET() {
      return { status: 200, body: OK };
    },

    Token_POST({ body: form, credentials: { authorization, certificate }, remoteAddress }) {
      return endpoint.answer({ authorization, form, remoteAddress, certificate });
    },

    TokenRevocation_POST({ body: form, credentials: { authorization }, remoteAddress }) {
      return endpoint.revoke({ authorization, form, remoteAddress });
    },

    Tickets_POST({ body, grant }) {
      return { status: 201, headers: NOT_KEPT, body: tickets.make(grant, body.path) };
    },

    Session_GET({ credentials: { cookie }, isSecure }) {
      const stateOfCookie = () => (signIn.goesOn(secretOf(cookie, isSecure)) ? 'SIGNED_IN' : 'SIGNED_OUT');
      return { status: 200, headers: NOT_KEPT, body: { state: asksForTokens ? stateOfCookie() : 'OPEN' } };
    },

    async Session_POST({ body, isSecure, prefix }) {
      const { secret, token, client } = await signIn.begin(body.code);
      return {
        status: 201,
        headers: { ...NOT_KEPT, 'Set-Cookie': sessionCookie(secret, { isSecure, prefix }) },
        body: token,
        client,
      };
    },

    async Session_DELETE({ credentials: { cookie }, isSecure, prefix }) {
      await signIn.end(secretOf(cookie, isSecure));
      return { status: 204, headers: { 'Set-Cookie': endedCookie({ isSecure, prefix }) } };
    },

    async SessionToken_POST({ credentials: { cookie }, isSecure }) {
      const { token, client } = await signIn.renew(secretOf(cookie, isSecure));
      return { status: 200, headers: NOT_KEPT, body: token, client };
    },

    Jwks_GET() {
      return { status: 200, body: keys.jwks() };
    },

    OauthMetadata_GET() {
      return { status: 200, body: metadata };
    },

    Events_GET({ query, grant }) {
      sockets.requireRoom();
      const wants = topicFilter(query.topic);
      return {
        status: 101,
        accept: (socket) => sockets.add(socket, (subject, audience) => access.sees(grant, audience) && wants(subject)),
      };
    },

    async Metrics_GET({ grant }) {
      return { status: 200, type: EXPOSITION, body: await metrics.write(grant) };
    },

    Things_GET({ query: { offset = 0, limit = 50 }, grant }) {
      const { things: shown, link } = things.page(grant, { offset, limit });
      return { status: 200, type: 'application/ld+json', headers: { Link: link }, body: toBytes(shown) };
    },

    ThingsThingId_GET({ path, grant }) {
      return { status: 200, type: 'application/td+json', body: toBytes(things.get(grant, path.thingId)) };
    },

    Wot_GET() {
      return { status: 200, type: 'application/td+json', body: directory };
    },

    OpenapiDocument_GET: ({ path }) => published(path.document, (document) => document),

    OpenapiDocument30_GET: ({ path }) => published(path.document, asOpenapi30Once),

    AsyncapiDocument_GET() {
      return { status: 200, body: asyncapiOnce(joinedOnce(documents)) };
    },
  };
}

/** The name of the document with everything in it. */
const WHOLE = 'umec';
const INFO = {
  ...specification.info,
  title: 'µMEC gateway',
  description: 'Cameras, Bluetooth sensors and pins as standard, discoverable, protected services.',
};

const joinedOnce = mapOnce((documents: ReadonlyMap<string, Document>): Document => {
  const all = [...documents].map(([stem, document]) => withPlace(document, stem));
  return joined(all, { info: INFO, servers: [{ url: '/' }] });
});

/** Its tags say where it is to be had alone. */
function withPlace(document: Document, stem: string): Document {
  const externalDocs = { description: document.info.title, url: `${stem}.json` };
  return { ...document, tags: ((document.tags ?? []) as JsonObject[]).map((tag) => ({ ...tag, externalDocs })) };
}

const asOpenapi30Once = mapOnce(asOpenapi30);
const asyncapiOnce = mapOnce(asyncapiOf);

const toYaml = mapOnce((document: JsonObject): Uint8Array => Buffer.from(stringify(document, { aliasDuplicateObjects: false })));

function toBytes(value: object): Uint8Array {
  return Buffer.from(JSON.stringify(value));
}
