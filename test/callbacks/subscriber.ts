import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';

/** What a subscriber got. */
export interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

/** A server on an address of this machine that is gone, with all its connections, when it is disposed. */
export interface TestServer extends AsyncDisposable {
  readonly port: number;
  /** Of TCP, since it listens. */
  readonly connections: number;
}

export interface Subscriber extends TestServer {
  readonly received: readonly Received[];
  /** Resolves when a whole request has come. */
  readonly asked: Promise<void>;
}

export type Answering = (response: http.ServerResponse, request: http.IncomingMessage) => void;

export async function startSubscriber(
  answering: Answering,
  { host = '127.0.0.2', port = 0, tls }: { host?: string; port?: number; tls?: { key: string; cert: string } } = {},
): Promise<Subscriber> {
  const received: Received[] = [];
  let heard = () => {};
  const asked = new Promise<void>((resolve) => (heard = resolve));
  const answer = async (request: http.IncomingMessage, response: http.ServerResponse) => {
    const { method, url, headers } = request;
    received.push({ method, url, headers, body: await text(request) });
    heard();
    answering(response, request);
  };
  const listener = (request: http.IncomingMessage, response: http.ServerResponse) =>
    void answer(request, response).catch(() => undefined);
  const server = tls ? https.createServer(tls, listener) : http.createServer(listener);
  return Object.assign(await listening(server, host, port), { received, asked });
}

/** One that speaks no HTTP, or not as it should. */
export async function startTcp(onConnection: (socket: Socket) => void, host = '127.0.0.2', port = 0): Promise<TestServer> {
  return listening(createServer(onConnection), host, port);
}

async function listening(server: Server, host: string, port: number): Promise<TestServer> {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on('connection', (socket: Socket) => {
    connections++;
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  server.listen(port, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    get connections() {
      return connections;
    },
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** Connections that this process has open, at either end. */
export function openSockets(): number {
  return process.getActiveResourcesInfo().filter((resource) => resource === 'TCPSocketWrap').length;
}
