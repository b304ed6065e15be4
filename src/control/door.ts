import { once } from 'node:events';
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { GatewayError } from '../errors.js';
import { sendProblem, toProblemDetails } from '../http/problem.js';
import { doorFolder, doorPath } from './door-path.js';

const MOST_BYTES = 16_384;

/** What the shell's owner can ask for, by name; each gets what was said and gives an answer, both JSON. */
export type Services = Readonly<Record<string, (asked: unknown) => Promise<object>>>;

/**
 * The gateway's own door, for whoever may read its data anyway: a Unix socket that only the gateway's user can open. The kernel says
 * who may come in, so nobody is asked for a token here.
 *
 * @param dir the data directory, which nobody else uses
 */
export class Door implements AsyncDisposable {
  private constructor(
    private readonly server: Server,
    private readonly name: Disposable,
  ) {}

  /** @param given is told which service was given, as often as one is */
  static async open(dir: string, services: Services, given: (service: string) => void = () => undefined): Promise<Door> {
    const folder = doorFolder(dir);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // also one that was there already
    chmodSync(folder, 0o700);
    const name = doorPath(dir);
    // one that died leaves its socket behind
    rmSync(name.path, { force: true });
    const server = createServer({ requestTimeout: 10_000 }, (req, res) => void answer(services, given, req, res));
    server.maxConnections = 16;
    server.listen(name.path);
    await once(server, 'listening');
    chmodSync(name.path, 0o600);
    return new Door(server, name);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
    this.name[Symbol.dispose]();
  }
}

async function answer(
  services: Services,
  given: (service: string) => void,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  try {
    const [name, service] = Object.entries(services).find(([one]) => req.url === `/${one}`) ?? [];
    if (name === undefined || !service || req.method !== 'POST')
      throw new GatewayError('notFound', `there is no ${req.method} ${req.url} here`);
    const body = JSON.stringify(await service(await read(req)));
    given(name);
    res.writeHead(200, { 'Content-Type': 'application/json' }).end(body);
  } catch (error) {
    sendProblem(res, toProblemDetails(error));
  }
}

async function read(req: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of req.setEncoding('utf8')) {
    text += String(chunk);
    if (text.length > MOST_BYTES) throw new GatewayError('tooLarge', `expected at most ${MOST_BYTES} characters`);
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new GatewayError('invalid', 'expected JSON', { cause });
  }
}
