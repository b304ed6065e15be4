import { expect, it } from '@jest/globals';
import { until } from '../until.js';
import { atGateway } from './in-browser.js';

interface Field {
  value: string;
  dispatchEvent(event: unknown): void;
}
/** Types a year of five digits, as a keyboard can and a test's `fill` cannot. It runs in the page. */
const typeFarYear = (field: unknown) => {
  const typed = field as Field;
  typed.value = '99999-01-01T00:00';
  typed.dispatchEvent(new Event('input', { bubbles: true }));
};

const settings = { auth: { mode: 'tokens' }, devices: { cameras: {} } };

atGateway('Whoever looks through the audit log', settings, (own) => {
  it('may ask for the first of all years, and for none after 9999', async () => {
    await using visit = await own.visit({ to: '#/audit' });
    const { page } = visit;
    const show = page.getByRole('button', { name: 'Show', exact: true });
    const entries = page.getByRole('row').filter({ hasText: 'Session_POST' });
    await page.getByLabel('From').fill('0001-01-01T00:00');
    await show.click();
    await entries.first().waitFor();
    await page.getByLabel('Until').fill('0001-01-02T00:00');
    await show.click();
    await page.getByText('There is no such entry').waitFor();
    await page.getByLabel('Until').evaluate(typeFarYear);
    await show.click();
    // the browser says what is wrong; nothing is asked for, and what is shown stays
    await until(async () => page.getByLabel('Until').and(page.locator(':invalid:focus')).isVisible(), 20);
    await page.getByText('There is no such entry').waitFor();
    await page.getByLabel('Until').fill('9999-12-31T23:59');
    await show.click();
    await entries.first().waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    visit.expectNoFaults();
  });
});
