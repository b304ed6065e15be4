import type { z } from 'zod';

/** A record of not more than so many. */
export const atMost = <T extends z.ZodType<object>>(count: number, record: T) =>
  record.refine((devices) => Object.keys(devices).length <= count, `expected at most ${count} of them`);
