import type { CameraConfiguration } from '../configurations.js';
import { hiddenIn } from '../masks/hidden.js';
import { fillTouched } from '../masks/polygon.js';
import { Background, type Grey } from './background.js';
import { type Blob, largestBlob } from './largest-blob.js';

export type MotionSettings = NonNullable<CameraConfiguration['motion']>;

/** What of the picture is painted over. */
export type Masking = Pick<CameraConfiguration, 'masks' | 'regions'>;

/** Something has begun to move, or nothing does any more. */
export interface MotionChange {
  readonly change: 'BEGUN' | 'ENDED';
  /** Where; absent when the whole picture is watched. */
  readonly zoneId?: string;
  /** Of the largest that moves, or moved last: the fraction of the picture that it covers. */
  readonly area: number;
  /** Around that, in fractions of the picture. */
  readonly box: Box;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** In so many pictures one after the other must something move: one that is damaged is none. */
const PICTURES = 2;

interface Zone {
  readonly zoneId?: string;
  readonly polygon?: Parameters<typeof fillTouched>[2];
  readonly isMoving: boolean;
  /** Pictures one after the other in which something moved. */
  readonly pictures: number;
  readonly lastAt: number;
  readonly last: Pick<MotionChange, 'area' | 'box'>;
}

/** Which pixels of pictures of one size are looked at. */
interface Stencils {
  readonly of: Grey;
  /** The places of those that are not black for good. */
  readonly shown: Uint32Array;
  /** 1 in each zone; absent: anywhere. */
  readonly zones: readonly (Uint8Array | undefined)[];
}

const NOWHERE = { area: 0, box: { x: 0, y: 0, width: 0, height: 0 } };

/** Tells from small grey pictures whether something moves. Knows no camera and no clock. */
export class MotionDetector {
  private readonly background: Background;
  private zones: Zone[];
  private before: number | undefined;
  private stencils: Stencils | undefined;

  constructor(
    private readonly settings: MotionSettings,
    private readonly masking: Masking = {},
  ) {
    this.background = new Background(thresholdOf(settings.sensitivity));
    const still = { isMoving: false, pictures: 0, lastAt: 0, last: NOWHERE };
    this.zones = (settings.zones ?? [{}]).map((zone) => ({ ...zone, ...still }));
  }

  /**
   * @param picture all of the same size, at most 160 pixels wide
   * @param at ms, of a clock that never jumps
   */
  look(picture: Grey, at: number): MotionChange[] {
    const { shown, zones } = this.stencilsFor(picture);
    const moved = this.background.look(picture, at - (this.before ?? at), shown);
    this.before = at;
    return this.update((zone, index) => {
      const blob = largestBlob(moved, picture.width, zones[index]);
      const seen = blob && describe(blob, picture);
      return seen && seen.area >= this.settings.minimumArea ? this.moving(zone, seen, at) : this.resting(zone, at);
    });
  }

  /** Nobody looks any more. */
  end(): MotionChange[] {
    return this.update((zone) => ({ ...zone, isMoving: false, pictures: 0 }));
  }

  private update(next: (zone: Zone, index: number) => Zone): MotionChange[] {
    const before = this.zones;
    this.zones = before.map(next);
    return this.zones.flatMap(({ zoneId, isMoving, last }, index) =>
      isMoving === before[index]?.isMoving
        ? []
        : [{ change: isMoving ? 'BEGUN' : 'ENDED', ...(zoneId === undefined ? {} : { zoneId }), ...last }],
    );
  }

  private moving(zone: Zone, last: Zone['last'], lastAt: number): Zone {
    const pictures = zone.pictures + 1;
    return { ...zone, pictures, last, lastAt, isMoving: zone.isMoving || pictures >= PICTURES };
  }

  private resting(zone: Zone, at: number): Zone {
    const isMoving = zone.isMoving && at - zone.lastAt < this.settings.coolDownS * 1000;
    return { ...zone, pictures: 0, isMoving };
  }

  private stencilsFor(picture: Grey): Stencils {
    const { stencils } = this;
    if (stencils?.of.width === picture.width && stencils.of.height === picture.height) return stencils;
    const zones = this.zones.map(({ polygon }) => {
      if (!polygon) return undefined;
      const stencil = new Uint8Array(picture.data.length);
      fillTouched(stencil, picture, polygon, 1);
      return stencil;
    });
    return (this.stencils = { of: picture, shown: shownOf(picture, this.masking), zones });
  }
}

function shownOf({ width, height }: Grey, masking: Masking): Uint32Array {
  const isBlack = new Uint8Array(width * height);
  for (const { from, to } of hiddenIn(masking, { width, height }).black) isBlack.fill(1, from, to);
  return Uint32Array.from(isBlack.keys()).filter((at) => !isBlack[at]);
}

/** @returns steps of grey, of 255: 54 for 1, 4 for 100 */
function thresholdOf(sensitivity: number): number {
  return 4 + (100 - sensitivity) / 2;
}

function describe({ pixels, left, top, right, bottom }: Blob, { width, height }: Grey): Zone['last'] {
  const box = { x: left / width, y: top / height, width: (right + 1 - left) / width, height: (bottom + 1 - top) / height };
  return { area: pixels / (width * height), box };
}
