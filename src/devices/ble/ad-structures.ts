import type { ManufacturerData, ServiceData } from '../../sensors/radio.js';

export interface AdStructures {
  readonly manufacturerData: readonly ManufacturerData[];
  /** Of services whose UUID has 16 bits. */
  readonly serviceData: readonly ServiceData[];
  /** Whether a structure runs over the end, or is too short for its type; what came before it still counts. */
  readonly malformed: boolean;
}

const SERVICE_DATA_16 = 0x16;
const MANUFACTURER_SPECIFIC = 0xff;

/**
 * Walks the structures (length, type, value) of raw advertising data and keeps the manufacturer-specific ones and the data of
 * services, wherever they stand: Ruuvi's format 5 sends them second, format 6 third and E1 first.
 *
 * @param data legacy or extended advertising data, without the header and the address; a length of zero ends it early
 * @returns payloads that are views of `data`, in their order; damaged data is reported, never thrown, for anybody can send it
 * @see Bluetooth Core Specification, volume 3, part C, section 11; Core Specification Supplement, part A, sections 1.4 and 1.11
 */
export function walkAdStructures(data: Uint8Array): AdStructures {
  const manufacturerData: ManufacturerData[] = [];
  const serviceData: ServiceData[] = [];
  for (let at = 0, length = data[0]; length; at += 1 + length, length = data[at]) {
    const structure = data.subarray(at + 1, at + 1 + length);
    if (structure.length < length) return { manufacturerData, serviceData, malformed: true };
    const [type, low, high] = structure;
    if (type !== MANUFACTURER_SPECIFIC && type !== SERVICE_DATA_16) continue;
    if (low === undefined || high === undefined) return { manufacturerData, serviceData, malformed: true };
    const [identifier, payload] = [low | (high << 8), structure.subarray(3)];
    if (type === SERVICE_DATA_16) serviceData.push({ serviceUuid: identifier, payload });
    else manufacturerData.push({ companyId: identifier, payload });
  }
  return { manufacturerData, serviceData, malformed: false };
}
