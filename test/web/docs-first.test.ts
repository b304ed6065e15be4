import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { FIRST_PROGRAM } from '../../src/http/api-pages/first-steps.js';
import { saidInShell } from '../docs/shell.js';
import { tempDirectory } from '../temp-directory.js';
import { hear, radios, YARD } from './attic.js';
import { openedPages } from './api-pages.js';
import { LOOKS, Visit } from './harness.js';
import { atGateway } from './in-browser.js';

const settings = { auth: { mode: 'tokens' }, devices: { radios, cameras: { 'lens-1': { driver: 'simulated' } }, chips: {} } };

const copiedFrom = async (page: Page, name: string) => (await page.getByRole('group', { name, exact: true }).textContent()) ?? '';

atGateway('Who calls the gateway for the first time', settings, (own) => {
  /** Runs what was copied, where a checkout's `npx umec` is. */
  const run = async (cwd: string, ...commands: readonly string[]) => (await saidInShell(commands, own.gateway, { cwd })).join('');

  it('has a program by what stands on the first page, and nothing else', async () => {
    await hear(own.gateway, YARD, { temperature: 21.5 });
    using folder = tempDirectory();
    await using visit = await openedPages(own, { look: LOOKS[1] });
    const { page } = visit;
    writeFileSync(join(folder.path, 'first.mjs'), await copiedFrom(page, 'first.mjs'));
    const said = await run(folder.path, await copiedFrom(page, 'Once in the shell'));
    expect(said.split('\n').slice(0, 2)).toEqual(['tags that are heard: 1', `${YARD} 21.5 °C`]);
    await page.getByText('is published nowhere').first().waitFor();
    await visit.expectAccessible();
    visit.expectNoFaults();
  }, 60_000);

  it('finds above the examples of an operation what they want, and runs one', async () => {
    using folder = tempDirectory();
    await using visit = await openedPages(own, { hash: '#CamerasCameraId_GET', look: LOOKS[1] });
    const { page } = visit;
    const said = await run(folder.path, await copiedFrom(page, 'Once in the shell'), await copiedFrom(page, 'Examples'));
    expect(JSON.parse(said.replaceAll('\f', ''))).toMatchObject({ cameraId: 'lens-1' });
    await visit.goTo('#Events_GET');
    await page.getByRole('button', { name: 'TypeScript' }).click();
    await page.getByText('npm run sdk -- typescript').waitFor();
    await page.getByText('node --experimental-websocket example.mjs').waitFor();
    await page.getByRole('button', { name: 'Python' }).click();
    await page.getByText('npm run sdk -- python').waitFor();
    await visit.goTo('#Healthz_GET');
    await visit.expectAccessible();
    visit.expectNoFaults();
  }, 60_000);
});

atGateway('Who need not sign in', { devices: settings.devices }, (own) => {
  it('is asked for no token, neither on the first page nor by an operation', async () => {
    using folder = tempDirectory();
    await using visit = await Visit.open(own.browser, `${own.gateway.url}/docs/`);
    const { page } = visit;
    await page.getByText('Nobody has to sign in here').waitFor();
    const commands = await copiedFrom(page, 'Once in the shell');
    expect(commands).toBe(`export UMEC_URL=${own.gateway.url}\nnode first.mjs\n`);
    writeFileSync(join(folder.path, 'first.mjs'), FIRST_PROGRAM);
    expect((await saidInShell([commands], own.gateway, { cwd: folder.path })).join('')).toMatch(/^tags that are heard: 0\n/);
    await visit.goTo('#Tags_GET');
    await page.getByRole('heading', { name: 'Every tag the gateway knows' }).waitFor();
    expect(await copiedFrom(page, 'Once in the shell')).toBe(`export UMEC_URL=${own.gateway.url}\n`);
    expect(await page.getByText('The token is of').isVisible()).toBe(false);
    visit.expectNoFaults();
  }, 60_000);
});
