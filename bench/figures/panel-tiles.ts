import { setTimeout as sleep } from 'node:timers/promises';
import { tempDirectory } from '../../test/temp-directory.js';
import { type Benchmark, figure } from '../benchmark.js';
import { MeasuredBrowser, OnePage } from '../browser.js';
import { ServerProcess } from '../servers/server-process.js';

const SECONDS = 20;
/** Of so many simulated tags about 100 readings come in a second: some are out of range, and some packets are lost. */
const TAGS = 270;
const BY_HAND = `<!doctype html><body></body><script>
  const all = Array.from({ length: 100 }, () => document.body.appendChild(document.createElement('p')));
  setInterval(() => all.forEach((one) => (one.textContent = Math.random().toFixed(2))), 1000);
</script>`;

/** The share of a core that a browser takes for tiles of which 100 change in a second; no pictures. */
export const panelTiles: Benchmark = async (_, effort) => {
  using dir = tempDirectory();
  const devices = JSON.stringify({ radios: { town: { driver: 'simulated', tags: TAGS } }, cameras: {} });
  await using gateway = await ServerProcess.start('gateway', dir.path, 'none', devices);
  await using byHand = await OnePage.serve(BY_HAND);
  const share = async (url: string, shown: string) => {
    await using browser = await MeasuredBrowser.open();
    await using page = await browser.page();
    await page.goto(url);
    await page.locator(shown).nth(50).waitFor();
    // all tags that are in range have been heard once by then
    await sleep(2000);
    const before = await browser.cpuSeconds();
    const began = performance.now();
    await sleep(SECONDS * 1000 * effort);
    return ((await browser.cpuSeconds()) - before) / ((performance.now() - began) / 1000);
  };
  const reference = { name: '100 texts by hand', value: 100 * (await share(byHand.url, 'p')) };
  const value = 100 * (await share(`${gateway.url}/`, '.tile'));
  return [figure({ name: 'panel, 100 tiles a second', value, unit: '% of a core', reference, aim: '≤ 10 %' })];
};
