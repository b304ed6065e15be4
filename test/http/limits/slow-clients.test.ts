import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ask } from '../../apis/mec011/ask.js';
import { tempDirectory } from '../../temp-directory.js';
import { until } from '../../until.js';

const UMEC = fileURLToPath(new URL('../../../src/umec.js', import.meta.url));
const DESCRIPTORS = 512;
const CONNECTIONS = 1_200;
const PROBES = 12;
/** Seconds after which slowhttptest ends by itself. */
const LONGEST_S = 50;
const EVERY_MS = 250;
/** What an answer may take, ms; and how many times what it takes while nobody attacks, on a machine that does something else as well. */
const IN_TIME_MS = 1_000;
const TIMES = 10;
const PATHS = ['/healthz', '/sensors/v1/readings/latest', '/mec_service_mgmt/v1/services'];
const hasSlowhttptest = spawnSync('slowhttptest', ['-h']).error === undefined;

/** A gateway of its own that may open few files. */
class Cramped implements AsyncDisposable {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: URL,
  ) {}

  static async open(dir: string): Promise<Cramped> {
    const line = `ulimit -n ${DESCRIPTORS}; exec "${process.execPath}" --no-warnings "${UMEC}" start`;
    const settings = { UMEC_HTTP_LISTEN: '127.0.0.1:0', UMEC_DATA_DIR: dir, UMEC_LOG_LEVEL: 'error', UMEC_AUTH_MODE: 'none' };
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(UMEC_|NODE_OPTIONS$)/.test(name)));
    const child = spawn('sh', ['-c', line], { cwd: dir, env: { ...env, ...settings }, stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    for await (const data of child.stdout) {
      said += String(data);
      const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
      if (url !== undefined) return new Cramped(child, new URL(url));
    }
    throw new Error(`the gateway did not start: ${said}`);
  }

  /** What it has counted. */
  async counters(): Promise<Record<string, number>> {
    const { text } = await ask(this.url.origin, { method: 'GET', path: '/registry/v1/subsystems', localAddress: '127.0.0.3' });
    const subsystems = JSON.parse(text) as { name: string; counters: Record<string, number> }[];
    return subsystems.find(({ name }) => name === 'http')?.counters ?? {};
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill();
    await ended;
  }
}

/** Asks now and again from an address of its own; how many ms each answer took, and Infinity where there was none. */
async function probe(url: URL, count = PROBES): Promise<number[]> {
  const taken: Promise<number>[] = [];
  await new Promise<void>((resolve) => {
    const beat = setInterval(() => {
      taken.push(answered(url, PATHS[taken.length % PATHS.length] ?? ''));
      if (taken.length < count) return;
      clearInterval(beat);
      resolve();
    }, EVERY_MS);
  });
  return Promise.all(taken);
}

async function answered(url: URL, path: string): Promise<number> {
  const asked = performance.now();
  const answer = await ask(url.origin, { method: 'GET', path, localAddress: '127.0.0.3' }).catch(() => undefined);
  return answer?.status === 200 ? performance.now() - asked : Infinity;
}

let gateway: Cramped;
let most: number;
beforeEach(async () => {
  gateway = await Cramped.open(tempDirectory().path);
  // what is asked for first takes longer
  const quiet = Math.max(...(await probe(gateway.url, 2 * PATHS.length)).slice(-PATHS.length));
  expect(quiet).toBeLessThan(Infinity);
  most = Math.max(IN_TIME_MS, TIMES * quiet);
});
afterEach(() => gateway[Symbol.asyncDispose]());

/** What a slow client says at once, and what it then says a byte a second. */
const kinds = (host: string) => [
  { first: `GET /healthz HTTP/1.1\r\nHost: ${host}\r\nX-A: `, slowly: 'x', reads: true },
  {
    first: `POST /sensors/v1/readings HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: 9999\r\n\r\n{`,
    slowly: ' ',
    reads: true,
  },
  { first: `GET /camera/v1/cameras/lens-1/stream HTTP/1.1\r\nHost: ${host}\r\n\r\n`, slowly: '', reads: false },
];

/** Keeps so many slow connections from one address, and makes a new one for each that is closed. */
function attack({ host, port }: URL, count: number): Disposable {
  const stop = new AbortController();
  const open = new Set<Socket>();
  const begin = (at: number) => {
    const { first, slowly, reads } = kinds(host)[at % 3] ?? { first: '', slowly: '', reads: true };
    const socket = connect({ port: Number(port), host: '127.0.0.1', localAddress: '127.0.0.2' });
    open.add(socket);
    socket.write(first);
    if (reads) socket.resume();
    const drip = setInterval(() => void socket.write(slowly), 1_000);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => {
      clearInterval(drip);
      open.delete(socket);
      if (!stop.signal.aborted) setTimeout(() => stop.signal.aborted || begin(at), 500);
    });
  };
  for (let at = 0; at < count; at++) begin(at);
  return {
    [Symbol.dispose]() {
      stop.abort();
      for (const socket of open) socket.destroy();
    },
  };
}

/** Asks while so many at least are turned away that the attack is at its height. */
async function othersAreAnswered(turnedAway: number): Promise<void> {
  await until(async () => ((await gateway.counters()).connectionsOfOneAddress ?? 0) > turnedAway, 50);
  const taken = await probe(gateway.url);
  const inTime = taken.filter((ms) => ms <= most).length / taken.length;
  expect({ inTime: inTime >= 0.95, most, taken }).toMatchObject({ inTime: true });
}

describe(`With ${DESCRIPTORS} descriptors and ${CONNECTIONS} slow connections from one address, others are answered in time`, () => {
  it('when they come again as often as they are turned away', async () => {
    using _attack = attack(gateway.url, CONNECTIONS);
    await othersAreAnswered(CONNECTIONS / 2);
  }, 60_000);

  const attacks: [string, string, string[]][] = [
    ['headers', '/', ['-H', '-i', '2', '-x', '24']],
    ['bodies', '/sensors/v1/readings', ['-B', '-i', '2', '-s', '8192', '-t', 'POST', '-f', 'application/json']],
    ['readers', '/', ['-X', '-w', '10', '-y', '20', '-n', '5', '-z', '32', '-k', '3']],
  ];
  if (hasSlowhttptest)
    it.each(attacks)(
      'by slowhttptest: slow %s',
      async (_what, path, options) => {
        const more = [
          '-c',
          String(CONNECTIONS),
          '-r',
          '400',
          '-l',
          String(LONGEST_S),
          '-p',
          '3',
          '-u',
          gateway.url.origin + path,
        ];
        const slow = spawn('slowhttptest', [...options, ...more], { stdio: 'ignore' });
        const ended = once(slow, 'exit');
        try {
          await othersAreAnswered(CONNECTIONS / 4);
        } finally {
          slow.kill();
          await ended;
        }
      },
      60_000,
    );
  else it.todo('by slowhttptest (apt-get install slowhttptest)');
});
