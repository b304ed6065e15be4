import type { CameraInfo } from '../model.js';

/**
 * So many are shown as they come, and of others a picture now and then: each costs the gateway's network and a phone's battery all the time,
 * however small it is shown.
 */
const STREAMS = 3;

/** Those of which a stream is shown where all are: the first that give pictures. */
export const streamed = (all: readonly CameraInfo[]): ReadonlySet<CameraInfo> =>
  new Set(all.filter(({ state }) => state === 'ACTIVE').slice(0, STREAMS));
