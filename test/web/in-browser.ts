import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { TestGateway } from '../gateway.js';
import { HOW_TO_GET_IT, hasBrowser, openBrowser } from './browser.js';
import { type SignedIn, Visit } from './harness.js';

const START_MS = 60_000;

/** What the tests of a file share. It is there from `beforeAll` on: read it in a test, and take nothing out of it before. */
export interface OwnBrowser {
  readonly browser: Browser;
}
export interface Own extends OwnBrowser {
  readonly gateway: TestGateway;
  /** Signed in at the gateway, and live. */
  readonly visit: (as?: SignedIn) => Promise<Visit>;
}

/** Tests with a browser, or a word on how to get one. @param what whom or what they are about */
export function inBrowser(what: string, tests: (own: OwnBrowser) => void): void {
  describeInBrowser(what, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await openBrowser();
    }, START_MS);
    afterAll(() => browser.close());
    tests({
      get browser() {
        return browser;
      },
    });
  });
}

/** As in umec.yaml, or how to start a gateway that is more than its settings. */
type Start = Readonly<Record<string, unknown>> | (() => Promise<TestGateway>);

/** Tests with a browser and a gateway, both started at once and stopped after them. @param what whom or what they are about */
export function atGateway(what: string, start: Start, tests: (own: Own) => void): void {
  describeInBrowser(what, () => {
    let browser: Browser;
    let gateway: TestGateway;
    beforeAll(async () => {
      [gateway, browser] = await Promise.all([started(start), openBrowser()]);
    }, START_MS);
    afterAll(() => Promise.all([browser.close(), gateway.stop()]));
    tests({
      get browser() {
        return browser;
      },
      get gateway() {
        return gateway;
      },
      visit: (as) => Visit.signedIn(browser, gateway, as),
    });
  });
}

function describeInBrowser(what: string, tests: () => void): void {
  if (hasBrowser()) describe(what, tests);
  else it.todo(`${what}, in a browser (${HOW_TO_GET_IT})`);
}

const started = (start: Start): Promise<TestGateway> => (typeof start === 'function' ? start() : TestGateway.start(start));
