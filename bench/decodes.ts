import { getParser } from 'ojousima.ruuvi_endpoints.ts';
import { decodeRuuvi, RUUVI_COMPANY_ID } from '../src/sensors/ruuvi/decode.js';
import { type Figure, figure } from './benchmark.js';
import { payloads } from './payloads.js';
import { race, sink } from './race.js';

/** Decodes per second, against the decoders that npm has, of packets like the published ones called `ids`. */
export function decodes(name: string, ids: readonly string[], effort: number, aim?: string): Promise<readonly Figure[]> {
  const packets = payloads(...ids);
  const [ours = 0, theirs = 0] = race(
    [
      () => {
        for (const packet of packets) sink.last = decodeRuuvi(RUUVI_COMPANY_ID, packet);
        return packets.length;
      },
      () => {
        for (const packet of packets) sink.last = getParser(packet)(packet);
        return packets.length;
      },
    ],
    effort,
  );
  const reference = { name: 'ruuvi_endpoints.ts', value: theirs };
  return Promise.resolve([figure({ name, value: ours, unit: '/s', reference, ...(aim === undefined ? {} : { aim }) })]);
}
