import type { JsonObject } from '../../../json.js';
import type { Gateway } from '../../../registry/own-services.js';
import type { DataSchema } from './data-schema.js';
import { QUDT } from './units.js';

/** @see W3C WoT Thing Description 1.1, clause 5.3.1.1 */
export interface ThingDescription {
  readonly '@context': readonly (string | JsonObject)[];
  readonly '@type': string;
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  /** Against which every `href` below is to be resolved; ends with a slash. */
  readonly base: string;
  readonly securityDefinitions: JsonObject;
  readonly security: readonly string[];
  readonly properties: Readonly<Record<string, JsonObject>>;
  readonly actions?: Readonly<Record<string, JsonObject>>;
  readonly events?: Readonly<Record<string, JsonObject>>;
  readonly links: readonly JsonObject[];
}

/** What one kind of thing has of its own. */
export interface Affordances {
  readonly '@type': string;
  readonly description: string;
  readonly properties: Readonly<Record<string, JsonObject>>;
  readonly events: Readonly<Record<string, JsonObject>>;
  readonly links: readonly JsonObject[];
}

/** How an affordance is reached. */
export interface FormParts {
  readonly op: readonly string[];
  /** From the gateway's base, without a slash at the beginning; or absolute. */
  readonly href: string;
  readonly contentType: string;
  readonly scopes: readonly string[];
}

export const CONTEXT = 'https://www.w3.org/2022/wot/td/v1.1';
const VOCABULARIES = Object.freeze({ ...QUDT, saref: 'https://saref.etsi.org/core/' });

/** What is the same for all: where the gateway is, and how to get a token. */
export function thingDescription(
  { id, title, ...own }: Affordances & { readonly id: string; readonly title: string },
  gateway: Gateway,
): ThingDescription {
  return { '@context': [CONTEXT, VOCABULARIES], id, title, base: `${gateway.url}/`, ...securityOf(gateway), ...own };
}

/** @see W3C WoT Thing Description 1.1, clause 5.3.3.10: OAuth 2.0 client credentials */
export function securityOf({ tokenEndpoint }: Gateway): Pick<ThingDescription, 'securityDefinitions' | 'security'> {
  return tokenEndpoint === undefined
    ? { securityDefinitions: { none: { scheme: 'nosec' } }, security: ['none'] }
    : {
        securityDefinitions: { client: { scheme: 'oauth2', flow: 'client', token: tokenEndpoint } },
        security: ['client'],
      };
}

/** A property that can only be read. */
export function readable(title: string, data: DataSchema, form: Omit<FormParts, 'op'>): JsonObject {
  return { ...data, title, readOnly: true, forms: [formOf({ ...form, op: ['readproperty'] })] };
}

export function formOf({ op, href, contentType, scopes }: FormParts): JsonObject {
  return { op, href, contentType, scopes };
}

/** The specification that has the words. @param stem its name in openapi/ */
export function serviceDescription(stem: string): JsonObject {
  return { rel: 'service-desc', href: `openapi/${stem}.json`, type: 'application/json' };
}
