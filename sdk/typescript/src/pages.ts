import type { FetchResponse, MaybeOptionalInit } from 'openapi-fetch';
import type { PathsWithMethod } from 'openapi-typescript-helpers';
import type { Gateway, Json } from './gateway.js';
import { inTime } from './in-time.js';
import { pathAt } from './path-at.js';
import { ok, problemOf } from './problem.js';
import type { paths } from './schema.js';

/** What a GET of a path gives when it succeeds. */
export type Got<Path extends keyof paths, Init> = paths[Path] extends { get: infer Get extends Record<string | number, unknown> }
  ? NonNullable<FetchResponse<Get, Init, Json>['data']>
  : never;

interface Page {
  readonly data?: unknown;
  readonly error?: never;
  readonly response: Response;
}

/**
 * A list page by page, by the `Link` of each to the next: `pages(gateway, '/sensors/v1/tags/{mac}/readings', { params: { path: { mac } } })`.
 *
 * @throws Problem when a page is refused, TypeError when the next is said to be at another gateway, DOMException when one takes 30 s
 */
export async function* pages<Path extends PathsWithMethod<paths, 'get'>, Init extends MaybeOptionalInit<paths[Path], 'get'>>(
  gateway: Gateway,
  path: Path,
  init: Init,
): AsyncGenerator<Got<Path, Init>, undefined> {
  const get = gateway.api.GET as (path: string, init: unknown) => Promise<Page>;
  const wanted: { readonly signal?: AbortSignal | null } | undefined = init;
  let page = await inTime((signal) => ok(get(path, { ...wanted, signal })), wanted?.signal);
  for (;;) {
    yield page.data as Got<Path, Init>;
    const next = nextOf(page.response);
    if (next === undefined) return undefined;
    const url = gateway.url + pathAt(gateway.url, next);
    page = await inTime((signal) => pageAt(gateway, new Request(url, { signal })), wanted?.signal);
  }
}

async function pageAt(gateway: Gateway, request: Request): Promise<Page> {
  const response = await gateway.fetch(request);
  if (!response.ok) throw await problemOf(response);
  return { data: await response.json(), response };
}

/** RFC 8288: the one target whose relation is `next`, which may be relative to what was asked. */
function nextOf(response: Response): string | undefined {
  const link = /<([^>]*)>\s*;[^,]*\brel="?next"?/.exec(response.headers.get('Link') ?? '')?.[1];
  return link === undefined ? undefined : new URL(link, response.url).href;
}
