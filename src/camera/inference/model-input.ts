import type { components } from '../../../generated/camera.js';
import { GatewayError } from '../../errors.js';
import type { Immutable } from '../../immutable.js';

export type AskedInput = Partial<Immutable<components['schemas']['ModelInput']>>;
type Layout = NonNullable<AskedInput['layout']>;

/** An input as the model's metadata declare it. */
export interface DeclaredInput {
  readonly name: string;
  /** What it is called in the Open Inference Protocol: `FP32`. */
  readonly datatype: string;
  /** A negative number where any size will do. */
  readonly shape: readonly number[];
}

/** The tensor that a model takes. */
export interface ModelInput extends Required<Omit<AskedInput, 'mean' | 'scale'>> {
  /** One per channel, like `scale`. */
  readonly mean: readonly number[];
  readonly scale: readonly number[];
  /** Whether the shape begins with the number of pictures, which is 1. */
  readonly isBatched: boolean;
}

/** Of 640 by 640 pixels in three colours there are 1,228,800. */
const MOST_VALUES = 1_300_000;
const NEEDED = ['name', 'layout', 'width', 'height', 'channels', 'datatype'] as const;
const WHAT = 'a picture of 1 or 3 channels as [N, C, H, W] or [N, H, W, C], in FP32 or UINT8';

/** Whether the request alone says what the tensor is like. */
export function isComplete(asked: AskedInput): boolean {
  return NEEDED.every((member) => asked[member] !== undefined);
}

/**
 * What the request says, and what it leaves out as the model declares it.
 *
 * @throws GatewayError `badGateway` when the model takes no picture, `invalid` when the request has to say more, or asks for too much
 */
export function modelInput(asked: AskedInput, declared: readonly DeclaredInput[] = []): ModelInput {
  const told = isComplete(asked) ? undefined : inputFor(asked, declared);
  const name = asked.name ?? told?.name ?? '';
  const shape = told && dimensions(told, asked);
  const size = { width: asked.width ?? shape?.width ?? -1, height: asked.height ?? shape?.height ?? -1 };
  const channels = asked.channels ?? channelsOf(shape?.channels);
  const datatype = asked.datatype ?? datatypeOf(told?.datatype);
  if (size.width < 1 || size.height < 1)
    throw new GatewayError('invalid', 'the model takes pictures of any size: input.width and input.height have to say which');
  if (size.width * size.height * channels > MOST_VALUES)
    throw new GatewayError('invalid', `the model's input has more than ${MOST_VALUES} values`);
  return {
    ...{ name, ...size, channels, datatype },
    layout: asked.layout ?? shape?.layout ?? 'NCHW',
    mean: perChannel('mean', asked.mean ?? [0], channels),
    scale: perChannel('scale', asked.scale ?? [datatype === 'FP32' ? 1 / 255 : 1], channels),
    fit: asked.fit ?? 'FILL',
    encoding: asked.encoding ?? 'JSON',
    isBatched: shape?.isBatched ?? true,
  };
}

function inputFor({ name }: AskedInput, declared: readonly DeclaredInput[]): DeclaredInput {
  const candidates = declared.filter((input) => (name === undefined ? layoutOf(input.shape) !== undefined : input.name === name));
  const [only] = candidates;
  if (only && candidates.length === 1) return only;
  if (candidates.length > 1) throw new GatewayError('invalid', 'the model takes several pictures: input.name has to say which');
  if (name !== undefined && declared.length > 0) throw new GatewayError('invalid', `the model has no input ${name}`);
  throw noPicture();
}

function dimensions({ shape }: DeclaredInput, asked: AskedInput) {
  const layout = asked.layout ?? layoutOf(shape);
  if (layout === undefined || (shape.length !== 3 && shape.length !== 4)) throw noPicture();
  const isBatched = shape.length === 4;
  const [first = -1, second = -1, third = -1] = isBatched ? shape.slice(1) : shape;
  const [channels, height, width] = layout === 'NCHW' ? [first, second, third] : [third, first, second];
  return { layout, isBatched, channels, height, width };
}

/** Where there are 1 or 3 of something, those are the channels. */
function layoutOf(shape: readonly number[]): Layout | undefined {
  if (shape.length !== 3 && shape.length !== 4) return undefined;
  const isChannels = (count: number | undefined) => count === 1 || count === 3;
  if (isChannels(shape.at(-1))) return 'NHWC';
  return isChannels(shape.at(-3)) ? 'NCHW' : undefined;
}

function channelsOf(count: number | undefined): ModelInput['channels'] {
  if (count === 1 || count === 3) return count;
  throw noPicture();
}

function datatypeOf(datatype: string | undefined): ModelInput['datatype'] {
  if (datatype === 'FP32' || datatype === 'UINT8') return datatype;
  throw noPicture();
}

function perChannel(member: string, numbers: readonly number[], channels: number): readonly number[] {
  if (numbers.length === channels) return numbers;
  const [one] = numbers;
  if (numbers.length !== 1 || one === undefined)
    throw new GatewayError('invalid', `input.${member} has ${numbers.length} numbers, expected 1 or ${channels}`);
  return Array.from({ length: channels }, () => one);
}

function noPicture(): GatewayError {
  return new GatewayError('badGateway', `the model does not say that it takes ${WHAT}: input can say so for it`);
}
