import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../test/web/browser.js';

/** A browser, and how busy it is. */
export class MeasuredBrowser implements AsyncDisposable {
  private constructor(private readonly browser: Browser) {}

  static async open(): Promise<MeasuredBrowser> {
    return new MeasuredBrowser(await openBrowser());
  }

  /** An empty page, of somebody who was never here. @param slowed how many times slower the processor is than this one */
  async page(slowed = 1): Promise<Page & AsyncDisposable> {
    const context = await this.browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowed });
    return Object.assign(page, { [Symbol.asyncDispose]: () => context.close() });
  }

  /** What all its processes have taken since they started, s. */
  async cpuSeconds(): Promise<number> {
    const session = await this.browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    await session.detach();
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.browser.close();
  }
}

/** A server that answers everything with one page. */
export class OnePage implements AsyncDisposable {
  private constructor(
    private readonly server: ReturnType<typeof createServer>,
    readonly url: string,
  ) {}

  static async serve(html: string): Promise<OnePage> {
    const server = createServer((_req, res) => res.setHeader('Content-Type', 'text/html').end(html)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new OnePage(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.close().closeAllConnections();
    await once(this.server, 'close');
  }
}
