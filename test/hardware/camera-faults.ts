import { describe, expect, it } from '@jest/globals';
import { CameraStream } from './camera-stream.js';
import { roughPicture as picture } from './rough-picture.js';
import { counters, type RunningLab } from './running-lab.js';

const NOTHING_CAME = /: no picture came within 10 s$/;
/** Pictures of the camera that nobody disturbs, in ten seconds: an emulator that shares its machine makes no hundred of them. */
const FEWEST = 5;
/** ms, for an emulator that shares its machine: until a capture is given up, and until ffmpeg has begun another */
const MOST_MS = 300_000;

/** Both ways of reading a camera, by the names that the two cameras have in the configuration. */
const READERS = [
  { reader: 'the kernel', raw: 'raw', fed: 'fed', other: 'raw' },
  { reader: 'ffmpeg', raw: 'raw-ffmpeg', fed: 'fed-ffmpeg', other: 'raw' },
];

/** What cameras do that are there and broken. What feeds the one that is fed runs when it is called, and is another one afterwards. */
export function cameraFaults(running: () => RunningLab): void {
  describe.each(READERS)('by $reader', ({ raw, fed, other }) => {
    it(
      'gives up captures that give nothing, says so, opens the cameras anew, and goes on when pictures come',
      async () => {
        const { gateway, cameras, events, report } = running();
        await cameras.plugIn();
        await cameras.unread();
        await using ofRaw = await CameraStream.of(gateway, raw);
        await using ofFed = await CameraStream.of(gateway, fed);
        await Promise.all([ofRaw.next(), ofFed.next()]);
        {
          const suspended = [raw, fed].map((cameraId) => events.next(`camera-${cameraId}`, 'SUSPENDED', NOTHING_CAME));
          await using _frozen = await cameras.freeze();
          await using _still = await cameras.stopShort();
          const began = performance.now();
          for (const { deviceId, at } of await Promise.all(suspended))
            report.add(`${deviceId} gives nothing: until SUSPENDED`, at - began);
          // that which is fed gives one picture to each who opens it, and no other comes
          await ofFed.next();
        }
        const active = events.next(`camera-${raw}`, 'ACTIVE');
        await report.time(`${raw}: gives pictures again: until its stream goes on`, () => ofRaw.next());
        await active;
      },
      MOST_MS,
    );

    it('hands on what is whole, and neither what is cut short nor what is no picture', async () => {
      const { gateway, cameras } = running();
      const pictures = await Promise.all(['red', 'green', 'blue'].map((colour) => picture(colour)));
      const [red, green, blue] = pictures as [Buffer, Buffer, Buffer];
      await cameras.stopFeeding();
      await cameras.unread();
      const inScan = red.subarray(0, red.length - 1000);
      const inHead = red.subarray(0, 100);
      // zeros end what was begun: whoever reads all as one flow of bytes may lose what follows at once
      const zeros = new Uint8Array(5_000);
      await cameras.feedBytes([red, inScan, green, noise(10_000), zeros, padded(blue), inHead, zeros]);
      await using stream = await CameraStream.of(gateway, fed);
      const missing = new Set(pictures);
      while (missing.size > 0) {
        const came = await stream.next();
        const known = pictures.find((one) => isOf(came, one));
        expect(known).toBeDefined();
        missing.delete(known ?? red);
      }
      expect((await counters(gateway, `camera-${fed}`)).damaged).toBeGreaterThan(0);
    });

    it('shows pictures of another size in the same stream as they come', async () => {
      const { gateway, cameras } = running();
      await using stream = await CameraStream.of(gateway, fed);
      await stream.next();
      const small = await picture('white', { width: 320, height: 180 });
      await cameras.feedOther(small);
      while (!isOf(await stream.next(), small));
      const response = await gateway.get(`/camera/v1/cameras/${fed}/snapshot`);
      expect(isOf(new Uint8Array(await response.arrayBuffer()), small)).toBe(true);
    });

    it(
      'tells of a camera that gives four pictures and then garbage, while another goes on',
      async () => {
        const { gateway, cameras, events, report } = running();
        const good = await picture('navy');
        await cameras.plugIn();
        await cameras.feedOther(good);
        await using calm = await CameraStream.of(gateway, other);
        await using stream = await CameraStream.of(gateway, fed);
        await calm.next();
        for (let count = 0; count < 4; count++) await stream.next();
        const device = `camera-${fed}`;
        const suspended = events.next(device, 'SUSPENDED', NOTHING_CAME);
        await cameras.feedOther(noise(50_000), noise(3_000), noise(200_000));
        const [began, seen] = [performance.now(), calm.count];
        report.add(`${fed}: gives garbage: until SUSPENDED`, (await suspended).at - began);
        expect(calm.count - seen).toBeGreaterThan(FEWEST);
        expect((await gateway.get(`/camera/v1/cameras/${other}/snapshot`)).status).toBe(200);
        const active = events.next(device, 'ACTIVE');
        await cameras.feedOther(good);
        const back = await report.time(`${fed}: gives pictures again: until its stream goes on`, () => stream.next());
        expect(isOf(back, good)).toBe(true);
        await active;
      },
      MOST_MS,
    );
  });
}

/** Whether a picture is that which was fed, untouched from somewhere behind its head, which may have been written to. */
function isOf(came: Uint8Array, fed: Uint8Array): boolean {
  const half = fed.length >> 1;
  return Buffer.from(fed.subarray(half)).equals(came.subarray(half - fed.length));
}

/** Bytes that look like chance, and are the same in every run. */
function noise(length: number): Uint8Array {
  let state = length;
  return Uint8Array.from({ length }, () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) >>> 24);
}

function padded(jpeg: Uint8Array): Uint8Array {
  const whole = new Uint8Array(jpeg.length + 30_000);
  whole.set(jpeg);
  return whole;
}
