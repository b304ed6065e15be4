// Who looks at this page. The token is in this module's memory and nowhere else: no storage, no cookie that a script could read. What
// outlives the page is the session's cookie, which the gateway takes for nothing but another token.
import { signal } from '@preact/signals';
import type { components } from '../../generated/platform.js';
import { timedFetch } from './gateway-time.js';
import { addressOf } from './root.js';

type SessionState = components['schemas']['SessionState'];

const RENEW_AT = 0.75;
const AGAIN_MS = 5000;

interface Given {
  readonly access_token: string;
  /** s */
  readonly expires_in: number;
  /** What the token is good for, with spaces between. */
  readonly scope: string;
}

let token: string | undefined;
let renewal: number | undefined;
let underWay: Promise<boolean> | undefined;
/** Of a link that was opened, until the gateway has said what it is good for. */
let code: string | undefined;

/** Whether this page may ask the gateway: somebody has signed in, or nobody needs to; undefined while that is not known. */
export const mayAsk = signal<boolean | undefined>(undefined);

/** What whoever signed in may do; undefined where nobody needs to sign in, and everybody may everything. */
const scopes = signal<ReadonlySet<string> | undefined>(undefined);

/** Whether whoever looks may do what takes `scope`; what this says is for the eye, the gateway itself decides. */
export const may = (scope: string): boolean => scopes.value?.has(scope) ?? true;

/** Of a gateway that has too much to do, or of a proxy before one that is just being started. */
const BUSY: readonly number[] = [429, 502, 503];

/** Whether the same may well be answered in a moment. */
export const isBusy = ({ status }: Response): boolean => BUSY.includes(status);

/** @throws Error when that is neither yes nor no */
function requireSaid({ status }: Response): void {
  if (status === 429 || status >= 500) throw new Error(`the gateway does not say who is signed in: ${status}`);
}

/** Whether somebody has signed in. */
export const isSignedIn = (): boolean => token !== undefined;

function post(path: string, body: object): Promise<Response> {
  return timedFetch(addressOf(path), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function take(response: Response): Promise<boolean> {
  clearTimeout(renewal);
  const given = response.ok ? ((await response.json()) as Given) : undefined;
  token = given?.access_token;
  scopes.value = given && new Set(given.scope.split(' '));
  if (given) renewIn(given.expires_in * 1000 * RENEW_AT);
  return given !== undefined;
}

function renewIn(ms: number): void {
  // a gateway that cannot be reached is asked again
  renewal = window.setTimeout(() => void renew().catch(() => renewIn(AGAIN_MS)), ms);
}

/** Another token by the cookie, asked for once however many need it. */
function renew(): Promise<boolean> {
  underWay ??= askForToken().finally(() => (underWay = undefined));
  return underWay;
}

async function askForToken(): Promise<boolean> {
  const had = token !== undefined;
  const response = await post('session/token', {});
  if (!had) requireSaid(response);
  if (response.ok) await take(response);
  else if (response.status === 401 && had) {
    await take(response);
    mayAsk.value = false;
  }
  // a gateway that restarts is asked again soon
  else if (had) renewIn(AGAIN_MS);
  return response.ok;
}

/** Takes the code of a link out of the address, at once. */
function takeCode(): void {
  const [, found] = /^#sign-in=([\w-]+)$/.exec(location.hash) ?? [];
  if (found === undefined) return;
  code = found;
  history.replaceState(null, '', location.pathname);
}

/** @throws Error while the gateway does not say, and the code may still be good */
async function enterByCode(): Promise<boolean> {
  if (code === undefined) return false;
  const response = await post('session', { code });
  requireSaid(response);
  code = undefined;
  return take(response);
}

/** Finds out whether this page may ask the gateway. @throws Error while the gateway does not say */
export async function enter(): Promise<void> {
  takeCode();
  // who comes by another link sees nothing that is for who was here before
  if (code !== undefined) mayAsk.value = undefined;
  mayAsk.value = (await enterByCode()) || (await goesOn());
}

/** Whether somebody has signed in before, or nobody needs to. */
async function goesOn(): Promise<boolean> {
  const response = await timedFetch(addressOf('session'));
  if (!response.ok) throw new Error(`the gateway does not say who is signed in: ${response.status}`);
  const { state } = (await response.json()) as SessionState;
  return state === 'SIGNED_IN' ? renew() : state === 'OPEN';
}

/** As fetch, with the token; with another one when that has ended. */
export async function ask(request: Request): Promise<Response> {
  const again = request.clone();
  const response = await timedFetch(authorized(request));
  if (response.status !== 401) return response;
  // where nobody had to sign in, somebody has to now
  if (!isSignedIn()) mayAsk.value = false;
  return isSignedIn() && (await renew()) ? timedFetch(authorized(again)) : response;
}

function authorized(request: Request): Request {
  if (token !== undefined) request.headers.set('Authorization', `Bearer ${token}`);
  return request;
}

/** @throws Error while the session goes on */
export async function signOut(): Promise<void> {
  const { ok } = await fetch(addressOf('session'), { method: 'DELETE' });
  if (!ok) throw new Error('the session goes on');
  clearTimeout(renewal);
  token = undefined;
  scopes.value = new Set();
  mayAsk.value = false;
}
