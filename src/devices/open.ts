import { type Camera, orientationOf } from '../camera/camera.js';
import type { Clock } from '../clock.js';
import type { CameraConfig, Config, RadioConfig } from '../config/schema.js';
import type { ChipOfLines } from '../gpio/lines.js';
import { openBroker } from '../mqtt/open-broker.js';
import type { OpenOutgoing } from '../outgoing/open.js';
import type { Radio } from '../sensors/radio.js';
import type { Receiver } from '../sensors/receivers.js';
import { BluezRadio } from './ble/bluez.js';
import { openChips } from './gpio/open-chips.js';
import { History } from './ruuvi-gateway/history.js';
import { RuuviGatewayRadio } from './ruuvi-gateway/radio.js';
import { MqttRadio } from './mqtt/radio.js';
import { SimulatedCamera, type SimulatedCameraOptions } from './simulated/camera.js';
import { SimulatedRadio } from './simulated/radio.js';
import { RpicamCamera } from './rpicam/rpicam-camera.js';
import { FfmpegCamera } from './v4l2/ffmpeg-camera.js';
import { openV4l2 } from './v4l2/open-v4l2.js';

type Ways = Pick<OpenOutgoing, 'configured' | 'reach'>;

/** The machine's, and the one by which readings are taken. */
interface Clocks {
  readonly wall: Clock;
  readonly readings: Clock;
}

/** Everything that is plugged in, as the configuration names it. */
export interface OpenDevices extends AsyncDisposable {
  readonly radios: readonly Radio[];
  /** Those of them that others bring advertisements to. */
  readonly receivers: readonly Receiver[];
  /** What simulated tags are called, by their addresses. */
  readonly names: Readonly<Record<string, string>>;
  readonly cameras: readonly Camera[];
  /** With the lines of each that the gateway is to have. */
  readonly chips: readonly ChipOfLines[];
}

/**
 * Only what the configuration names is opened, so that a laptop's camera never lights up by surprise.
 *
 * @param outgoing where the configuration says, for what is not plugged in
 * @param dataDir where a device may keep what it has to know when the gateway was killed
 */
export async function openDevices(
  { radios, cameras, chips }: Config['devices'],
  clocks: Clocks,
  dataDir: string,
  outgoing: Ways,
): Promise<OpenDevices> {
  const { wall } = clocks;
  const gpio = await openChips(chips, wall, dataDir);
  const opened = {
    radios: Object.entries(radios).map(([radioId, config]) => openRadio(radioId, config, clocks, outgoing)),
    cameras: await Promise.all(Object.entries(cameras).map(([cameraId, config]) => openCamera(cameraId, config, wall))),
    chips: gpio.chips,
  };
  return {
    ...opened,
    receivers: opened.radios.filter((radio) => radio instanceof RuuviGatewayRadio),
    names: Object.fromEntries(
      opened.radios.flatMap((radio) => (radio instanceof SimulatedRadio ? radio.tags : []).map(({ mac, name }) => [mac, name])),
    ),
    async [Symbol.asyncDispose]() {
      await Promise.all([...opened.radios, ...opened.cameras, gpio].map((device) => device[Symbol.asyncDispose]()));
    },
  };
}

function openRadio(radioId: string, config: RadioConfig, { wall, readings: clock }: Clocks, outgoing: Ways): Radio {
  switch (config.driver) {
    case 'simulated':
      return new SimulatedRadio({ radioId, seed: config.seed, tags: config.tags, clock });
    case 'bluez':
      return new BluezRadio(radioId, { clock, ...(config.busAddress === undefined ? {} : { busAddress: config.busAddress }) });
    case 'mqtt':
      return new MqttRadio({
        radioId,
        ...{ clock, wall },
        prefix: config.prefix,
        broker: openBroker(config, { clock, reach: outgoing.reach }),
      });
    case 'ruuvi-gateway': {
      const { url, token, intervalS, ...credentials } = config;
      return new RuuviGatewayRadio({
        ...{ radioId, clock, wall },
        ...(token === undefined ? {} : { token }),
        ...(url === undefined
          ? {}
          : {
              history: new History({ ...credentials, url, intervalMs: intervalS * 1000, clock, outgoing: outgoing.configured }),
            }),
      });
    }
  }
}

async function openCamera(cameraId: string, config: CameraConfig, clock: Clock): Promise<Camera> {
  switch (config.driver) {
    case 'simulated':
      return new SimulatedCamera(cameraId, simulatedOptions(config, clock));
    case 'ffmpeg':
      return new FfmpegCamera(cameraId, config, { orientation: orientationOf(config.rotate), clock });
    case 'v4l2':
      return openV4l2(cameraId, config, clock);
    case 'rpicam':
      return new RpicamCamera(cameraId, config, { clock });
  }
}

function simulatedOptions(
  { width, height, fps, rotate }: CameraConfig & { driver: 'simulated' },
  clock: Clock,
): SimulatedCameraOptions {
  return { size: { width, height }, fps, orientation: orientationOf(rotate), clock };
}
