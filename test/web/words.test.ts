import { expect, it } from '@jest/globals';
import { openedPages } from './api-pages.js';
import { atGateway } from './in-browser.js';

const settings = { auth: { mode: 'tokens' }, devices: { radios: {}, cameras: {}, chips: {} } };

interface Specification {
  readonly components: {
    readonly securitySchemes: {
      readonly oauth2: { readonly flows: { readonly clientCredentials: { readonly scopes: Record<string, string> } } };
    };
  };
}
interface Text {
  selectNodeContents(of: unknown): void;
  getClientRects(): { readonly length: number };
}
interface Shown {
  readonly document: { createRange(): Text };
}
/** Whether what stands there is one line. It runs in the page. */
const isOneLine = (shown: unknown) => {
  const text = (globalThis as unknown as Shown).document.createRange();
  text.selectNodeContents(shown);
  return text.getClientRects().length === 1;
};

atGateway('The words of the pages', settings, (own) => {
  it('say of each scope what the specification says of it', async () => {
    const { components } = await own.gateway.json<Specification>('/openapi/umec.json');
    const said = Object.entries(components.securitySchemes.oauth2.flows.clientCredentials.scopes);
    expect(said.length).toBeGreaterThan(10);
    await using visit = await own.visit({ to: '#/clients' });
    const { page } = visit;
    await page.locator('summary').getByText('Register a client').click();
    const form = page.getByRole('group', { name: 'Scopes' });
    await form.getByRole('checkbox').first().waitFor();
    const shown: string[] = [];
    for (const [scope] of said) shown.push((await page.locator(`[id="scope-${scope}"]`).textContent({ timeout: 5000 })) ?? '');
    expect(shown).toEqual(said.map(([, words]) => words));
    await visit.expectAccessible();
    visit.expectNoFaults();
  });

  it('are in one piece in a table of applications', async () => {
    const made = await own.gateway.send('POST', '/registry/v1/applications', { appName: 'plates' });
    expect(made.status).toBe(201);
    await using visit = await own.visit({ to: '#/registry' });
    const row = visit.page.getByRole('table', { name: 'Applications' }).getByRole('row', { name: 'plates' });
    expect(await row.getByText('management').evaluate(isOneLine)).toBe(true);
    expect(await row.getByRole('button', { name: 'Terminate' }).evaluate(isOneLine)).toBe(true);
    visit.expectNoFaults();
  });

  it('of an example are copied, or marked for the keyboard', async () => {
    await using visit = await openedPages(own, { hash: '#Cameras_GET' });
    const { page } = visit;
    await visit.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Python' }).click();
    await page.getByRole('button', { name: 'Copy: Examples' }).click();
    await page.getByText('copied', { exact: true }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toContain('from umec_client import Gateway');
    await page.getByRole('button', { name: 'curl' }).click();
    expect(await page.getByText('copied', { exact: true }).count()).toBe(0);
    await visit.context.clearPermissions();
    await page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))");
    await page.getByRole('button', { name: 'Copy: Examples' }).click();
    await page.getByText('selected: copy it').waitFor();
    expect(await page.evaluate('String(getSelection())')).toContain('curl --fail-with-body');
    await visit.expectAccessible();
    visit.expectNoFaults();
  });
});
