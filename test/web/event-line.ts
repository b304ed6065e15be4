import type { Page, WebSocketRoute } from 'playwright-core';

/** What tells a page what happens. It can be cut, and be heard what it tells. */
export class EventLine {
  private readonly wanted = new Set<{ readonly part: string; readonly resolve: () => void }>();
  private here: WebSocketRoute | undefined;
  private there: WebSocketRoute | undefined;

  /** Of the page as it is loaded next. */
  static async to(page: Page): Promise<EventLine> {
    const line = new EventLine();
    await page.routeWebSocket(/\/events\/v1\?/, (here) => line.lead(here));
    return line;
  }

  /** Once the page is told something. @param part of what is told */
  told(part: string): Promise<void> {
    return new Promise((resolve) => this.wanted.add({ part, resolve }));
  }

  /** Tells the page what no gateway says. */
  tell(type: string, data: object): void {
    this.here?.send(JSON.stringify({ type, data }));
  }

  /** The page makes another some seconds later. */
  async cut(): Promise<void> {
    await Promise.all([this.here?.close(), this.there?.close()]);
  }

  private lead(here: WebSocketRoute): void {
    const there = here.connectToServer();
    [this.here, this.there] = [here, there];
    there.onMessage((message) => {
      here.send(message);
      for (const one of [...this.wanted]) {
        if (!message.includes(one.part)) continue;
        this.wanted.delete(one);
        one.resolve();
      }
    });
  }
}
