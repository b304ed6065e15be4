import type { ServiceEntry } from '../../model.js';
import { isHttp, isOfGateway, type Specification, specificationOf } from '../../specification.js';

/** How a service is called, as far as it says so. */
export interface Calling {
  /** Both as ETSI GS MEC 009, clause 4, has them in an address: `{apiRoot}/{apiName}/{apiVersion}/`. */
  readonly apiName?: string;
  readonly apiVersion?: string;
  readonly specification?: Specification;
  /** Where its API is explained and tried, of the gateway's own. */
  readonly pages?: string;
  /** A line for a POSIX shell; none for what is no HTTP. */
  readonly curl?: string;
}

/** What of each of the gateway's own APIs is called first, below the service's address, and what the API pages call it. */
const FIRST: Readonly<Record<string, { readonly path: string; readonly operation: string }>> = {
  camera: { path: '', operation: 'CamerasCameraId_GET' },
  gpio: { path: '', operation: 'LinesLineId_GET' },
  platform: { path: '', operation: 'Events_GET' },
  registry: { path: '/services', operation: 'RegistryServices_GET' },
  sensors: { path: '/tags', operation: 'Tags_GET' },
};

/** What an application says of its service may be anything. */
export function callingOf(service: ServiceEntry): Calling {
  const { type, uris, spec } = service;
  const isOwn = isOfGateway(service);
  const [uri] = uris.filter(isHttp);
  const [, apiName, apiVersion] = /^https?:\/\/[^/]+(?:\/.*?)?\/([\w-]+)\/(v\d[\w.]*)(?:\/|$)/.exec(uri ?? '') ?? [];
  const stem = spec?.split('/').at(-1)?.replace('.yaml', '');
  const first = isOwn && stem !== undefined ? FIRST[stem] : undefined;
  const specification = specificationOf(service);
  return {
    ...(apiName !== undefined && { apiName }),
    ...(apiVersion !== undefined && { apiVersion }),
    ...(specification && { specification }),
    ...(first && { pages: `./docs/#${first.operation}` }),
    ...(uri !== undefined && type === 'REST_HTTP' && { curl: curlOf(uri + (first?.path ?? ''), isOwn) }),
  };
}

/** Nobody but a gateway is shown a token. Brackets and braces are part of the address. */
function curlOf(uri: string, isOwn: boolean): string {
  const token = isOwn ? '--header "Authorization: Bearer $UMEC_TOKEN" ' : '';
  return `curl --fail-with-body --globoff ${token}${quoted(uri)}`;
}

/** One word of a POSIX shell, whatever stands in it; what ends a line or hides what follows is written as an address has it. */
function quoted(text: string): string {
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  const printable = text.replace(/[\x00-\x20\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, encodeURIComponent);
  return `'${printable.replaceAll("'", `'\\''`)}'`;
}
