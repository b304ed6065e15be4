import { Buffer } from 'node:buffer';

/** How long an answer may take, ms. */
const PATIENCE_MS = 30_000;
/** Of what a refusal says, characters. */
const WORDS = 500;

/** What the gateway will not do, however often it is asked. */
export class Refusal extends Error {
  /** @param {number} [status] the answer's HTTP status; absent where nothing was asked */
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

/** Asks the gateway, with a token of this application where it needs one. */
export class Gateway {
  #credentials;
  #token;

  /**
   * @param {string} url where the gateway is, such as `http://127.0.0.1:8080` or `https://proxy.example/umec`
   * @param {{ clientId: string, clientSecret: string } | undefined} credentials as the gateway's owner gave them
   */
  constructor(url, credentials) {
    const { origin, pathname } = new URL(url);
    /** Without a slash at the end. A proxy may show the gateway below a path. */
    this.url = origin + pathname.replace(/\/+$/, '');
    this.#credentials = credentials;
  }

  /**
   * @param {string} path at the gateway, or an address of it
   * @param {unknown} body what is sent, as JSON; absent: nothing
   * @returns {Promise<Response>} when it went well
   * @throws {Refusal} when the gateway refuses
   * @throws when it is not there, or has no time: later it may go well
   */
  async ask(method, path, body) {
    const url = new URL(path.startsWith('/') ? this.url + path : path);
    // what the registry lists may be anybody's, and the token is for the gateway alone
    if (!this.has(url)) throw new Refusal(`${url.href} is not at the gateway`);
    let answer = await this.#send(method, url, body);
    if (answer.status === 401 && this.#credentials) {
      this.#token = undefined;
      answer = await this.#send(method, url, body);
    }
    return wellDone(answer, `${method} ${url.pathname}`);
  }

  /** Whether an address is one of this gateway's. */
  has(address) {
    return URL.canParse(address) && new URL(address).href.startsWith(`${this.url}/`);
  }

  async #send(method, url, body) {
    const headers = await this.#authorization();
    if (body === undefined) return reach(url, { method, headers });
    return reach(url, { method, headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  }

  async #authorization() {
    if (!this.#credentials) return {};
    this.#token ??= await this.#newToken(this.#credentials);
    return { Authorization: `Bearer ${this.#token}` };
  }

  async #newToken({ clientId, clientSecret }) {
    const basic = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString('base64');
    const answer = await reach(new URL(`${this.url}/oauth2/token`), {
      method: 'POST',
      headers: { Authorization: `Basic ${basic}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    return (await (await wellDone(answer, 'no token')).json()).access_token;
  }
}

/** Calls, and says in one sentence when nobody is there. */
async function reach(url, init) {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'error' });
  } catch (error) {
    throw new Error(`${url.origin} cannot be reached: ${error.cause?.code ?? error.message}`, { cause: error });
  }
}

async function wellDone(answer, what) {
  if (answer.ok) return answer;
  const why = `${what}: ${answer.status} ${(await answer.text()).slice(0, WORDS)}`;
  throw answer.status < 500 && answer.status !== 429 ? new Refusal(why, answer.status) : new Error(why);
}
