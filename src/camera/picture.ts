import type { Sharp } from 'sharp';
import { GatewayError } from '../errors.js';
import type { Frame, Orientation } from './camera.js';
import { exifFields, piecesWithExif, withExif } from './exif.js';
import { joined } from './joined.js';
import { jpegSize } from './jpeg-size.js';
import { damagedFrame, openFrame } from './open-picture.js';
import { type PicturePlan, planOf } from './picture-plan.js';
import type { Size } from './region.js';
import type { Angle, Flip } from './turn.js';
import { uprightSize } from './upright.js';

export type PictureFormat = 'jpeg' | 'webp' | 'avif' | 'png';
/** As in CSS; of these only `inside` never enlarges, and keeps to what is asked as a bound. */
export type Fit = 'inside' | 'cover' | 'contain' | 'fill';

/** What a client asks of a picture; what is absent is as the camera made it. */
export interface PictureRequest {
  /** The part that is wanted, as `regionIn` has it, of the upright picture in its own size. */
  readonly region?: string | undefined;
  /** Applied to that part: first mirrored, then turned clockwise. Given at all, the picture is upright before. */
  readonly flip?: Flip | undefined;
  readonly rotate?: Angle | undefined;
  /** Pixels of the answer. With `inside`, or one of them alone, the picture keeps its proportions and is never enlarged. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** `inside` unless given. */
  readonly fit?: Fit | undefined;
  readonly grey?: boolean | undefined;
  /** 1 to 100, for JPEG, WebP and AVIF; 80, or 50 of AVIF, when something else is changed. */
  readonly quality?: number | undefined;
  readonly format?: PictureFormat | undefined;
}

/** A frame in the size and format that was asked for. Like the frame it never changes. */
export interface Picture {
  readonly bytes: Uint8Array;
  /** The same, not put together yet, where they were not drawn: who copies them anyway need not do so twice. */
  readonly pieces?: readonly Uint8Array[];
  /** media type */
  readonly type: `image/${PictureFormat}`;
  /** Pixels, as they are stored in `bytes`. */
  readonly width: number;
  readonly height: number;
  /** How it has to be turned to be upright, or to be as asked; 1 for whatever was drawn anew. */
  readonly orientation: Orientation;
  /** What it was made of, with the time and the number. */
  readonly frame: Frame;
}

const QUALITY = { jpeg: 80, webp: 80, avif: 50 };

/** What makes two requests the same. */
export function keyOf(request: PictureRequest): string {
  const {
    region = '',
    flip = '',
    rotate = '',
    width = '',
    height = '',
    fit = '',
    grey = '',
    quality = '',
    format = '',
  } = request;
  return [region, flip, rotate, width, height, fit, grey, quality, format].join(' ');
}

/** The camera's own picture, when it is what is asked for. */
export function original(frame: Frame, request: PictureRequest): Picture | undefined {
  return isAsIs(request, jpegSize(frame.jpeg), frame.orientation ?? 1) ? asItIs(frame) : undefined;
}

/** The camera's own picture; only its EXIF is ours. */
export function asItIs(frame: Frame): Picture {
  return new OwnPicture(frame, piecesWithExif(frame.jpeg, frame), jpegSize(frame.jpeg));
}

/** One that is put together when somebody asks for its bytes. */
class OwnPicture implements Picture {
  readonly type = 'image/jpeg';
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  private whole: Uint8Array | undefined;

  constructor(
    readonly frame: Frame,
    readonly pieces: readonly Uint8Array[],
    { width, height }: Size,
  ) {
    this.width = width;
    this.height = height;
    this.orientation = frame.orientation ?? 1;
  }

  get bytes(): Uint8Array {
    return (this.whole ??= joined(this.pieces));
  }
}

function isAsIs(request: PictureRequest, size: Size, orientation: Orientation): boolean {
  const {
    region,
    flip,
    rotate,
    width = Infinity,
    height = Infinity,
    fit = 'inside',
    grey = false,
    quality,
    format = 'jpeg',
  } = request;
  const upright = uprightSize({ ...size, orientation });
  const isTurned = flip !== undefined || (rotate !== undefined && (rotate !== 0 || orientation !== 1));
  const isSized = upright.width > width || upright.height > height || (fit !== 'inside' && width < Infinity && height < Infinity);
  return region === undefined && !isTurned && !isSized && !grey && quality === undefined && format === 'jpeg';
}

/**
 * Decodes a frame and encodes it anew.
 *
 * @throws GatewayError `unavailable` when the frame cannot be decoded or would take too much to decode, `invalid` for a request
 *   outside its bounds
 */
export async function redraw(frame: Frame, request: PictureRequest): Promise<Picture> {
  const image = await openFrame(frame.jpeg);
  const plan = planOf(jpegSize(frame.jpeg), frame.orientation ?? 1, request);
  const pipeline = within(() => encoded(drawn(image, plan, request), frame, request));
  const made = await pipeline.toBuffer().catch((error: unknown) => {
    throw damagedFrame(error);
  });
  const { format = 'jpeg' } = request;
  const bytes = format === 'jpeg' ? withExif(made, { ...frame, orientation: 1 }) : made;
  return { bytes, type: `image/${format}`, ...plan.answer, orientation: 1, frame };
}

/** Sized before it is turned: there is less to turn then. Bars come last in sharp, wherever they are asked for. */
function drawn(image: Sharp, { cut, size, turn, bars }: PicturePlan, { grey = false }: PictureRequest): Sharp {
  if (cut) image.extract(cut);
  image.resize({ ...size, fit: 'fill' });
  if (turn.mirror) image.flop();
  if (turn.angle !== 0) image.rotate(turn.angle);
  if (bars) image.extend({ ...bars, background: 'black' });
  return grey ? image.greyscale().toColourspace('b-w') : image;
}

function encoded(image: Sharp, frame: Frame, { quality, format = 'jpeg' }: PictureRequest): Sharp {
  if (format === 'jpeg') return image.jpeg({ quality: quality ?? QUALITY.jpeg });
  const { ImageUniqueID, ...fields } = exifFields(frame);
  // libvips writes no ImageUniqueID
  image.withExif({ IFD0: { Orientation: '1', ImageDescription: ImageUniqueID }, IFD2: fields });
  if (format === 'png') return image.png();
  const options = { quality: quality ?? QUALITY[format] };
  // every step more of AVIF's effort takes several times as long
  return format === 'avif' ? image.avif({ ...options, effort: 0 }) : image.toFormat(format, options);
}

/** sharp looks at what it is asked for before it looks at the picture. */
function within<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw new GatewayError('invalid', 'the picture cannot be made as asked', { cause: error });
  }
}
