import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What was asked: `GET /mec_service_mgmt/v1/applications/app-1/services`. */
export type Reply = (question: string, response: ServerResponse, request: IncomingMessage) => void;

/** A registry that answers what a test wants it to. */
export class HostileRegistry implements AsyncDisposable {
  readonly questions: string[] = [];
  private readonly server = createServer((request, response) => {
    const question = `${request.method} ${request.url}`;
    this.questions.push(question);
    request.resume().on('end', () => this.reply(question, response, request));
  });

  private constructor(public reply: Reply) {}

  static async start(reply: Reply = wellBehaved): Promise<HostileRegistry> {
    const registry = new HostileRegistry(reply);
    registry.server.listen(0, '127.0.0.1');
    await once(registry.server, 'listening');
    return registry;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }
}

export function json(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  const type = status >= 400 ? 'application/problem+json' : 'application/json';
  response.writeHead(status, { 'Content-Type': type, ...headers }).end(JSON.stringify(body));
}

export const LIST = 'GET /mec_service_mgmt/v1/applications/app-1/services';
export const CREATE = 'POST /mec_service_mgmt/v1/applications/app-1/services';
export const BEAT = 'PATCH /beat';

/** Takes everything, and remembers nothing. */
export const wellBehaved: Reply = (question, response) => {
  if (question === 'POST /mec_app_support/v1/registrations') json(response, 201, { appInstanceId: 'app-1' });
  else if (question === LIST) json(response, 200, []);
  else if (question.startsWith(CREATE)) json(response, 201, service());
  else response.writeHead(204).end();
};

export function service(changes: object = {}): object {
  const _links = { liveness: { href: '/beat' } };
  return { serInstanceId: 's-1', serName: 'umec-events', state: 'ACTIVE', livenessInterval: 6, _links, ...changes };
}

/** As the first, but where `changed` has its own answer. */
export const except =
  (changed: Readonly<Record<string, Reply>>): Reply =>
  (question, response, request) =>
    (changed[question] ?? wellBehaved)(question, response, request);
