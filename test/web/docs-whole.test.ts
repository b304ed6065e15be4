import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { parse } from 'yaml';
import { operationsOf, textOf } from '../../src/http/api-pages/example-call.js';
import type { Document } from '../../src/http/document.js';
import { specifications } from '../security/specifications.js';
import { openedPages } from './api-pages.js';
import { LOOKS } from './harness.js';
import { atGateway } from './in-browser.js';

/** With all that any gateway serves. */
const settings = { auth: { mode: 'tokens' }, devices: { radios: {}, cameras: {}, chips: {} }, mec: { mp1Legacy: true } };

interface Shown {
  readonly title: string;
  /** What is wanted of each page, whatever its operation. */
  readonly sections: readonly string[];
  readonly examples: readonly string[];
}

atGateway('The pages of the APIs, all of them,', settings, (own) => {
  it('show every operation with its title, its examples and its answers, on a phone too', async () => {
    await using visit = await openedPages(own, { look: LOOKS[1] });
    const operations = operationsOf(await own.gateway.json<Document>('/openapi/umec.json'));
    const shown = await visit.page.evaluate<Readonly<Record<string, Shown>>>(EVERY_PAGE);
    expect(Object.keys(shown).sort()).toEqual(operations.map(({ object }) => object.operationId).sort());
    for (const { object } of operations) {
      const { title, sections, examples } = shown[object.operationId] ?? { sections: [], examples: [] };
      expect(title).toBe(textOf(object.summary ?? ''));
      expect(sections).toEqual(expect.arrayContaining(['Examples', 'Try it here', 'Answers']));
      expect(new Set(examples).size).toBe(3);
      expect(examples.join('')).not.toMatch(/undefined|\[object/);
    }
    visit.expectNoFaults();
  });

  it('have every specification to be downloaded, each as what it is called', async () => {
    await using visit = await openedPages(own);
    const { page } = visit;
    await page.getByRole('link', { name: 'umec.json' }).first().waitFor();
    const offered = await downloadsOf(page);
    const expected = [...Object.keys(specifications), 'umec'].flatMap((stem) =>
      ['3.1', '3.0.3'].flatMap((version) => ['json', 'yaml'].map((suffix) => `OpenAPI ${version}: ${stem}-${version}.${suffix}`)),
    );
    expect(offered.map(({ said, download }) => said + download).sort()).toEqual(expected.sort());
    for (const { said, href, download } of offered) {
      const text = await (await fetch(href)).text();
      const document = (download.endsWith('.json') ? JSON.parse(text) : parse(text)) as Document & { readonly openapi: string };
      expect(`OpenAPI ${document.openapi}`).toMatch(said.replace(': ', ''));
      expect(Object.keys(document.paths).length).toBeGreaterThan(0);
    }
    await visit.goTo('#events');
    await page.getByRole('link', { name: 'events.json' }).waitFor();
    const told = await downloadsOf(page);
    expect(told.map(({ said }) => said)).toEqual(['AsyncAPI 3: ']);
    expect(await (await fetch(told[0]?.href ?? '')).json()).toMatchObject({ asyncapi: expect.stringMatching(/^3\./) });
    visit.expectNoFaults();
  });
});

interface Download {
  /** The words before the first link of its line. */
  readonly said: string;
  readonly href: string;
  readonly download: string;
}

const downloadsOf = (page: Page): Promise<readonly Download[]> =>
  page.evaluate<readonly Download[]>(`[...document.querySelectorAll('main a[download]')]
    .map((link) => ({ said: link.parentElement.firstChild.data, href: link.href, download: link.download }))`);

/** Goes by the menu to each operation, opens whatever is folded, and looks through the languages. */
const EVERY_PAGE = `(async () => {
  const shown = {};
  const all = (selector) => [...document.querySelectorAll('main ' + selector)];
  for (const { hash } of document.querySelectorAll('nav a')) {
    const changed = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
    location.hash = hash;
    await changed;
    for (const details of all('details')) details.open = true;
    const examples = all('.languages button').map((button) => {
      button.click();
      return document.querySelector('main [aria-label=Examples]').textContent;
    });
    shown[hash.slice(1)] = { title: all('h2')[0]?.textContent, sections: all('h3').map((one) => one.textContent), examples };
  }
  return shown;
})()`;
