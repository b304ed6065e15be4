import { readFileSync } from 'node:fs';

/** A published payload and what it means; a field that is not available is null. */
export interface Vector {
  readonly id: string;
  readonly format: string;
  readonly case: string;
  readonly payload: string;
  /** Of formats 2 and 4: in which it is sent. */
  readonly url?: string;
  readonly decoded: Readonly<Record<string, string | number | boolean | object | null>>;
}

type ExtendedValue = 'equilibriumVaporPressure' | 'absoluteHumidity' | 'dewPoint' | 'vaporPressureDeficit' | 'airDensity';

interface Vectors {
  readonly vectors: readonly Vector[];
  readonly advertisements: readonly (Omit<Vector, 'id' | 'case'> & { readonly advertisement: string })[];
  /** What follows from measurements. */
  readonly extendedValues: {
    readonly cases: readonly ({ readonly input: Readonly<Record<string, number>> } & Readonly<Record<ExtendedValue, number>>)[];
  };
  readonly malformedPayloads: readonly { readonly payload: string; readonly why: string }[];
  readonly malformedAdvertisements: readonly { readonly advertisement: string; readonly why: string }[];
}

/** What Ruuvi's documents, its own library and others' tests publish, with the source of each. */
export const ruuviVectors = JSON.parse(
  readFileSync(new URL('../../test/fixtures/ruuvi-vectors.json', import.meta.url), 'utf8'),
) as Vectors;

/** The payload of the vector called `id`. */
export function vectorPayload(id: string): Uint8Array {
  const vector = ruuviVectors.vectors.find((one) => one.id === id);
  if (!vector) throw new Error(`no vector ${id}`);
  return bytes(vector.payload);
}

export function bytes(hex: string): Uint8Array {
  return Uint8Array.from(Buffer.from(hex, 'hex'));
}
