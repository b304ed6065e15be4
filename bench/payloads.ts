import { vectorPayload } from '../test/ruuvi-vectors.js';

const COUNT = 1024;

/** Payloads like the published ones called `ids`, in turn, all of different measurements: no branch can be learned by heart. */
export function payloads(...ids: readonly string[]): readonly Uint8Array[] {
  const published = ids.map(vectorPayload);
  return Array.from({ length: COUNT }, (_, n) => varied(published[n % published.length] ?? new Uint8Array(), n));
}

/** Every format has its first measurements in bytes 1 to 4, of which the lower halves may be anything but all ones. */
function varied(payload: Uint8Array, n: number): Uint8Array {
  const copy = Uint8Array.from(payload);
  copy[2] = n % 100;
  copy[4] = (n >> 2) % 100;
  return copy;
}
