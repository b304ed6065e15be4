#!/usr/bin/env node
// Takes the pictures of docs/pictures of a gateway with a simulated street: what the panel looks like now.
//   npm run screenshots
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import sharp from 'sharp';
import { pastPoint } from '../dist/bench/past-point.js';
import { townTags } from '../dist/src/devices/simulated/town.js';
import { openStore } from '../dist/src/store/store.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const UMEC = join(root, 'dist/src/umec.js');
const PICTURES = join(root, 'docs/pictures');
const TAGS = townTags(1, 12);
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 800 };
const TALL = { width: 1280, height: 1100 };
const WALL = { width: 1280, height: 720 };
/** What is shown, on what, what is there when it is whole, and whether cameras are to be seen. */
const SHOWN = {
  street: { at: '#/', viewport: DESKTOP, colorScheme: 'light', whole: '.tile', sees: true },
  'street-phone': { at: '#/', viewport: PHONE, colorScheme: 'dark', whole: '.tile', sees: true },
  sensor: {
    at: `#/sensors/${encodeURIComponent(TAGS[0].mac)}`,
    viewport: TALL,
    colorScheme: 'dark',
    whole: 'canvas',
    prepare: (page) => page.getByLabel('24 hours').check(),
  },
  camera: { at: '#/cameras/lens-1', viewport: DESKTOP, colorScheme: 'light', whole: 'svg', prepare: drawMask, sees: true },
  registry: { at: '#/registry', viewport: DESKTOP, colorScheme: 'light', whole: 'main details, main table' },
  wall: { at: '#/wall', viewport: WALL, colorScheme: 'dark', whole: '.tile', sees: true },
  apis: { at: 'docs/#CamerasCameraId_GET', viewport: TALL, colorScheme: 'light', whole: 'pre' },
};
const MINUTE_MS = 60_000;
const DAY_MIN = 24 * 60;
const SETTINGS = {
  devices: {
    radios: { town: { driver: 'simulated', tags: 12 } },
    cameras: { 'lens-1': { driver: 'simulated' } },
  },
};
/** Until the tags that are in range have been heard, and charts have something to draw. */
const LIVED_MS = Number(process.env.SCREENSHOTS_AFTER_MS ?? 60_000);

const folder = mkdtempSync(join(tmpdir(), 'umec-screenshots-'));
await remember();
const gateway = await start();
try {
  await gateway.answers();
  await sleep(LIVED_MS);
  const browser = await chromium.launch({
    executablePath: process.env.TEST_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  });
  mkdirSync(PICTURES, { recursive: true });
  for (const [name, shown] of Object.entries(SHOWN)) await take(browser, name, shown);
  await browser.close();
} finally {
  const ended = gateway.child.exitCode !== null || once(gateway.child, 'exit');
  gateway.child.kill();
  await ended;
  rmSync(folder, { recursive: true });
}

async function take(browser, name, { at, viewport, colorScheme, whole, prepare, sees }) {
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce', deviceScaleFactor: 1.5 });
  const page = await context.newPage();
  await page.goto(await gateway.link());
  await page.getByText('live', { exact: true }).waitFor();
  await page.goto(`${gateway.url}/${at}`);
  await prepare?.(page);
  await page.locator(whole).first().waitFor();
  const isSeen = () => [...document.querySelectorAll('canvas[role=img]')].some(({ width }) => width > 0);
  if (sees) await page.waitForFunction(isSeen);
  const picture = sharp(await page.screenshot());
  await picture.webp({ quality: 75 }).toFile(join(PICTURES, `${name}.webp`));
  console.error(`umec: docs/pictures/${name}.webp`);
  await context.close();
}

/** One that nobody has saved yet. */
async function drawMask(page) {
  await page.getByRole('button', { name: 'Mask', exact: true }).click();
  await page.getByRole('button', { name: 'Put it in the middle' }).click();
}

/** What a day of the town's tags was like. */
async function remember() {
  const store = await openStore({ dir: join(folder, 'data'), commitMs: 20 });
  const now = Date.now();
  for (const tag of TAGS) {
    const times = Array.from({ length: DAY_MIN }, (_, minute) => now - (DAY_MIN - minute) * MINUTE_MS);
    await store.history.append(times.map((time, n) => pastPoint(tag, 'town', time, n)));
  }
  // Node 20 knows no `await using`
  await store[Symbol.asyncDispose]();
}

async function start() {
  const port = await freePort();
  const config = join(folder, 'umec.yaml');
  const settings = { ...SETTINGS, http: { listen: `127.0.0.1:${port}` }, data: { dir: join(folder, 'data') } };
  writeFileSync(config, JSON.stringify(settings));
  const child = spawn(process.execPath, [UMEC, 'start', '--config', config], { stdio: ['ignore', 'ignore', 'inherit'] });
  const url = `http://127.0.0.1:${port}`;
  return {
    child,
    url,
    async answers() {
      while ((await fetch(`${url}/readyz`).catch(() => undefined))?.status !== 200) {
        if (child.exitCode !== null) throw new Error('the gateway has ended');
        await sleep(100);
      }
    },
    async link() {
      const asked = spawn(process.execPath, [UMEC, 'link', '--config', config], { stdio: ['ignore', 'pipe', 'inherit'] });
      let said = '';
      for await (const part of asked.stdout) said += part;
      return said.trim();
    },
  };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}
