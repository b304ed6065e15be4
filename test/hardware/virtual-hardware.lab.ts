import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bluetooth, TAGS_IN_THE_AIR } from './bluetooth.js';
import { buildLab } from './build-lab.js';
import { cameraCost } from './camera-cost.js';
import { cameraFaults } from './camera-faults.js';
import { cameras } from './cameras.js';
import { CameraStream } from './camera-stream.js';
import { DeviceEvents } from './device-events.js';
import { GatewayInLab } from './gateway-in-lab.js';
import { Lab } from './lab.js';
import { CHIPS, pins } from './pins.js';
import { entries, Report } from './report.js';
import type { RunningLab } from './running-lab.js';
import { VirtualBluetooth } from './virtual-bluetooth.js';
import { CAMERA_LINK, VirtualCameras } from './virtual-cameras.js';
import { VirtualPins } from './virtual-pins.js';

const built = await buildLab();
if ('obstacle' in built) it.todo(`The built gateway, on the virtual hardware: ${built.obstacle}`);
else virtualHardware(built.folder);

function virtualHardware(folder: string): void {
  const report = new Report();
  let lab: Lab;
  let booted: Lab | undefined;
  let virtualCameras: VirtualCameras;
  let virtualBluetooth: VirtualBluetooth;
  let virtualPins: VirtualPins;
  beforeAll(async () => {
    booted = lab = await report.time('until the guest is up', () => Lab.boot(folder));
    virtualCameras = new VirtualCameras(lab);
    virtualBluetooth = new VirtualBluetooth(lab);
    virtualPins = new VirtualPins(lab);
  }, 240_000);
  afterAll(() => booted?.[Symbol.asyncDispose]());

  describe('The virtual hardware', () => {
    it('has a chip with eight named lines, and a pull from outside is read on one', async () => {
      await virtualPins.connect();
      expect((await lab.output('gpioinfo')).match(/"pin-\d"/g)).toHaveLength(8);
      for (const level of [1, 0] as const) {
        await virtualPins.pull(3, level);
        expect(await lab.output('gpioget $(gpiofind pin-3)')).toBe(String(level));
      }
    });

    it('has a camera that gives raw frames', async () => {
      await virtualCameras.plugIn();
      const frame = `-f v4l2 -video_size 320x180 -i ${virtualCameras.raw} -frames:v 1 -f rawvideo -`;
      const bytes = await lab.output(`ffmpeg -nostdin -loglevel error ${frame} | wc -c`);
      // at least one byte per pixel, whatever its format
      expect(Number(bytes)).toBeGreaterThanOrEqual(320 * 180);
    });

    it('has a camera that a program feeds with MJPEG', async () => {
      await virtualCameras.connectFed();
      await virtualCameras.feed();
      const formats = await lab.output(`v4l2-ctl -d ${virtualCameras.fed} --list-formats`);
      expect(formats).toContain('MJPG');
      // the gateway is to start without it, and with all that the emulator can do
      await virtualCameras.stopFeeding();
    });

    it('has a Bluetooth adapter that bluetoothd takes for real', async () => {
      await virtualBluetooth.air(...TAGS_IN_THE_AIR);
      await virtualBluetooth.startBus();
      await virtualBluetooth.startController();
      await virtualBluetooth.startBluetoothd();
      await virtualBluetooth.hasAdapter();
    });
  });

  describe('The built gateway, on the virtual hardware', () => {
    let gateway: GatewayInLab;
    let events: DeviceEvents;
    const running = (): RunningLab => ({ lab, ...virtual(), gateway, events, report });
    const virtual = () => ({ cameras: virtualCameras, bluetooth: virtualBluetooth, pins: virtualPins });
    beforeAll(async () => {
      const v4l2 = (device: string) => ({ driver: 'v4l2', device });
      // an emulator that shares its machine draws no thirty of them in a second
      const raw = { inputFormat: 'yuyv422', width: 640, height: 360, fps: 10 };
      const cameras = {
        raw: { ...v4l2(virtualCameras.raw), ...raw },
        linked: { ...v4l2(CAMERA_LINK), ...raw },
        fed: v4l2(virtualCameras.fed),
        // the same two, by the other way of reading them
        'raw-ffmpeg': { ...v4l2(virtualCameras.raw), ...raw, reader: 'ffmpeg' },
        'fed-ffmpeg': { ...v4l2(virtualCameras.fed), reader: 'ffmpeg' },
      };
      await virtualPins.hold(7);
      const radios = { hci0: { driver: 'bluez' } };
      gateway = await GatewayInLab.start(lab, { devices: { radios, cameras, chips: CHIPS } });
      report.add('until the gateway answered', gateway.startedInMs);
      events = await DeviceEvents.of(gateway);
    }, 420_000);

    it('is healthy', async () => {
      const response = await gateway.get('/healthz');
      expect(await response.json()).toEqual({ status: 'ok' });
    });

    describe('with pins', () => pins(running));
    describe('with cameras', () => cameras(running));
    describe('with cameras that are broken', () => cameraFaults(running));
    describe('with cameras, at what cost', () => cameraCost(running));
    describe('with a radio', () => bluetooth(running));

    it('stops when it is told to, leaves nothing running, and has logged no failure of its own', async () => {
      await using stream = await CameraStream.of(gateway, 'fed');
      const { exitCode, output: log } = await gateway.stop();
      report.print(log);
      expect(exitCode).toBe(0);
      expect(await stream.end).toBe('ended');
      // what feeds the virtual camera may be one
      expect(await lab.output("pidof ffmpeg | tr ' ' '\\n' | grep -vx $(cat /tmp/feed.pid) || true")).toBe('');
      expect(entries(log).filter(({ level }) => level >= 50)).toEqual([]);
    });
  });
}
