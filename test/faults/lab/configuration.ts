/** The destination that the tests look at: its cursor and what it would not take. */
export const DESTINATION = 'cloud';
/** Another beside it, where there is one. */
export const OTHER = 'town';
/** What has its counters. */
export const DELIVERY = `destination-${DESTINATION}`;
/** The radio that tests bring advertisements to. */
export const RADIO = 'desk';

/** Where readings are sent. */
export interface Target {
  readonly url: string;
  readonly token: string;
  readonly org: string;
  readonly bucket: string;
}

export interface Settings {
  readonly dir: string;
  readonly port: number;
  /** Absent: nowhere. */
  readonly target?: Target;
  /** Of the other destination; absent: there is none. */
  readonly other?: Target;
  /** Absent: as everywhere, 1 GiB. */
  readonly historyMaxBytes?: number;
  /** By cameraId; absent: none. */
  readonly cameras?: Readonly<Record<string, unknown>>;
}

const WITHOUT_END = { readsPerSecond: 1_000_000, readBurst: 1_000_000, writesPerSecond: 1_000_000, writeBurst: 1_000_000 };

/** The one configuration under which every fault is met, as in umec.yaml. */
export function configuration({ dir, port, target, other, historyMaxBytes, cameras = {} }: Settings): unknown {
  return {
    http: { listen: `127.0.0.1:${port}` },
    auth: { mode: 'none', limits: WITHOUT_END },
    data: { dir, ...(historyMaxBytes === undefined ? {} : { historyMaxBytes }) },
    devices: { radios: { [RADIO]: { driver: 'ruuvi-gateway' } }, cameras },
    sensors: { minStoreIntervalS: 0 },
    destinations: { ...(target && { [DESTINATION]: settingsOf(target) }), ...(other && { [OTHER]: settingsOf(other) }) },
  };
}

const settingsOf = ({ url, token, org, bucket }: Target): Target => ({ url, token, org, bucket });
