import type { Benchmark } from '../benchmark.js';
import { decodes } from '../decodes.js';

/** What most tags send. */
export const decodeFormat5: Benchmark = (_, effort) => decodes('decode format 5', ['df5-valid'], effort, '≥ 1,500,000 /s');
