import { afterAll, beforeAll, describe, it, expect } from '@jest/globals';
import { type ChildProcess, spawn as spawnProcess, spawnSync } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdir, mkdtemp, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { spawnChild, type Spawn } from '../../../src/devices/child.js';
import { FfmpegCamera } from '../../../src/devices/v4l2/ffmpeg-camera.js';
import { active, suspended } from '../../../src/registry/health.js';
import { cameraContract, take } from '../../camera/camera-contract.js';
import { ManualClock } from '../../manual-clock.js';
import { type FakeFfmpeg, fakeSpawn } from './fake-ffmpeg.js';

const testPattern = { source: 'testsrc2=size=320x240:rate=20', format: 'lavfi' };
const never = new AbortController().signal;
const ONE_JPEG = ['-frames:v', '1', '-f', 'mjpeg', 'pipe:1'];
const hasFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0;
let folder: string;
let jpeg: Buffer;
let live: { readonly source: string } & Disposable;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'umec-camera-'));
  jpeg = await sharp({ create: { width: 16, height: 16, channels: 3, background: 'teal' } })
    .jpeg()
    .toBuffer();
  live = await networkCamera(jpeg);
  if (hasFfmpeg)
    spawnSync('ffmpeg', ['-nostdin', '-f', 'lavfi', '-i', `${testPattern.source}:duration=1`, join(folder, 'film.avi')]);
});
afterAll(async () => {
  live[Symbol.dispose]();
  await rm(folder, { recursive: true });
});

const device = process.env.TEST_CAMERA;
if (device && hasFfmpeg) cameraContract('FfmpegCamera on a V4L2 device', () => new FfmpegCamera('lens-1', { device }));
else it.todo('FfmpegCamera on a V4L2 device keeps the Camera contract (set TEST_CAMERA=/dev/video0)');

cameraContract('FfmpegCamera on a V4L2 device that a test speaks for', () => {
  // a device that is always there, and nobody opens
  return new FfmpegCamera('lens-1', { device: '/dev/null' }, { spawn: fakeSpawn((child) => films(child)) });
});

if (hasFfmpeg) {
  cameraContract('FfmpegCamera on a file', () => new FfmpegCamera('lens-1', { source: join(folder, 'film.avi'), loop: true }));
  cameraContract('FfmpegCamera on a network camera', () => new FfmpegCamera('lens-1', { source: live.source }));
  cameraContract('FfmpegCamera on a filter graph', () => new FfmpegCamera('lens-1', testPattern));
  describe('FfmpegCamera with the real ffmpeg', withRealFfmpeg);
} else it.todo('FfmpegCamera with the real ffmpeg (apt-get install ffmpeg)');

