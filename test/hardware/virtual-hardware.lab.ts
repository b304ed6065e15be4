import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ruuviVectors } from '../ruuvi-vectors.js';
import { until } from '../until.js';
import { buildLab } from './build-lab.js';
import { GatewayInLab } from './gateway-in-lab.js';
import { Lab } from './lab.js';

const built = await buildLab();
if (built === undefined) it.todo('runs on real kernel interfaces (needs Debian 12 on x86-64; the lab builds itself there)');
else virtualHardware(built);

function virtualHardware(folder: string): void {
  let lab: Lab;
  beforeAll(async () => {
    lab = await Lab.boot(folder);
  });
  afterAll(() => lab[Symbol.asyncDispose]());

  /** The output of a script that must succeed. */
  async function output(script: string): Promise<string> {
    const ran = await lab.run(`set -e\n${script}`);
    if (ran.exitCode !== 0) throw new Error(`exit code ${ran.exitCode}: ${ran.output}`);
    return ran.output.trim();
  }

  describe('The virtual hardware', () => {
    it('has a chip with eight named lines, and a pull from outside is read on one', async () => {
      const lines = await output(`modprobe gpio-sim
        mkdir -p /sys/kernel/config/gpio-sim/lab/bank0 && cd /sys/kernel/config/gpio-sim/lab
        echo 8 > bank0/num_lines && echo lab-pins > bank0/label
        for n in 0 1 2 3 4 5 6 7; do mkdir bank0/line$n && echo pin-$n > bank0/line$n/name; done
        echo 1 > live
        gpioinfo`);
      expect(lines.match(/"pin-\d"/g)).toHaveLength(8);
      const pulled = await output(`cd /sys/kernel/config/gpio-sim/lab && chip=$(cat bank0/chip_name)
        pull=/sys/devices/platform/$(cat dev_name)/$chip/sim_gpio3/pull
        for to in pull-up pull-down; do echo $to > $pull && gpioget $chip 3; done`);
      expect(pulled.split('\n')).toEqual(['1', '0']);
    });

    it('has a camera that gives raw frames', async () => {
      const bytes = await output(`modprobe vivid n_devs=1 node_types=0x1
        ffmpeg -nostdin -loglevel error -f v4l2 -video_size 320x180 -i /dev/video0 -frames:v 1 -f rawvideo - | wc -c`);
      // at least one byte per pixel, whatever its format
      expect(Number(bytes)).toBeGreaterThanOrEqual(320 * 180);
    });

    it('has a camera that gives MJPEG', async () => {
      // what the feeder says must not keep the script's output open
      await output(`modprobe v4l2loopback video_nr=9 card_label=fed exclusive_caps=1
        ffmpeg -nostdin -re -f lavfi -i testsrc=size=640x360:rate=5 -c:v mjpeg -pix_fmt yuvj420p -f v4l2 /dev/video9 > /tmp/feed.log 2>&1 &`);
      const frame =
        'ffmpeg -nostdin -loglevel error -f v4l2 -input_format mjpeg -i /dev/video9 -frames:v 1 -c copy -f image2pipe -';
      await until(async () => (await lab.run(`${frame} | head -c 2 | hexdump -e '2/1 "%02x"'`)).output === 'ffd8');
    });

    it('has a Bluetooth adapter that bluetoothd takes for real', async () => {
      const [vector] = ruuviVectors.vectors.filter(({ id }) => id === 'df5-valid');
      await output(`modprobe hci_vhci
        echo "CB:B8:33:4C:88:4F 0201061BFF9904${vector?.payload ?? ''} -55" > /tmp/air
        mkdir -p /run/dbus /var/lib/bluetooth && dbus-uuidgen --ensure && dbus-daemon --system --fork
        node /lab/virtual-controller.mjs /tmp/air > /tmp/controller.log 2>&1 &
        /usr/libexec/bluetooth/bluetoothd -n > /tmp/bluetoothd.log 2>&1 &`);
      await until(async () => (await lab.run('ls /sys/class/bluetooth')).output.includes('hci0'));
    });
  });

  describe('The built gateway, on the virtual hardware', () => {
    let gateway: GatewayInLab;
    beforeAll(async () => {
      const cameras = {
        raw: { driver: 'v4l2', device: '/dev/video0', inputFormat: 'yuyv422', width: 640, height: 360 },
        mjpeg: { driver: 'v4l2', device: '/dev/video9', inputFormat: 'mjpeg' },
      };
      gateway = await GatewayInLab.start(lab, { devices: { radios: { hci0: { driver: 'bluez' } }, cameras } });
      process.stderr.write(`lab: the gateway answered after ${Math.round(gateway.startedInMs)} ms\n`);
    });

    it('is healthy', async () => {
      const response = await gateway.get('/healthz');
      expect(await response.json()).toEqual({ status: 'ok' });
    });

    it.each(['raw', 'mjpeg'])('takes a picture of the %s camera', async (cameraId) => {
      const response = await gateway.get(`/camera/v1/cameras/${cameraId}/snapshot?width=320`);
      expect(response.headers.get('content-type')).toBe('image/jpeg');
      expect(new Uint8Array(await response.arrayBuffer()).subarray(0, 2)).toEqual(Uint8Array.of(0xff, 0xd8));
    });

    it('hears the tag that is in the air', async () => {
      const latest = '/sensors/v1/tags/CB:B8:33:4C:88:4F/readings/latest';
      await until(async () => (await gateway.get(latest)).ok);
      expect(await (await gateway.get(latest)).json()).toMatchObject({ temperature: 24.3 });
    });

    it('stops when it is told to', async () => {
      const { exitCode, output: log } = await gateway.stop();
      process.stderr.write(log);
      expect(exitCode).toBe(0);
    });
  });
}
