/** One manufacturer-specific element of an advertisement. */
export interface ManufacturerData {
  /** Bluetooth SIG company identifier. */
  readonly companyId: number;
  /** What follows the company identifier. */
  readonly payload: Uint8Array;
}

export interface AdStructures {
  readonly manufacturerData: readonly ManufacturerData[];
  /** Whether a structure runs over the end, or is too short for its type; what came before it still counts. */
  readonly malformed: boolean;
}

const MANUFACTURER_SPECIFIC = 0xff;

/**
 * Walks the structures (length, type, value) of raw advertising data and keeps the manufacturer-specific ones, wherever they
 * stand: Ruuvi's format 5 sends them second, format 6 third and E1 first.
 *
 * @param data legacy or extended advertising data, without the header and the address; a length of zero ends it early
 * @returns payloads that are views of `data`, in their order; damaged data is reported, never thrown, for anybody can send it
 * @see Bluetooth Core Specification, volume 3, part C, section 11; Core Specification Supplement, part A, section 1.4
 */
export function walkAdStructures(data: Uint8Array): AdStructures {
  const manufacturerData: ManufacturerData[] = [];
  for (let at = 0, length = data[0]; length; at += 1 + length, length = data[at]) {
    const structure = data.subarray(at + 1, at + 1 + length);
    if (structure.length < length) return { manufacturerData, malformed: true };
    const [type, low, high] = structure;
    if (type !== MANUFACTURER_SPECIFIC) continue;
    if (low === undefined || high === undefined) return { manufacturerData, malformed: true };
    manufacturerData.push({ companyId: low | (high << 8), payload: structure.subarray(3) });
  }
  return { manufacturerData, malformed: false };
}
