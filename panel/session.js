// Who looks at this page. The token is in this module's memory and nowhere else: no storage, no cookie that a script could read. What
// outlives the page is the session's cookie, which the gateway takes for nothing but another token.
const RENEW_AT = 0.75;

let token;
let renewal;
let underWay;

/** Told when somebody has signed in, and when nobody is any more. */
export const changes = new EventTarget();

const post = (path, body, headers = {}) =>
  fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) });
const authorization = () => (token === undefined ? {} : { Authorization: `Bearer ${token}` });

async function take(response) {
  clearTimeout(renewal);
  const given = response.ok ? await response.json() : undefined;
  token = given?.access_token;
  if (given) renewal = setTimeout(renew, given.expires_in * 1000 * RENEW_AT);
  return given !== undefined;
}

/** Another token by the cookie, asked for once however many need it. */
function renew() {
  underWay ??= (async () => {
    const had = token !== undefined;
    const response = await post('session/token', {});
    if (response.status === 401 && had) {
      await take(response);
      changes.dispatchEvent(new Event('signedout'));
    } else if (response.ok) await take(response);
    // who was never signed in is not told so by a gateway that has too much to do
    else if (!had && isBusy(response)) throw new Error('the gateway has too much to do');
    // a gateway that restarts is asked again soon
    else if (response.status !== 401) renewal = setTimeout(renew, 5000);
    return response.ok;
  })().finally(() => (underWay = undefined));
  return underWay;
}

/** The code of the link by which this page was opened; it is taken out of the address at once. */
function codeOfLink() {
  const [, code] = /^#sign-in=([\w-]+)$/.exec(location.hash) ?? [];
  if (code) history.replaceState(null, '', location.pathname);
  return code;
}

/** @returns whether this page may ask the gateway: somebody is signed in, or nobody needs to be */
export async function enter() {
  const code = codeOfLink();
  if (code && (await take(await post('session', { code })))) return true;
  if (await renew()) return true;
  const response = await fetch('sensors/v1/readings/latest', { headers: { Accept: 'application/json' } });
  if (isBusy(response)) throw new Error('the gateway has too much to do');
  return response.ok;
}

/** Whether the same may well be answered in a moment. */
export const isBusy = ({ status }) => status === 429 || status === 503;

/** Whether somebody has signed in. */
export const isSignedIn = () => token !== undefined;

/** As fetch, with the token; with another one when that has ended. */
export async function ask(path, { method = 'GET', body } = {}) {
  const request = () =>
    fetch(path, {
      method,
      headers: { Accept: 'application/json', ...authorization(), ...(body ? { 'Content-Type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  const response = await request();
  return response.status === 401 && isSignedIn() && (await renew()) ? request() : response;
}

/** A WebSocket's address, good once: what stands in an address may be read elsewhere. */
export async function webSocketUrl(path) {
  const response = await ask('tickets', { method: 'POST', body: { path } });
  if (!response.ok) throw new Error(`no ticket: ${response.status}`);
  const { ticket } = await response.json();
  const url = new URL(`.${path}?ticket=${encodeURIComponent(ticket)}`, location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  return url.href;
}

export async function signOut() {
  clearTimeout(renewal);
  await fetch('session', { method: 'DELETE' });
  token = undefined;
  changes.dispatchEvent(new Event('signedout'));
}

addEventListener('hashchange', async () => {
  if (location.hash.startsWith('#sign-in=') && (await enter())) changes.dispatchEvent(new Event('signedin'));
});
