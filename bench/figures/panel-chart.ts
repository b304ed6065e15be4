import type { Page } from 'playwright-core';
import type { SimulatedTag } from '../../src/devices/simulated/tag.js';
import { townTags } from '../../src/devices/simulated/town.js';
import { openStore } from '../../src/store/store.js';
import { tempDirectory } from '../../test/temp-directory.js';
import { type Benchmark, figure, median, rounds } from '../benchmark.js';
import { MeasuredBrowser, OnePage } from '../browser.js';
import { pastPoint } from '../past-point.js';
import { ServerProcess } from '../servers/server-process.js';

const RUNS = 5;
/** A phone beside the machine that measures. */
const SLOWED = 4;
const MINUTE = 60_000;
const DAYS = 30;
const COMMIT = 1000;
/** As many points as the chart has, an hour to each. */
const BY_HAND = `<!doctype html><canvas width="900" height="360"></canvas><script>
  addEventListener('load', () => requestAnimationFrame(() => {
    const start = performance.now();
    const context = document.querySelector('canvas').getContext('2d');
    for (let at = 0; at < ${DAYS * 24}; at++) context.lineTo((at / ${DAYS * 24}) * 900, 180 + 100 * Math.sin(at / 24));
    context.stroke();
    performance.measure('chart', { start, end: performance.now() });
  }));
</script>`;

/** From the answer of thirty days of one tag, a reading each minute, to the chart that is drawn. */
export const panelChart: Benchmark = async (_, effort) => {
  using dir = tempDirectory();
  const [tag] = townTags(1, 1);
  if (!tag) throw new Error('there is no town');
  await remember(dir.path, tag);
  await using gateway = await ServerProcess.start('gateway', dir.path);
  await using line = await OnePage.serve(BY_HAND);
  await using browser = await MeasuredBrowser.open();
  const ms = async (url: string, then?: (page: Page) => Promise<void>) => {
    await using page = await browser.page(SLOWED);
    await page.goto(url);
    await then?.(page);
    return Number(await (await page.waitForFunction(lastChart)).jsonValue());
  };
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let run = 0; run < rounds(RUNS, effort); run++) {
    ours.push(await ms(`${gateway.url}/#/sensors/${encodeURIComponent(tag.mac)}`, showThirtyDays));
    theirs.push(await ms(line.url));
  }
  const reference = { name: `a line of ${DAYS * 24} points by hand`, value: median(theirs) };
  return [
    figure({ name: `panel, chart of ${DAYS} days, CPU ${SLOWED}×`, value: median(ours), unit: 'ms', reference, aim: '≤ 100 ms' }),
  ];
};

/** Once a chart has been drawn, of which only the last counts. It runs in the page. */
const lastChart = () => performance.getEntriesByName('chart').at(-1)?.duration;

async function showThirtyDays(page: Page): Promise<void> {
  await page.waitForFunction(lastChart);
  await page.evaluate(() => performance.clearMeasures('chart'));
  await page.getByLabel('30 days').check();
}

async function remember(dir: string, tag: SimulatedTag): Promise<void> {
  await using store = await openStore({ dir, commitMs: 20 });
  const end = Date.now();
  const count = DAYS * 24 * 60;
  const pointOf = (n: number) => pastPoint(tag, 'simulated-town', end - (count - n) * MINUTE, n);
  for (let from = 0; from < count; from += COMMIT)
    await store.history.append(Array.from({ length: Math.min(COMMIT, count - from) }, (_, at) => pointOf(from + at)));
}
