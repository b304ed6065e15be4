import type { Locator, Page } from 'playwright-core';
import type { Visit } from './harness.js';
import type { Own } from './in-browser.js';

/** A port that no program is given by chance. */
export const NOBODY_THERE = 'http://127.0.0.1:9';
/** What somebody means harm with, wherever a text can be given. */
export const HOSTILE = '<script>alert("plates")</script> & <img src=x onerror=alert(1)>';

/** Somebody who may do everything, at a place in the panel as `#/clients`. @param tolerated what the console may say */
export async function administratorAt(own: Own, to: string, tolerated?: RegExp): Promise<Visit> {
  const visit = await own.visit({ to, ...(tolerated && { tolerated }) });
  visit.page.setDefaultTimeout(10_000);
  return visit;
}

export const rowOf = (page: Page, name: string): Locator => page.getByRole('row').filter({ hasText: name });
