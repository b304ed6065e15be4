import { notOfFormat, signAndMagnitude } from './fields.js';
import type { RuuviReading } from './reading.js';

const LENGTH = 6;

/**
 * Decodes Ruuvi data formats 2 and 4, which the first tags sent inside of a URL. Format 4 rounds to whole degrees and hPa.
 *
 * The formats have no "not available"; a humidity above 100 %RH is a broken sensor's.
 *
 * @param payload 6 bytes, big endian: what the part of the URL behind `#` says in base64url
 * @returns °C, %RH, Pa
 * @throws GatewayError `invalid` when the payload is not 6 bytes of format 2 or 4
 * @see Ruuvi docs, data-format-2-4-url.md
 */
export function decodeFormat2Or4(payload: Uint8Array): RuuviReading {
  const [format, humidity, degrees, hundredths, high, low] = payload as Uint8Array & Six;
  if (payload.length !== LENGTH || (format !== 2 && format !== 4)) throw notOfFormat(payload, 2, LENGTH);
  return {
    dataFormat: format === 2 ? '2' : '4',
    temperature: signAndMagnitude(degrees, hundredths),
    humidity: humidity / 2,
    pressure: ((high << 8) | low) + 50_000,
  };
}

type Six = readonly [number, number, number, number, number, number];
