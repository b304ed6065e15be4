import type { Page } from 'playwright-core';

/** What is done at the gateway, and of which the page does not hear yet. */
export interface HeldBack {
  /** When the gateway has done it. */
  readonly done: Promise<void>;
  readonly letGo: () => Promise<void>;
}

/** Holds back what the gateway answers to the next change of a kind, as a slow way to it would. @param url as a glob */
export async function holdBack(page: Page, method: string, url: string): Promise<HeldBack> {
  const [done, gate] = [deferred(), deferred()];
  await page.route(url, async (route) => {
    if (route.request().method() !== method) return route.fallback();
    const response = await route.fetch();
    done.resolve();
    await gate.promise;
    return route.fulfill({ response });
  });
  const letGo = async () => {
    const answered = page.waitForResponse((response) => response.request().method() === method);
    gate.resolve();
    await answered;
    await page.unroute(url);
  };
  return { done: done.promise, letGo };
}

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => (resolve = settle));
  return { promise, resolve };
}