function withRealFfmpeg(): void {
  it('plays a video file again and again, in its colours', async () => {
    const source = join(folder, 'colours.avi');
    const second = (colour: string): string => `color=${colour}:size=64x48:rate=10:duration=1`;
    const graph = `${second('red')}[a];${second('blue')}[b];[a][b]concat`;
    expect(spawnSync('ffmpeg', ['-nostdin', '-f', 'lavfi', '-i', graph, '-c:v', 'mjpeg', source]).status).toBe(0);
    await using camera = new FfmpegCamera('lens-1', { source, loop: true });
    const seen: string[] = [];
    for await (const frame of camera.frames(never)) {
      const { channels } = await sharp(frame.jpeg).stats();
      const [red = 0, , blue = 0] = channels.map(({ mean }) => mean);
      const colour = red > 200 && blue < 60 ? 'red' : red < 60 && blue > 200 ? 'blue' : 'neither';
      if (colour !== seen.at(-1)) seen.push(colour);
      if (seen.length === 3) break;
    }
    expect(seen).toEqual(['red', 'blue', 'red']);
  });

  it('logs in at a camera whose address has a password, which no argument shows', async () => {
    const picture = spawnSync('ffmpeg', ['-nostdin', '-f', 'lavfi', '-i', 'color=red:size=64x48', ...ONE_JPEG]).stdout;
    using server = await networkCamera(picture, "me:sword'fish");
    const { port } = new URL(server.source);
    const started: (readonly string[])[] = [];
    const spawn: Spawn = (command, args, input) => {
      started.push(args);
      return spawnChild(command, args, input);
    };
    await using camera = new FfmpegCamera('lens-1', { source: `http://me:sword'fish@127.0.0.1:${port}/live` }, { spawn });
    let red = 0;
    for await (const frame of camera.frames(never)) {
      red = (await sharp(frame.jpeg).stats()).channels[0]?.mean ?? 0;
      break;
    }
    expect(red).toBeGreaterThan(200);
    expect(started.flat().join(' ')).not.toContain('fish');
  });

  it('leaves no process behind, however its reader ends', async () => {
    const started: ChildProcess[] = [];
    const spawn: Spawn = (command, args) => {
      const child = spawnProcess(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
      started.push(child);
      return child;
    };
    const camera = new FfmpegCamera('lens-1', testPattern, { spawn });
    await take(camera, 2);
    for await (const _frame of camera.frames(never)) break;
    const busy = camera.frames(never);
    await busy.next();
    await camera[Symbol.asyncDispose](); // while its reader is busy with a frame
    expect(started).toHaveLength(3);
    for (const child of started) expect(child.exitCode ?? child.signalCode).not.toBeNull();
  });

  it('says so when ffmpeg dies on the way', async () => {
    const started: ChildProcess[] = [];
    const spawn: Spawn = (command, args) => {
      const child = spawnProcess(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
      started.push(child);
      return child;
    };
    await using camera = new FfmpegCamera('lens-1', testPattern, { spawn });
    const frames = camera.frames(never);
    await frames.next();
    started[0]?.kill('SIGKILL');
    await expect(untilTheEnd(frames)).rejects.toMatchObject({ code: 'unavailable' });
    expect(camera.health.value.state).toBe('SUSPENDED');
    await take(camera, 1);
    expect(camera.health.value).toEqual(active);
  });

  it('says which file is missing', async () => {
    await using camera = new FfmpegCamera('lens-1', { source: join(folder, 'missing.mp4') });
    await expect(take(camera, 1)).rejects.toThrow('missing.mp4: it does not exist');
    expect(camera.health.value.reason).toContain('it does not exist');
  });
}

describe('FfmpegCamera', () => {
  it('is SUSPENDED from the beginning when its device is missing, and starts nothing', async () => {
    const spawn = fakeSpawn();
    await using camera = new FfmpegCamera('lens-1', { device: '/dev/video99' }, { spawn });
    const reason =
      'no camera at /dev/video99; plug it in, or correct the device in the configuration: umec detect lists those that there are';
    expect(camera.health.value).toEqual(suspended(reason));
    await expect(take(camera, 1)).rejects.toMatchObject({ code: 'unavailable', message: reason });
    expect(spawn.children).toHaveLength(0);
  });

  it('follows its device within 5 s while nobody looks', async () => {
    const clock = new ManualClock();
    const node = join(folder, 'follows');
    await symlink('/dev/null', node);
    await using camera = new FfmpegCamera('lens-1', { device: node }, { clock });
    expect(camera.health.value).toEqual(active);
    await unlink(node);
    await clock.advance(5000);
    expect(camera.health.value.state).toBe('SUSPENDED');
    await symlink('/dev/null', node);
    await clock.advance(5000);
    expect(camera.health.value).toEqual(active);
  });

  it('asks a device once for its formats, and passes its own images through', async () => {
    const node = join(folder, 'asks');
    await symlink('/dev/null', node);
    const spawn = fakeSpawn((child) => {
      if (child.args.includes('-list_formats')) child.exit('[v4l2 @ 0x1] Compressed: mjpeg : Motion-JPEG : 640x480\n');
      else child.stdout.write(jpeg);
    });
    await using camera = new FfmpegCamera('lens-1', { device: node }, { spawn });
    await take(camera, 1);
    await take(camera, 1);
    const purposes = spawn.children.map(({ args }) =>
      args.includes('-list_formats') ? 'ask' : args.includes('copy') ? 'copy' : 'encode',
    );
    expect(purposes).toEqual(['ask', 'copy', 'copy']);
  });

  it('asks again when another camera is plugged in', async () => {
    const clock = new ManualClock();
    const node = join(folder, 'another');
    let format = 'Compressed: mjpeg';
    const spawn = fakeSpawn((child) => {
      if (child.args.includes('-list_formats')) child.exit(`[v4l2 @ 0x1] ${format} : what it is : 640x480\n`);
      else child.stdout.write(jpeg);
    });
    await symlink('/dev/null', node);
    await using camera = new FfmpegCamera('lens-1', { device: node }, { spawn, clock });
    await take(camera, 1);
    await unlink(node);
    await clock.advance(2000);
    await symlink('/dev/null', node);
    format = 'Raw: yuyv422';
    await take(camera, 1);
    expect(spawn.children.map(({ args }) => args.includes('-list_formats'))).toEqual([true, false, true, false]);
    expect(spawn.children.at(-1)?.args).toContain('yuyv422');
  });

  it('asks again after a failure: what feeds a virtual camera may give it other pictures now', async () => {
    const node = join(folder, 'changes');
    await symlink('/dev/null', node);
    let format = 'mjpeg';
    const spawn = fakeSpawn((child) => {
      if (child.args.includes('-list_formats')) child.exit(`[v4l2 @ 0x1] Raw: ${format} : what it is : 640x480\n`);
      else if (child.args.includes(format)) child.stdout.write(jpeg);
      else child.exit(`Cannot find a proper format\n`);
    });
    await using camera = new FfmpegCamera('lens-1', { device: node }, { spawn });
    await take(camera, 1);
    format = 'yuyv422';
    await expect(take(camera, 1)).rejects.toThrow('does not offer the inputFormat');
    await take(camera, 1);
    expect(camera.health.value).toEqual(active);
  });

  it('says of a device that ffmpeg lost on the way that it is gone, and says it once', async () => {
    const clock = new ManualClock();
    const node = join(folder, 'pulled');
    await symlink('/dev/null', node);
    const spawn = fakeSpawn((child) => child.stdout.write(jpeg));
    await using camera = new FfmpegCamera('lens-1', { device: node, inputFormat: 'mjpeg' }, { spawn, clock });
    const reasons: unknown[] = [];
    camera.health.watch(({ reason }) => reasons.push(reason));
    const frames = camera.frames(never);
    await frames.next();
    await unlink(node);
    spawn.children[0]?.exit('ioctl(VIDIOC_DQBUF): No such device\n');
    await expect(frames.next()).rejects.toThrow(`no camera at ${node}`);
    await clock.advance(60_000);
    expect(reasons).toEqual([expect.stringContaining(`no camera at ${node}`)]);
  });

  it('stays SUSPENDED when a picture arrives that was on its way while its device went', async () => {
    const clock = new ManualClock();
    const node = join(folder, 'late');
    await symlink('/dev/null', node);
    const spawn = fakeSpawn((child) => child.stdout.write(jpeg));
    await using camera = new FfmpegCamera('lens-1', { device: node, inputFormat: 'mjpeg' }, { spawn, clock });
    const frames = camera.frames(never);
    await frames.next();
    await unlink(node);
    await clock.advance(2000);
    spawn.children[0]?.stdout.write(jpeg);
    expect((await frames.next()).done).toBe(false);
    expect(camera.health.value.state).toBe('SUSPENDED');
    await frames.return();
  });

  it('is SUSPENDED while nothing feeds its virtual device, which stays where it is', async () => {
    const clock = new ManualClock();
    const node = join(folder, 'virtual');
    await symlink('/dev/null', node);
    await mkdir(join(folder, 'sys/dev/char/1:3'), { recursive: true });
    const format = (of: string): Promise<void> => writeFile(join(folder, 'sys/dev/char/1:3/format'), of);
    await format('');
    const spawn = fakeSpawn((child) => child.stdout.write(jpeg));
    const input = { device: node, inputFormat: 'mjpeg' };
    await using camera = new FfmpegCamera('lens-1', input, { spawn, clock, sys: join(folder, 'sys') });
    expect(camera.health.value.reason).toContain('nothing feeds the virtual camera');
    await expect(take(camera, 1)).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('nothing feeds'),
    });
    expect(spawn.children).toHaveLength(0);
    await format('MJPG:640x360@30\n');
    await clock.advance(2000);
    expect(camera.health.value).toEqual(active);
    await take(camera, 1);
  });

  it('does not ask when the configuration says what to use', async () => {
    const node = join(folder, 'told');
    await symlink('/dev/null', node);
    const spawn = fakeSpawn((child) => child.stdout.write(jpeg));
    await using camera = new FfmpegCamera('lens-1', { device: node, inputFormat: 'yuyv422' }, { spawn });
    await take(camera, 1);
    expect(spawn.children.map(({ args }) => args.includes('yuyv422'))).toEqual([true]);
  });

  it('says that a device is busy, and is ACTIVE again with the next frame', async () => {
    let busy = true;
    const spawn = fakeSpawn((child) => (busy ? child.exit('lens: Device or resource busy\n') : child.stdout.write(jpeg)));
    await using camera = new FfmpegCamera('lens-1', { source: 'lens' }, { spawn });
    await expect(take(camera, 1)).rejects.toThrow('another program is using it');
    expect(camera.health.value.state).toBe('SUSPENDED');
    busy = false;
    await take(camera, 1);
    expect(camera.health.value).toEqual(active);
  });

  it('says how to get ffmpeg when it is missing', async () => {
    const spawn: Spawn = (_command, args) => spawnChild('no-such-program-as-ffmpeg', args);
    await using camera = new FfmpegCamera('lens-1', testPattern, { spawn });
    await expect(take(camera, 1)).rejects.toThrow('ffmpeg is not installed; apt-get install ffmpeg');
  });

  it('outlives a machine that has no file descriptors left', async () => {
    const spawn: Spawn = () => {
      const child = Object.assign(new EventEmitter(), { stdout: undefined, stderr: undefined, kill: () => false });
      process.nextTick(() => child.emit('error', Object.assign(new Error('spawn ffmpeg EMFILE'), { code: 'EMFILE' })));
      return child;
    };
    await using camera = new FfmpegCamera('lens-1', testPattern, { spawn });
    await expect(take(camera, 1)).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('too many files open'),
    });
    expect(camera.health.value.state).toBe('SUSPENDED');
  });

  it('gives up a child that writes nothing, and makes it go', async () => {
    const clock = new ManualClock();
    const spawn = fakeSpawn(undefined, 'SIGKILL');
    await using camera = new FfmpegCamera('lens-1', testPattern, { spawn, clock, frameTimeoutMs: 8000 });
    const waiting = expect(take(camera, 1)).rejects.toMatchObject({
      code: 'timeout',
      message: expect.stringContaining('within 8 s'),
    });
    await clock.advance(7999);
    expect(spawn.children[0]?.killed).toEqual([]);
    await clock.advance(2000);
    expect(spawn.children[0]?.killed).toEqual(['SIGTERM']);
    await clock.advance(2000);
    expect(spawn.children[0]?.killed).toEqual(['SIGTERM', 'SIGKILL']);
    await waiting;
    expect(camera.health.value.state).toBe('SUSPENDED');
  });

  it('waits longer for a camera that is asked for less than a frame in three seconds', async () => {
    const clock = new ManualClock();
    const spawn = fakeSpawn();
    await using camera = new FfmpegCamera('lens-1', { ...testPattern, fps: 0.1 }, { spawn, clock });
    const first = camera.frames(never).next();
    await clock.advance(29_000);
    spawn.children[0]?.stdout.write(jpeg);
    expect((await first).done).toBe(false);
  });

  it('does not wait for ever for a child that cannot be killed', async () => {
    const clock = new ManualClock();
    const spawn = fakeSpawn(undefined, 'SIGHUP');
    await using camera = new FfmpegCamera('lens-1', testPattern, { spawn, clock });
    const stop = new AbortController();
    const ended = camera.frames(stop.signal).next();
    await clock.advance(0);
    stop.abort();
    await clock.advance(4000);
    expect(await ended).toMatchObject({ done: true });
    spawn.children[0]?.exit();
  });

  it('gives a slow reader the newest frame, drops what is damaged, and the numbers show it', async () => {
    const clock = new ManualClock();
    const spawn = fakeSpawn();
    await using camera = new FfmpegCamera('lens-1', testPattern, { spawn, clock });
    const frames = camera.frames(never);
    const first = frames.next();
    await clock.advance(0);
    const [child] = spawn.children;
    child?.stdout.write(jpeg);
    expect((await first).value).toMatchObject({ sequence: 1, capturedAt: clock.now() });
    for (const image of [jpeg, jpeg, jpeg.subarray(0, -2), jpeg]) child?.stdout.write(image);
    await clock.advance(40);
    expect((await frames.next()).value).toMatchObject({ sequence: 5 });
    expect(camera.counters).toEqual({ frames: 4, damaged: 1 });
    await frames.return();
  });

  it('stops the child although the reader is busy with a frame', async () => {
    const spawn = fakeSpawn((child) => child.stdout.write(jpeg));
    await using camera = new FfmpegCamera('lens-1', testPattern, { spawn });
    const stop = new AbortController();
    const frames = camera.frames(stop.signal);
    await frames.next();
    stop.abort();
    expect(spawn.children[0]?.killed).toEqual(['SIGTERM']);
  });

  it('gives up an image that grows without end', async () => {
    const clock = new ManualClock();
    const spawn = fakeSpawn();
    await using camera = new FfmpegCamera('lens-1', testPattern, { spawn, clock });
    const stop = new AbortController();
    const waiting = camera.frames(stop.signal).next();
    await clock.advance(0);
    spawn.children[0]?.stdout.write(jpeg.subarray(0, -2));
    for (let megabyte = 0; megabyte < 17; megabyte++) spawn.children[0]?.stdout.write(Buffer.alloc(1024 * 1024));
    await clock.advance(100);
    expect(camera.counters).toEqual({ frames: 0, damaged: 1 });
    stop.abort();
    await waiting;
  });
});

