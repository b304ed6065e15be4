import { Buffer } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { isIPv6 } from 'node:net';

/** A notification is shorter, bytes. */
const LONGEST = 65_536;
const MOST_CONNECTIONS = 16;
/** Where a server listens at all addresses. */
const ANY = ['0.0.0.0', '[::]'];

/** Where the gateway's notifications come in. Nobody else knows the address, so that nobody else can send one. */
export class Notices {
  #server;
  #path = `/${randomUUID()}`;

  /**
   * @param {(notice: { notificationType?: string, operationAction?: string }) => void} told is called with each, once the gateway knows
   *   that it has come
   */
  constructor(told) {
    this.#server = createServer((request, response) => this.#answer(request, response, told));
    this.#server.maxConnections = MOST_CONNECTIONS;
  }

  /**
   * @param {string} host where the gateway reaches this program
   * @param {number} port 0: any that is free
   * @returns {Promise<string>} the address for `callbackReference`
   * @throws when the port is somebody else's, or nobody can be reached at such an address
   */
  async listen(host, port) {
    const { hostname } = new URL(`http://${isIPv6(host) ? `[${host}]` : host}`);
    if (ANY.includes(hostname))
      throw new Error(`${host} is no address that the gateway reaches this program at, but all of a machine's`);
    this.#server.listen(port, host);
    await once(this.#server, 'listening');
    return `http://${hostname}:${this.#server.address().port}${this.#path}`;
  }

  close() {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #answer(request, response, told) {
    try {
      if (request.method !== 'POST' || request.url !== this.#path) return refuse(response, 404);
      const text = await textOf(request);
      if (text === undefined) return refuse(response, 413);
      const { notificationType, operationAction } = JSON.parse(text);
      response.writeHead(204).end(() => told({ notificationType, operationAction }));
    } catch {
      refuse(response, 400); // it is not the gateway's, or was torn off
    }
  }
}

/** @returns {Promise<string | undefined>} nothing when it is longer than `LONGEST`, whatever its headers say */
async function textOf(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > LONGEST) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** What is still to come is not read. */
function refuse(response, status) {
  response.writeHead(status, { Connection: 'close' }).end();
}
