import type { Benchmark } from '../benchmark.js';
import { decodes } from '../decodes.js';

/** Every other packet is of a format that the reference does not know, and does no more than recognise. */
export const decodeMixed: Benchmark = (_, effort) =>
  decodes('decode formats 3, 5, 6, E1', ['df3-valid', 'df5-valid', 'df6-valid', 'e1-valid'], effort);