async function untilTheEnd(frames: AsyncIterable<unknown>): Promise<void> {
  for await (const _frame of frames);
}

/** Says that the device gives JPEG, then gives pictures until it is told to stop. */
function films(child: FakeFfmpeg): void {
  if (child.args.includes('-list_formats')) {
    child.exit('[v4l2 @ 0x1] Compressed: mjpeg : Motion-JPEG : 640x480\n');
    return;
  }
  const filming = setInterval(() => child.stdout.writable && child.stdout.write(jpeg), 20);
  child.once('close', () => clearInterval(filming));
}

/** @param login name and password, without which it shows nothing; absent: everybody may look */
async function networkCamera(picture: Uint8Array, login?: string): Promise<{ source: string } & Disposable> {
  const welcome = login && `Basic ${Buffer.from(login).toString('base64')}`;
  const server = createServer((req, res) => {
    if (welcome !== undefined && req.headers.authorization !== welcome)
      return void res.writeHead(401, { 'WWW-Authenticate': 'Basic realm="lens"' }).end();
    res.writeHead(200, { 'Content-Type': 'multipart/x-mixed-replace; boundary=next' });
    const part = `--next\r\nContent-Type: image/jpeg\r\nContent-Length: ${picture.length}\r\n\r\n`;
    const sending = setInterval(() => void res.write(Buffer.concat([Buffer.from(part), picture, Buffer.from('\r\n')])), 20);
    res.on('close', () => clearInterval(sending));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    source: `http://127.0.0.1:${port}/live`,
    [Symbol.dispose]: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
