import type { Page } from 'playwright-core';
import { type Look, Visit } from './harness.js';
import type { Own } from './in-browser.js';

/** What is refused of what tests try: without a token that counts or as it should not be, on what is another by now, and what is too large. */
const TRIED = [
  /40[01] .* at \/(sensors\/v1\/\S+|session\/token|oauth2\/token)/,
  /412 .* at \/gpio\/v1\/lines\/\d+\/configuration/,
  /413 .* at \/registry\/v1\/plan/,
];
/** What a browser says of that, and of no other answer that is an error. */
export const REFUSED = new RegExp(`status of (${TRIED.map(({ source }) => source).join('|')})$`);

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
