import { expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Read } from './camera/readers.js';
import { CameraStream } from './camera-stream.js';
import { roughPicture } from './rough-picture.js';
import type { RunningLab } from './running-lab.js';

const READERS = 10;
const ROUNDS = 3;
/** Of one reader, in a round. */
const FRAMES = 30;
/** ms, for an emulator that shares its machine */
const MOST_MS = 300_000;
const TICK_MS = 10;

/** A server that shows the fed camera. */
interface Server {
  readonly name: string;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly stream: () => Promise<CameraStream>;
  /** Where its process id is written. */
  readonly pidFile: string;
}

/** What cameras cost. An emulator says nothing of how fast something is, and little of how much faster than something else: it is printed. */
export function cameraCost(running: () => RunningLab): void {
  it('reads a camera by the kernel and by ffmpeg, and says what was lost, how late, and for how much', async () => {
    const { lab, cameras, report } = running();
    await cameras.stopFeeding();
    await cameras.unread();
    writeFileSync(join(lab.shared, 'marked.jpg'), await roughPicture('teal'));
    const program = `exec node /gateway/dist/test/hardware/camera/readers.js ${cameras.fed} /lab/marked.jpg ${FRAMES} 1`;
    const { output, exitCode } = await lab.run(program, 110_000);
    expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
    for (const { reader, fed, read, latencyMs, cpuMsPerFrame } of JSON.parse(output) as Read[]) {
      const late = `late by ${latencyMs.p50.toFixed(1)} ms, at most ${latencyMs.p99.toFixed(1)} ms`;
      report.say(`read by ${reader}: ${read} of ${fed} pictures, ${late}, ${cpuMsPerFrame.toFixed(2)} ms of the processor each`);
      expect(read).toBeGreaterThanOrEqual(FRAMES);
    }
    // it feeds the camera until here
    await cameras.feedBytes([await roughPicture('teal'), await roughPicture('olive')], 40);
  });

  it(
    'shows a camera to ten readers, and says for how much processor, beside what µStreamer takes',
    async () => {
      const { report } = running();
      const servers = [theGateway(running()), uStreamer(running())];
      const costs: number[][] = [[], []];
      for (let round = 0; round < ROUNDS; round++)
        for (const [index, server] of servers.entries()) costs[index]?.push(await costOf(server, running()));
      const medians = costs.map((ofOne) => ofOne.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? NaN);
      for (const [index, { name }] of servers.entries())
        report.say(
          `${READERS} readers by ${name}: ${costs[index]?.map((ms) => ms.toFixed(2)).join(', ')} ms of the processor for a picture`,
        );
      report.say(`  the gateway takes ${((medians[0] ?? NaN) / (medians[1] ?? NaN)).toFixed(2)} times as much, by the medians`);
      expect(medians.every((ms) => ms > 0)).toBe(true);
    },
    MOST_MS,
  );
}

function theGateway({ gateway, cameras }: RunningLab): Server {
  return {
    name: 'the gateway',
    start: () => Promise.resolve(),
    // of a driver with two buffers only one should read at a time
    stop: () => cameras.unread(),
    stream: () => CameraStream.of(gateway, 'fed'),
    pidFile: '/tmp/gateway.pid',
  };
}

function uStreamer({ lab, cameras }: RunningLab): Server {
  const pidFile = '/tmp/ustreamer.pid';
  return {
    name: 'µStreamer',
    start: async () => {
      await lab.output(`rm -f /tmp/ustreamer.log
        ustreamer -d ${cameras.fed} -m MJPEG -c HW -r 640x360 --host 0.0.0.0 --port 8081 > /tmp/ustreamer.log 2>&1 &
        echo $! > ${pidFile}
        until grep -q 'Capturing \\.\\.\\.' /tmp/ustreamer.log; do usleep 50000; kill -0 $!; done`);
    },
    stop: async () => {
      await lab.output(`kill $(cat ${pidFile})
        while [ -e /proc/$(cat ${pidFile}) ]; do usleep 50000; done`);
    },
    stream: async () => {
      const stop = new AbortController();
      return CameraStream.from(await fetch(`${lab.otherUrl}/stream`, { signal: stop.signal }), stop);
    },
    pidFile,
  };
}

/** @returns ms of the processor for each picture that a reader got */
async function costOf({ start, stop, stream, pidFile }: Server, { lab }: RunningLab): Promise<number> {
  await start();
  const streams = await Promise.all(Array.from({ length: READERS }, stream));
  try {
    const seen = () => streams.reduce((sum, { count }) => sum + count, 0);
    // all of them have begun
    await Promise.all(streams.map((one) => one.next()));
    const before = { cpu: await cpuMs(lab, pidFile), seen: seen() };
    while (seen() - before.seen < READERS * FRAMES) await streams[0]?.next();
    const cpu = (await cpuMs(lab, pidFile)) - before.cpu;
    return cpu / (seen() - before.seen);
  } finally {
    for (const one of streams) await one[Symbol.asyncDispose]();
    await stop();
  }
}

/** Of all threads of a process. @see proc(5), /proc/pid/stat */
async function cpuMs(lab: RunningLab['lab'], pidFile: string): Promise<number> {
  const stat = await lab.output(`cat /proc/$(cat ${pidFile})/stat`);
  const fields = (stat.split(') ')[1] ?? '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}
