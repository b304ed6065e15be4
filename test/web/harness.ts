import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import { createRequire } from 'node:module';
import { type AddressInfo, connect } from 'node:net';
import { expect } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { freePort } from '../free-port.js';
import { TestGateway } from '../gateway.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** What WCAG 2.2 asks for, AA, and what is good practice. */
const RULES = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };

/** What people look at it with. */
export const LOOKS = [
  { name: 'a phone, light', viewport: { width: 390, height: 844 }, colorScheme: 'light' },
  { name: 'a phone, dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
  { name: 'a desktop, light', viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
  { name: 'a desktop, dark', viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
] as const;
export interface Look {
  readonly name: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly colorScheme: 'light' | 'dark';
}

interface Pictures {
  readonly document: { querySelectorAll(selector: string): Iterable<{ readonly width: number }> };
}
/** Once what a camera sees is drawn. It runs in the page. */
export const shownPicture = () =>
  [...(globalThis as unknown as Pictures).document.querySelectorAll('canvas[role=img]')].some(({ width }) => width > 0);

/** What the console may say of a gateway that goes away: it answers 503 while it ends, and then nobody is there. */
export const AWAY = /^Failed to load resource: (net::ERR_|the server responded with a status of 503 )|^WebSocket connection to /;

/** What a gateway answers that has failed. */
export const FAILED = { status: 500, contentType: 'application/problem+json', body: '{"detail":"the gateway failed"}' };

/** What the console may say of an answer that a test means to be refused. @param place the end of its path, or how any of some end */
export const refused = (status: number, place: string): RegExp => new RegExp(`status of ${status} .* at \\S*${place}$`);

/** @returns what goes wrong in a page from now on: errors, what its policy refuses, requests to anybody but `home` */
export function faultsOf(page: Page, { origin, host }: URL, tolerated?: RegExp): string[] {
  const faults: string[] = [];
  const isOwn = (address: string) => ['data:', 'blob:'].includes(new URL(address).protocol) || new URL(address).origin === origin;
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (said) => {
    const words = `${said.text()}${placeOf(said.location().url)}`;
    if (said.type() === 'error' && !tolerated?.test(words)) faults.push(words);
  });
  page.on('request', (one) => isOwn(one.url()) || faults.push(one.url()));
  page.on('websocket', (one) => new URL(one.url()).host === host || faults.push(one.url()));
  return faults;
}

/** Without where the gateway is: its port is another number each time. */
const placeOf = (url: string): string => (URL.canParse(url) ? ` at ${new URL(url).pathname}` : '');

/** A page somebody has opened, and all that was wrong with it so far: errors, what its policy refused, requests to anybody else. */
export class Visit implements AsyncDisposable {
  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly faults: readonly string[],
  ) {}

  /** @param tolerated what the console may say, and ` at ` which path: of an answer that a test means to be refused, a browser says so */
  static async open(browser: Browser, url: string, look: Look = LOOKS[2], tolerated?: RegExp): Promise<Visit> {
    const { viewport, colorScheme } = look;
    const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const visit = new Visit(context, page, faultsOf(page, new URL(url), tolerated));
    await page.goto(url);
    return visit;
  }

  /** Signed in, and live. @param to a place in the panel, as `#/cameras` */
  static async signedIn(
    browser: Browser,
    gateway: TestGateway,
    { role = 'admin', to = '', look, below = gateway.url, tolerated }: SignedIn = {},
  ): Promise<Visit> {
    const visit = await Visit.open(browser, `${below}/#sign-in=${await gateway.code(role)}`, look, tolerated);
    await visit.page.getByRole('status').getByText('live', { exact: true }).waitFor();
    if (to !== '') await visit.goTo(to);
    return visit;
  }

  /** Another place in the panel, without loading it again. */
  async goTo(hash: string): Promise<void> {
    await this.page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
  }

  /** Nobody is kept out: axe finds nothing, and nothing is wider than the screen. */
  async expectAccessible(): Promise<void> {
    await this.page.evaluate(AXE);
    const { violations } = await this.page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(RULES)})`);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`)).toEqual([]);
    const [wide, screen] = await this.page.evaluate<[number, number]>('[document.documentElement.scrollWidth, innerWidth]');
    expect(wide).toBeLessThanOrEqual(screen);
  }

  expectNoFaults(): void {
    expect(this.faults).toEqual([]);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.context.close();
  }
}

export interface SignedIn {
  readonly role?: string;
  readonly to?: string;
  readonly look?: Look;
  /** Where a proxy shows it, absent: the gateway itself. */
  readonly below?: string;
  readonly tolerated?: RegExp;
}
interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** A gateway that a proxy shows below /umec/, and nowhere else. */
export class BehindProxy implements AsyncDisposable {
  private constructor(
    private readonly settings: Record<string, unknown>,
    private readonly proxy: Server,
    readonly below: string,
    public gateway: TestGateway,
  ) {}

  static async start(settings: Record<string, unknown>): Promise<BehindProxy> {
    const port = await freePort();
    const proxy = proxyTo(port).listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const below = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/umec`;
    const placed = { ...settings, http: { publicUrl: below, listen: `127.0.0.1:${port}`, trustedProxies: ['127.0.0.1/32'] } };
    return new BehindProxy(placed, proxy, below, await TestGateway.start(placed));
  }

  /** Starts the gateway again, with its data and at its address. */
  async again(): Promise<void> {
    this.gateway = await TestGateway.start(this.settings, { dir: this.gateway.dir });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.proxy.close().closeAllConnections();
    await this.gateway.stop();
  }
}

function proxyTo(port: number): Server {
  const server = createServer((incoming, outgoing) => {
    const { method, headers } = incoming;
    const path = shownBelow(incoming);
    if (path === undefined) return void outgoing.writeHead(404).end();
    const said = {
      'X-Forwarded-For': incoming.socket.remoteAddress,
      'X-Forwarded-Proto': 'http',
      'X-Forwarded-Host': headers.host,
    };
    const asked = request({ port, method, headers: { ...headers, ...said }, path }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    asked.on('error', () => outgoing.destroy());
    incoming.pipe(asked);
  });
  server.on('upgrade', (incoming, socket) => {
    const path = shownBelow(incoming);
    if (path === undefined) return void socket.destroy();
    const through = connect({ port }, () => {
      const lines = Object.entries(incoming.headers).map(([name, value]) => `${name}: ${String(value)}`);
      through.write(`GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      through.pipe(socket).pipe(through);
    });
    // one that is destroyed has said no end, which alone is piped
    through.on('error', () => undefined).on('close', () => socket.destroy());
    socket.on('error', () => undefined).on('close', () => through.destroy());
  });
  return server;
}

/** What a request asks the gateway for, undefined when it is for something else. */
function shownBelow({ url = '' }: IncomingMessage): string | undefined {
  return /^\/umec(\/.*)$/.exec(url)?.[1];
}
