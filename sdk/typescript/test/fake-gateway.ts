import { ServerResponse, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { WebSocketServer } from 'ws';
import { serve } from './server.js';

/** What a client goes through until it is told something; `why` is what it asks when the handshake failed. */
export const STEPS = ['token', 'page', 'ticket', 'handshake', 'why'] as const;
export type Step = (typeof STEPS)[number];

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** A gateway with one reading, which may be in the way at each step. @param inTheWay whether it has answered */
export async function fakeGateway(inTheWay: (step: Step, ...answer: Parameters<Answer>) => boolean) {
  const usual: Record<Exclude<Step, 'handshake'>, Answer> = {
    token: (response) => json(response, { access_token: 'good', token_type: 'Bearer', expires_in: 3600 }),
    page: (response) => json(response, { points: [], next: 'c1', missed: 0 }),
    ticket: (response) => json(response, { ticket: 't', expires_in: 30 }),
    why: (response) => response.writeHead(426).end(),
  };
  const gateway = await serve((request, response) => {
    const step = stepOf(request.url ?? '');
    if (!inTheWay(step, response, request)) usual[step](response, request);
  });
  const sockets = new WebSocketServer({ noServer: true });
  gateway.server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    const response = new ServerResponse(request);
    response.assignSocket(socket);
    if (inTheWay('handshake', response, request)) {
      socket.resume().once('end', () => socket.end());
      return;
    }
    response.detachSocket(socket);
    sockets.handleUpgrade(request, socket, head, (opened) => {
      opened.send(JSON.stringify({ type: 'org.umec.sensors.arrival.v1', cursor: 'c2' }));
    });
  });
  return {
    url: gateway.url,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets.clients) socket.terminate();
      await gateway[Symbol.asyncDispose]();
    },
  };
}

/** Says no. */
export function refuse(response: ServerResponse, status: number): void {
  json(response, { status, title: 'no', detail: 'not now' }, status);
}

function json(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

function stepOf(url: string): Exclude<Step, 'handshake'> {
  if (url === '/oauth2/token') return 'token';
  if (url === '/tickets') return 'ticket';
  return url.startsWith('/sensors/v1/readings/arrivals?') ? 'page' : 'why';
}

/** When it is over for the server, in whatever way. */
export async function closed({ socket }: ServerResponse): Promise<void> {
  if (socket && !socket.closed) await new Promise((resolve) => socket.once('close', resolve));
}
