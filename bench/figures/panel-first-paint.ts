import type { BrowserContext } from 'playwright-core';
import { askDoor } from '../../src/control/ask-door.js';
import type { OwnerLink } from '../../src/control/owner-services.js';
import { tempDirectory } from '../../test/temp-directory.js';
import { type Benchmark, figure, median, rounds } from '../benchmark.js';
import { MeasuredBrowser, OnePage } from '../browser.js';
import { ServerProcess } from '../servers/server-process.js';

const RUNS = 5;
/** A phone beside the machine that measures. */
const SLOWED = 4;

interface Window {
  painted?: number;
}
interface Watched {
  readonly document: { querySelector(selector: string): object | null };
  readonly performance: { now(): number; getEntriesByName(name: string): readonly { readonly startTime: number }[] };
  requestAnimationFrame(then: () => void): void;
}

/** Notes when the first tile with a value has been painted, ms after the page was asked for. It runs in the page. */
function watchForTile(): void {
  const page = globalThis as unknown as Watched & Window;
  const look = (): void =>
    page.requestAnimationFrame(() => {
      if (page.document.querySelector('.tile dd')) page.requestAnimationFrame(() => (page.painted = page.performance.now()));
      else look();
    });
  look();
}
const painted = () => (globalThis as Window).painted;
/** When anything was painted first, ms after the page was asked for. */
const anyPainted = () => (globalThis as unknown as Watched).performance.getEntriesByName('first-contentful-paint')[0]?.startTime;

/** Signed in, as somebody is who comes back, and nothing in the browser's memory but that. @param dir of the gateway's data */
async function signIn({ request }: BrowserContext, url: string, dir: string): Promise<void> {
  const { url: link } = await askDoor<OwnerLink>(dir, 'link', {});
  const answer = await request.post(`${url}/session`, { headers: { Origin: url }, data: { code: link.split('#sign-in=')[1] } });
  if (!answer.ok()) throw new Error(`nobody is signed in: ${answer.status()}`);
}

/** From asking for the panel to its menu and headings, and to the first tile with a value, that are painted. */
export const panelFirstPaint: Benchmark = async (_, effort) => {
  using dir = tempDirectory();
  await using gateway = await ServerProcess.start('gateway', dir.path, 'tokens');
  await using line = await OnePage.serve('<!doctype html><dl class="tile"><dd>22.5</dd></dl>');
  await using browser = await MeasuredBrowser.open();
  const msTo = async (url: string, prepare: (context: BrowserContext) => Promise<void> = () => Promise.resolve()) => {
    await using page = await browser.page(SLOWED);
    await prepare(page.context());
    await page.addInitScript(watchForTile);
    await page.goto(url);
    const tile = Number(await (await page.waitForFunction(painted)).jsonValue());
    return { tile, any: Number(await page.evaluate(anyPainted)) };
  };
  type Painted = Awaited<ReturnType<typeof msTo>>;
  const [ours, theirs]: [Painted[], Painted[]] = [[], []];
  for (let run = 0; run < rounds(RUNS, effort); run++) {
    ours.push(await msTo(`${gateway.url}/`, (context) => signIn(context, gateway.url, dir.path)));
    theirs.push(await msTo(line.url));
  }
  const compared = (name: string, which: keyof Painted) => {
    const [value, line] = [ours, theirs].map((all) => median(all.map((one) => one[which]))) as [number, number];
    return figure({
      name: `panel, signed in, ${name}, CPU ${SLOWED}× slower`,
      value,
      unit: 'ms',
      reference: { name: 'a page of one line', value: line },
      aim: '≤ 1,000 ms',
    });
  };
  return [compared('first paint', 'any'), compared('first tile', 'tile')];
};
