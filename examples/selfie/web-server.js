import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { isIPv6 } from 'node:net';
import { extname } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';

const TYPES = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' };
/** A page of ours runs our files and asks us, shows pictures that it was given, and is part of no other page. */
const POLICY = [
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:",
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
].join('; ');
const HEADERS = {
  'Content-Security-Policy': POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
};
/** A notification is shorter, bytes. */
const LONGEST = 65_536;
/** Where a server listens at all addresses. */
const ANY = ['0.0.0.0', '[::]'];
const CONNECTIONS = 64;
const PAGES = 32;
const AT_ONCE = 2;
/** So often a page is told even if nothing happens: who has gone without a word is noticed. */
const REPEAT_MS = 20_000;

/** The page's server: the files of one folder, what is there now, pictures on request; and the place where the gateway tells things. */
export class WebServer {
  #folder;
  #takePicture;
  #notified;
  #files = new Map();
  #server = createServer((request, response) => void this.#answer(request, response));
  /** Nobody but the gateway is told this path, so that nobody else ends this application. */
  #path = `/notifications/${randomUUID()}`;
  #pages = new Set();
  #taking = 0;
  #state = '{}';
  #hasEnded = false;

  /**
   * @param {URL} folder all of its files are served, and nothing else
   * @param {() => Promise<object>} takePicture
   * @param {(notification: object) => void} notified called when the gateway has its answer
   */
  constructor(folder, takePicture, notified) {
    this.#folder = folder;
    this.#takePicture = takePicture;
    this.#notified = notified;
    this.#server.maxConnections = CONNECTIONS;
  }

  /**
   * @param {string} host where the gateway and browsers reach it
   * @param {number} port 0: any that is free
   * @throws when the port is somebody else's, or nobody can be reached at such an address
   */
  async listen(host, port) {
    const { hostname } = new URL(`http://${isIPv6(host) ? `[${host}]` : host}`);
    if (ANY.includes(hostname)) throw new Error(`${host} is no address that this program is reached at, but all of a machine's`);
    for (const name of await readdir(this.#folder)) {
      const file = { type: TYPES[extname(name)], body: await readFile(new URL(name, this.#folder)) };
      this.#files.set(name === 'index.html' ? '/' : `/${name}`, file);
    }
    this.#server.listen(port, host);
    await once(this.#server, 'listening');
    this.origin = new URL(`http://${hostname}:${this.#server.address().port}`).origin;
    this.callbackReference = this.origin + this.#path;
  }

  /** Tells every page, also those that come later; after the last word no other. */
  tell(state) {
    if (this.#hasEnded) return;
    this.#state = JSON.stringify(state);
    for (const page of this.#pages) this.#send(page);
  }

  /** Their answers are whole with it: of one that is torn off a browser drops what the page has not read yet. */
  tellLast(state) {
    this.tell(state);
    this.#hasEnded = true;
    for (const page of this.#pages) page.end();
  }

  close() {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #answer(request, response) {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    const { method, url, headers } = request;
    const path = url.split('?')[0];
    // a name that somebody else has pointed at this address would make their page ours (DNS rebinding)
    if (headers.host !== new URL(this.origin).host) return send(response, 421, { detail: `this is ${this.origin}` });
    if (method === 'POST' && path === this.#path) return this.#takeNotification(request, response);
    if (method === 'POST' && path === '/pictures') return this.#sendPicture(request, response);
    if (method !== 'GET' && method !== 'HEAD') return send(response, 405, { detail: 'it is read only' });
    if (method === 'GET' && path === '/state') return this.#addPage(response);
    const file = this.#files.get(path);
    if (!file) return send(response, 404, { detail: 'there is nothing here' });
    response.writeHead(200, { 'Content-Type': file.type }).end(file.body);
  }

  async #takeNotification(request, response) {
    try {
      const notification = JSON.parse(await textOf(request));
      if (typeof notification?.notificationType !== 'string') throw new Error('it has no type');
      response.writeHead(204).end(() => this.#notified(notification));
    } catch {
      send(response, 400, { detail: 'it is no notification' });
    }
  }

  async #sendPicture({ headers }, response) {
    // browsers say whose page asks: another one may not
    const { origin = this.origin, 'sec-fetch-site': site } = headers;
    const isOwn = site === undefined ? origin === this.origin : site === 'same-origin';
    if (!isOwn) return send(response, 403, { detail: 'another page asks' });
    if (this.#taking >= AT_ONCE) return send(response, 503, { detail: 'others are having pictures taken; try again soon' });
    this.#taking++;
    try {
      send(response, 200, await this.#takePicture());
    } catch (error) {
      send(response, 502, { detail: error.message });
    } finally {
      this.#taking--;
    }
  }

  /** Server-sent events: a page is told what is there, now and whenever that changes. */
  #addPage(response) {
    if (this.#pages.size >= PAGES) return send(response, 503, { detail: 'too many pages are open' });
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    const repeating = setInterval(() => this.#send(response), REPEAT_MS);
    this.#pages.add(response);
    response.once('close', () => {
      clearInterval(repeating);
      this.#pages.delete(response);
    });
    this.#send(response);
    if (this.#hasEnded) response.end();
  }

  #send(page) {
    if (!page.writableEnded) page.write(`data: ${this.#state}\n\n`);
  }
}

function send(response, status, body) {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

async function textOf(request) {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk;
    if (text.length > LONGEST) throw new Error('too long');
  }
  return text;
}
