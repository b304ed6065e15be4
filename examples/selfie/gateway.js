import { Buffer } from 'node:buffer';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long an answer may take, ms. */
const PATIENCE_MS = 30_000;
const RETRY_MS = 2_000;

/** The gateway has answered that it will not, or cannot; the message is what it says of that. */
export class Refusal extends Error {
  /** @param {number} status the answer's HTTP status */
  constructor(status, message) {
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
   * @param {unknown} body a form, or what is sent as JSON; absent: nothing
   * @returns {Promise<Response>} when it went well
   * @throws {Refusal} when the gateway says so; another error when it is not there
   */
  async ask(method, path, body) {
    const url = new URL(path.startsWith('/') ? this.url + path : path);
    // what the registry lists may be anybody's, and the token is for the gateway alone
    if (!this.has(url)) throw new Error(`${url.href} is not at the gateway`);
    let answer = await this.#send(method, url, body);
    if (answer.status === 401 && this.#credentials) {
      this.#token = undefined;
      answer = await this.#send(method, url, body);
    }
    return expected(answer);
  }

  /** Whether an address is one of this gateway's. */
  has(address) {
    return URL.canParse(address) && new URL(address).href.startsWith(`${this.url}/`);
  }

  /**
   * Asks until there is an answer: a gateway may start later than its applications.
   *
   * @param {{ signal: AbortSignal, failed: (error: Error) => void }} until when it gives up, and who is told of each failure
   * @throws {Refusal} when asking again would change nothing
   */
  async insist(method, path, body, { signal, failed }) {
    for (;;) {
      try {
        return await this.ask(method, path, body);
      } catch (error) {
        if (error.status < 500 && error.status !== 429) throw error;
        failed(error);
        await sleep(RETRY_MS, undefined, { signal });
      }
    }
  }

  async #send(method, url, body) {
    const headers = await this.#authorization();
    const isForm = body === undefined || body instanceof FormData;
    if (!isForm) headers['Content-Type'] = 'application/json';
    return this.#fetch(url, { method, headers, body: isForm ? body : JSON.stringify(body) });
  }

  async #authorization() {
    if (!this.#credentials) return {};
    this.#token ??= await this.#newToken(this.#credentials);
    return { Authorization: `Bearer ${this.#token}` };
  }

  async #newToken({ clientId, clientSecret }) {
    const basic = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString('base64');
    const answer = await this.#fetch(`${this.url}/oauth2/token`, {
      method: 'POST',
      headers: { Authorization: `Basic ${basic}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    return (await (await expected(answer)).json()).access_token;
  }

  async #fetch(url, init) {
    try {
      return await fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'error' });
    } catch (cause) {
      throw new Error(`the gateway at ${this.url} does not answer`, { cause });
    }
  }
}

/** @throws {Refusal} in the words of its ProblemDetails, or of OAuth2 */
async function expected(answer) {
  if (answer.ok) return answer;
  const { detail, error_description, title } = await answer.json().catch(() => ({}));
  throw new Refusal(answer.status, detail ?? error_description ?? title ?? `the gateway answers with ${answer.status}`);
}
