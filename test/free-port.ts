import { once } from 'node:events';
import { createServer } from 'node:net';

const PORTS_EACH = 500;
const WORKERS = 16;
const worker = Number(process.env.JEST_WORKER_ID ?? 0) % WORKERS;
let taken = 0;

/**
 * A port of 127.0.0.1 that nobody listens on, for programs that cannot choose one themselves. It lies below those that Linux
 * gives to who asks for any (32768 and up, ip_sysctl), and each of Jest's workers has its own, so that nobody takes it before
 * the program does, nor while the program is stopped and started again.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < PORTS_EACH; tries += 1) {
    const port = 20_000 + worker * PORTS_EACH + (taken++ % PORTS_EACH);
    if (await isFree(port)) return port;
  }
  throw new Error(`none of ${PORTS_EACH} ports is free`);
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}
