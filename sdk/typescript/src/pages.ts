import type { FetchResponse, MaybeOptionalInit } from 'openapi-fetch';
import type { PathsWithMethod } from 'openapi-typescript-helpers';
import type { Gateway, Json } from './gateway.js';
import { ok, problemOf } from './problem.js';
import type { paths } from './schema.js';

/** What a GET of a path gives when it succeeds. */
export type Got<Path extends keyof paths, Init> = paths[Path] extends { get: infer Get extends Record<string | number, unknown> }
  ? NonNullable<FetchResponse<Get, Init, Json>['data']>
  : never;

/**
 * A list page by page, by the `Link` of each to the next: `pages(gateway, '/sensors/v1/tags/{mac}/readings', { params: { path: { mac } } })`.
 *
 * @throws Problem when a page is refused
 */
export async function* pages<Path extends PathsWithMethod<paths, 'get'>, Init extends MaybeOptionalInit<paths[Path], 'get'>>(
  gateway: Gateway,
  path: Path,
  init: Init,
): AsyncGenerator<Got<Path, Init>, undefined> {
  const get = gateway.api.GET as (
    path: string,
    init: unknown,
  ) => Promise<{ data?: unknown; error?: unknown; response: Response }>;
  const { data, response: first } = await ok(get(path, init));
  yield data as Got<Path, Init>;
  for (let next = nextOf(first); next !== undefined;) {
    const response = await gateway.fetch(new Request(next, { signal: signalOf(init) }));
    if (!response.ok) throw await problemOf(response);
    yield (await response.json()) as Got<Path, Init>;
    next = nextOf(response);
  }
  return undefined;
}

/** RFC 8288: the one target whose relation is `next`, which may be relative to what was asked. */
function nextOf(response: Response): string | undefined {
  const link = /<([^>]*)>\s*;[^,]*\brel="?next"?/.exec(response.headers.get('Link') ?? '')?.[1];
  return link === undefined ? undefined : new URL(link, response.url).href;
}

function signalOf(init: { readonly signal?: AbortSignal | null } | undefined): AbortSignal | null {
  return init?.signal ?? null;
}
