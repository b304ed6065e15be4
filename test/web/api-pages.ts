import type { Page } from 'playwright-core';
import { type Look, Visit } from './harness.js';
import type { Own } from './in-browser.js';

/** What a browser says of an answer that refuses something, and not of one that says that the gateway has failed. */
export const REFUSED = /Failed to load resource: the server responded with a status of 4\d\d/;

interface Opened {
  /** An operation. */
  readonly hash?: string | undefined;
  readonly look?: Look | undefined;
  readonly tolerated?: RegExp | undefined;
}

/** The pages of the APIs, signed in. */
export async function openedPages({ browser, gateway }: Own, { hash = '', look, tolerated }: Opened = {}): Promise<Visit> {
  const visit = await Visit.open(browser, `${gateway.url}/docs/#sign-in=${await gateway.code()}`, look, tolerated);
  await visit.page.getByText('Signed in', { exact: true }).waitFor();
  await visit.goTo(hash);
  return visit;
}

/** Sends what stands in the form. @returns the status that is shown for it */
export async function answered(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Send' }).click();
  // which says nothing of the answer before any more
  return (await page.getByRole('status', { name: 'Answers' }).locator('strong').textContent()) ?? '';
}
