/** Reads a camera that is fed with marked pictures, by the kernel and by ffmpeg, and says on stdout what came of it. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { openSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Camera } from '../../../src/camera/camera.js';
import { openV4l2, type Reader } from '../../../src/devices/v4l2/open-v4l2.js';
import { markOf } from './marked.js';

/** What came of one way of reading. */
export interface Read {
  readonly reader: Reader;
  /** Pictures that were fed meanwhile, and those of them that arrived. */
  readonly fed: number;
  readonly read: number;
  /** From when the driver had it until it is a frame: of half of them, and of all but one in a hundred. */
  readonly latencyMs: { readonly p50: number; readonly p99: number };
  /** Of the reader and all that it started. */
  readonly cpuMsPerFrame: number;
}

const FPS = 10;
const TICK_MS = 10;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [device = '', picture = '', frames = '', rounds = ''] = process.argv.slice(2);
  const feeder = startFeeding(device, picture);
  const done: Read[] = [];
  for (let round = 0; round < Number(rounds); round++)
    for (const reader of ['kernel', 'ffmpeg'] as const) done.push(await read(device, reader, Number(frames), feeder));
  process.stdout.write(JSON.stringify(done));
  feeder.kill('SIGKILL');
}

function startFeeding(device: string, picture: string): ChildProcess {
  // the format is forgotten when nobody has the device open
  openSync(device, 'r+');
  const format = '--set-fmt-video-out=width=640,height=360,pixelformat=MJPG';
  const { status } = spawnSync('v4l2-ctl', ['-d', device, format], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`v4l2-ctl ended with ${status}`);
  const program = fileURLToPath(new URL('feed.js', import.meta.url));
  return spawn(process.execPath, [program, device, picture, String(FPS)], { stdio: ['ignore', 'ignore', 'inherit'] });
}

async function read(device: string, reader: Reader, frames: number, feeder: ChildProcess): Promise<Read> {
  await using camera = await opened(device, reader);
  const stop = new AbortController();
  const latencies: number[] = [];
  let [first, last, cpu] = [-1, -1, 0];
  for await (const { jpeg } of camera.frames(stop.signal)) {
    const { number, at } = markOf(jpeg);
    // the first is one that waited; with it all is started
    if (first < 0) [first, cpu] = [number, cpuMs(feeder)];
    else latencies.push(Number(process.hrtime.bigint() - at) / 1e6);
    last = number;
    if (latencies.length < frames) continue;
    cpu = cpuMs(feeder) - cpu;
    stop.abort();
  }
  const sorted = latencies.sort((a, b) => a - b);
  const quantile = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? NaN;
  const latencyMs = { p50: quantile(0.5), p99: quantile(0.99) };
  return { reader, fed: last - first, read: latencies.length, latencyMs, cpuMsPerFrame: cpu / latencies.length };
}

/** Once it is fed: before that there can be no picture. */
async function opened(device: string, reader: Reader): Promise<Camera> {
  const camera = await openV4l2('measured', { device, reader });
  while (camera.health.value.state !== 'ACTIVE') await sleep(100);
  return camera;
}

/** Of this process and its children, but for what feeds the camera. */
function cpuMs(feeder: ChildProcess): number {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== feeder.pid)
    .flatMap(statOf)
    .filter(({ pid, parent }) => pid === process.pid || parent === process.pid)
    .reduce((sum, { ms }) => sum + ms, 0);
}

/** @returns nothing of what has ended meanwhile; see proc(5), /proc/pid/stat */
function statOf(name: string): { readonly pid: number; readonly parent: number; readonly ms: number }[] {
  try {
    const fields = (readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1] ?? '').split(' ');
    return [{ pid: Number(name), parent: Number(fields[1]), ms: (Number(fields[11]) + Number(fields[12])) * TICK_MS }];
  } catch {
    return [];
  }
}
