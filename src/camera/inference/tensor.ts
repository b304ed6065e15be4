import { setImmediate as pause } from 'node:timers/promises';
import { openPicture } from '../open-picture.js';
import { storedAs, uprightSize } from '../upright.js';
import type { ModelInput } from './model-input.js';
import type { Placement } from './placement.js';
import type { Still } from './still.js';

/** Between two of these somebody else has a turn. */
const AT_ONCE = 32_768;

/** A picture as a model takes it. Of each channel there are no more than 256 different values, so that those are kept and not all of them. */
export interface Tensor {
  readonly shape: readonly number[];
  /** Colours from 0 to 255, in the order of the shape. */
  readonly colours: Uint8Array;
  /** What a colour is worth to the model, for each channel. */
  readonly values: readonly Float32Array[];
  /** The channel of the colour at a place. */
  readonly channelAt: (index: number) => number;
}

/**
 * @param still is decoded once, and only as large as is needed
 * @throws GatewayError what is thrown for one that cannot be decoded
 */
export async function tensorOf(still: Still, placement: Placement, input: ModelInput): Promise<Tensor> {
  const { width, height, channels, layout, isBatched } = input;
  const colours = laidOut(await pixelsOf(still, placement, channels), still, placement.to, input);
  const plane = width * height;
  const shape = layout === 'NCHW' ? [channels, height, width] : [height, width, channels];
  return {
    shape: isBatched ? [1, ...shape] : shape,
    colours: layout === 'NCHW' ? planes(colours, channels, plane) : colours,
    values: valuesOf(input),
    channelAt: layout === 'NCHW' ? (index) => Math.floor(index / plane) : (index) => index % channels,
  };
}

/** The part that is wanted in the size that is wanted, as it is stored. */
async function pixelsOf(still: Still, { from, to }: Placement, channels: number): Promise<Uint8Array> {
  const image = await openPicture(still.bytes);
  const size = uprightSize({ ...to, orientation: still.orientation });
  const cut = image
    .extract(storedAs(from, still))
    .resize(size.width, size.height, { fit: 'fill' })
    .flatten({ background: '#000000' })
    .toColourspace(channels === 1 ? 'b-w' : 'srgb');
  const { data, info } = await cut
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch((error: unknown) => {
      throw still.damaged(error);
    });
  if (info.channels !== channels) throw still.damaged(new Error(`it has ${info.channels} channels`));
  return data;
}

/** Upright, and in black where the picture does not reach. */
function laidOut(
  data: Uint8Array,
  { orientation }: Still,
  to: Placement['to'],
  { width, height, channels }: ModelInput,
): Uint8Array {
  if (orientation === 1 && to.width === width && to.height === height) return data;
  const colours = new Uint8Array(width * height * channels);
  const stored = { ...uprightSize({ ...to, orientation }), orientation };
  const storedAt = (left: number, top: number) => {
    const pixel = storedAs({ left, top, width: 1, height: 1 }, stored);
    return (pixel.top * stored.width + pixel.left) * channels;
  };
  const first = storedAt(0, 0);
  const [right, down] = [storedAt(1, 0) - first, storedAt(0, 1) - first];
  for (let y = 0; y < to.height; y++)
    for (let x = 0; x < to.width; x++) {
      const [from, at] = [first + x * right + y * down, ((to.top + y) * width + to.left + x) * channels];
      for (let channel = 0; channel < channels; channel++) colours[at + channel] = data[from + channel] ?? 0;
    }
  return colours;
}

/**
 * @param isNested with the brackets of its shape, else all values in a row
 * @returns JSON
 */
export async function tensorJson({ shape, colours, values, channelAt }: Tensor, isNested: boolean): Promise<Buffer> {
  const words = values.map((ofChannel) => Array.from(ofChannel, (value) => String(Number(value.toPrecision(7)))));
  const strides = isNested ? stridesOf(shape) : [];
  const brackets = isNested ? shape.length : 1;
  const parts = [Buffer.from('['.repeat(brackets))];
  for (let from = 0; from < colours.length; from += AT_ONCE) {
    let text = '';
    const end = Math.min(colours.length, from + AT_ONCE);
    for (let index = from; index < end; index++) {
      text += words[channelAt(index)]?.[colours[index] ?? 0] ?? '';
      if (index + 1 < colours.length) text += between(index + 1, strides);
    }
    parts.push(Buffer.from(text));
    await pause();
  }
  return Buffer.concat([...parts, Buffer.from(']'.repeat(brackets))]);
}

/** @returns little-endian FP32 or UINT8, row by row */
export function tensorBytes({ colours, values, channelAt }: Tensor, datatype: ModelInput['datatype']): Buffer {
  const size = datatype === 'FP32' ? 4 : 1;
  const bytes = Buffer.alloc(colours.length * size);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let index = 0; index < colours.length; index++) {
    const value = values[channelAt(index)]?.[colours[index] ?? 0] ?? 0;
    if (size === 4) view.setFloat32(index * 4, value, true);
    else bytes[index] = value;
  }
  return bytes;
}

function valuesOf({ mean, scale, datatype }: ModelInput): Float32Array[] {
  return mean.map((zero, channel) =>
    Float32Array.from({ length: 256 }, (_, colour) => {
      const value = (colour - zero) * (scale[channel] ?? 1);
      return datatype === 'FP32' ? value : Math.min(255, Math.max(0, Math.round(value)));
    }),
  );
}

function planes(data: Uint8Array, channels: number, plane: number): Uint8Array {
  const planes = new Uint8Array(data.length);
  // a callback for each of a million takes a hundred times as long, and nobody else has a turn meanwhile
  for (let channel = 0; channel < channels; channel++)
    for (let at = 0; at < plane; at++) planes[channel * plane + at] = data[at * channels + channel] ?? 0;
  return planes;
}

/** After how many values a bracket closes, the innermost first; the outermost closes at the end. */
function stridesOf(shape: readonly number[]): number[] {
  const strides: number[] = [];
  for (const length of shape.slice(1).reverse()) strides.push(length * (strides.at(-1) ?? 1));
  return strides;
}

function between(written: number, strides: readonly number[]): string {
  let closed = 0;
  while (closed < strides.length && written % (strides[closed] ?? 1) === 0) closed++;
  return `${']'.repeat(closed)},${'['.repeat(closed)}`;
}
