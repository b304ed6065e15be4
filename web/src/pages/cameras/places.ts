import type { components } from '../../../../generated/camera.js';

type Schemas = components['schemas'];
export type Configuration = Schemas['CameraConfiguration'];
export type Corner = Schemas['Corner'];
export type Polygon = readonly Corner[];
export type PlaceKind = 'mask' | 'region' | 'zone';

/** One of a kind of places in a camera's configuration. */
export interface PlaceRef {
  readonly kind: PlaceKind;
  readonly index: number;
}
export interface Place extends PlaceRef {
  readonly polygon: Polygon;
  /** Of a zone. */
  readonly zoneId?: string;
}

/** As the specification has them. */
export const MOST_PLACES = 16;
export const MOST_CORNERS = 32;
export const FEWEST_CORNERS = 3;
/** What is taken for motion where nobody has said so. */
export const USUAL_MOTION: Schemas['Motion'] = { sensitivity: 70, minimumArea: 0.01, coolDownS: 5 };

export const KINDS: readonly PlaceKind[] = ['mask', 'region', 'zone'];

/** All places of a configuration, in its order. */
export function placesOf({ masks = [], regions = [], motion }: Configuration): Place[] {
  return [
    ...masks.map(({ polygon }, index) => ({ kind: 'mask' as const, index, polygon })),
    ...regions.map((polygon, index) => ({ kind: 'region' as const, index, polygon })),
    ...(motion?.zones ?? []).map(({ zoneId, polygon }, index) => ({ kind: 'zone' as const, index, polygon, zoneId })),
  ];
}

/** The configuration with another outline of a place. */
export function withOutline(configuration: Configuration, { kind, index }: PlaceRef, outline: Polygon): Configuration {
  const polygon = [...outline];
  if (kind === 'mask') return withMask(configuration, index, { polygon });
  if (kind === 'zone') return withZone(configuration, index, { polygon });
  return { ...configuration, regions: (configuration.regions ?? []).map((one, at) => (at === index ? polygon : one)) };
}

export function withMask(configuration: Configuration, index: number, change: Partial<Schemas['Mask']>): Configuration {
  return { ...configuration, masks: changed(configuration.masks, index, change) };
}

export function withZone(configuration: Configuration, index: number, change: Partial<Schemas['Zone']>): Configuration {
  const motion = configuration.motion ?? USUAL_MOTION;
  return { ...configuration, motion: { ...motion, zones: changed(motion.zones, index, change) } };
}

function changed<T>(list: readonly T[] = [], index: number, change: Partial<T>): T[] {
  return list.map((one, at) => (at === index ? { ...one, ...change } : one));
}

/** The configuration with one more place, the last of its kind. A zone is of motion, which is looked for then. */
export function withNew(configuration: Configuration, kind: PlaceKind, outline: Polygon): Configuration {
  const polygon = [...outline];
  const { masks = [], regions = [], motion = USUAL_MOTION } = configuration;
  if (kind === 'mask') return { ...configuration, masks: [...masks, { polygon, fill: 'BLACK' }] };
  if (kind === 'region') return { ...configuration, regions: [...regions, polygon] };
  const { zones = [] } = motion;
  return { ...configuration, motion: { ...motion, zones: [...zones, { zoneId: freeZoneId(zones), polygon }] } };
}

function freeZoneId(zones: readonly { readonly zoneId: string }[]): string {
  let number = zones.length + 1;
  while (zones.some(({ zoneId }) => zoneId === `zone-${number}`)) number += 1;
  return `zone-${number}`;
}

/** The configuration without a place. Where none is left, none is said: an empty list of regions or zones is no list. */
export function without({ masks, regions, motion, ...others }: Configuration, { kind, index }: PlaceRef): Configuration {
  const left = <T>(list: readonly T[] = [], of: PlaceKind) => list.filter((_, at) => of !== kind || at !== index);
  return {
    ...others,
    masks: orNone(left(masks, 'mask')),
    regions: orNone(left(regions, 'region')),
    motion: motion && { ...motion, zones: orNone(left(motion.zones, 'zone')) },
  };
}

const orNone = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);

/** Whether that is the place. */
export const isOf = (place: PlaceRef, ref: PlaceRef | undefined): boolean =>
  place.kind === ref?.kind && place.index === ref.index;
