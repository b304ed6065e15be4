import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const EXECUTABLE = process.env.TEST_CHROMIUM ?? '/usr/bin/chromium';
/** What a test of the panel needs, and how to get it. */
export const HOW_TO_GET_IT = 'apt-get install chromium, or set TEST_CHROMIUM to one';

export function hasBrowser(): boolean {
  return existsSync(EXECUTABLE);
}

/** A browser without a window, that asks nobody but the pages it is given. */
export function openBrowser(): Promise<Browser> {
  const quiet = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--disable-quic',
  ];
  return chromium.launch({ executablePath: EXECUTABLE, args: ['--headless', '--no-sandbox', '--disable-gpu', ...quiet] });
}
