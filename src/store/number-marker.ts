import { GatewayError } from '../errors.js';

/** Where a page ends that goes on behind a number: a time, a series. */
export const toMarker = (number: number): string => Buffer.from(String(number)).toString('base64url');

/** @throws GatewayError `invalid` when it is none of ours */
export function fromMarker(after: string): number {
  const text = Buffer.from(after, 'base64url').toString('latin1');
  if (!/^-?\d{1,16}$/.test(text)) throw new GatewayError('invalid', 'after is not the `next` of a page');
  return Number(text);
}
