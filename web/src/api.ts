import createClient from 'openapi-fetch';
import type { paths as Access } from '../../generated/access.js';
import type { paths as Camera } from '../../generated/camera.js';
import type { paths as Gpio } from '../../generated/gpio.js';
import type { paths as MecServices } from '../../generated/mec011-service-management.js';
import type { paths as Platform } from '../../generated/platform.js';
import type { paths as Registry } from '../../generated/registry.js';
import type { paths as Sensors } from '../../generated/sensors.js';
import { Refused } from './refused.js';
import { ask, isBusy } from './session.js';

/** Where the page is: behind a proxy perhaps, below a path of somebody else. */
const base = new URL('.', location.href).href.replace(/\/$/, '');
const AGAIN_MS = 2000;
const PATIENCE_MS = 10_000;
/** One that says so for longer means a device that is away, and that is to be told. */
const ATTEMPTS = 5;

/** A gateway that has too much to do is asked again: else a part of the page would stay empty, as if there were nothing. */
async function patiently(request: Request): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const response = await ask(request.clone());
    if (request.method !== 'GET' || !isBusy(response) || attempt === ATTEMPTS) return response;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}

/** The gateway's own APIs, typed by their specifications. */
export const platform = createClient<Platform>({ baseUrl: base, fetch: patiently });
export const sensors = createClient<Sensors>({ baseUrl: `${base}/sensors/v1`, fetch: patiently });
export const camera = createClient<Camera>({ baseUrl: `${base}/camera/v1`, fetch: patiently });
export const gpio = createClient<Gpio>({ baseUrl: `${base}/gpio/v1`, fetch: patiently });
export const access = createClient<Access>({ baseUrl: `${base}/access/v1`, fetch: patiently });
export const registry = createClient<Registry>({ baseUrl: `${base}/registry/v1`, fetch: patiently });

/** Of the APIs of ETSI. */
export const mecServices = createClient<MecServices>({ baseUrl: `${base}/mec_service_mgmt/v1`, fetch: patiently });

/** What a client above answers. */
interface Exchange<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** @throws Refused when there is no answer, or one that says what was wrong */
export async function answerOf<T>(exchange: Promise<Exchange<T>>): Promise<T> {
  const { data, error, response } = await exchange.catch((err: unknown) => {
    throw Refused.of(err);
  });
  if (!response.ok) throw Refused.by(response, error);
  // an answer without content has none
  return data as T;
}

/**
 * A WebSocket's address, good once: what stands in an address may be read elsewhere.
 *
 * @throws Refused when there is none, also when nobody answers: a page that waited for longer would not see that the gateway is back
 */
export async function webSocketUrl(path: string): Promise<string> {
  const { ticket } = await answerOf(platform.POST('/tickets', { body: { path }, signal: AbortSignal.timeout(PATIENCE_MS) }));
  const url = new URL(`.${path}?ticket=${encodeURIComponent(ticket)}`, location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  return url.href;
}
