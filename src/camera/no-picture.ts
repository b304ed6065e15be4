import { GatewayError } from '../errors.js';

/** @param ms for which a picture was waited for @returns `timeout` */
export function noPicture(cameraId: string, ms: number): GatewayError {
  return new GatewayError('timeout', `camera ${cameraId}: no picture came within ${ms / 1000} s`);
}
