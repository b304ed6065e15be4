import { z } from 'zod';
import { atMost } from './at-most-keys.js';

/** What a chip is called here. */
export const chipId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/, 'expected up to 32 lower-case letters, digits and "-"');
const lineId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/, 'expected up to 32 letters, digits, ".", "_" and "-", such as 17 or GPIO17');
const bit = z.literal([0, 1]);
/** See LineConfig and LineSettings. */
const line = z
  .strictObject({
    direction: z.enum(['INPUT', 'OUTPUT']),
    /** Its offset, or its name on the board; by default what it is called here. */
    line: z.union([z.int().min(0).max(65_535), z.string().min(1).max(31)]).optional(),
    name: z.string().min(1).max(64).optional(),
    activeLow: z.boolean().default(false),
    bias: z.enum(['AS_IS', 'PULL_UP', 'PULL_DOWN', 'DISABLED']).default('AS_IS'),
    drive: z.enum(['PUSH_PULL', 'OPEN_DRAIN', 'OPEN_SOURCE']).default('PUSH_PULL'),
    edge: z.enum(['NONE', 'RISING', 'FALLING', 'BOTH']).default('NONE'),
    debounceUs: z.int().min(0).max(10_000_000).default(0),
    initial: bit.default(0),
    safe: bit.default(0),
    free: z.boolean().default(false),
  })
  .refine(
    ({ direction, edge, debounceUs }) => direction === 'INPUT' || (edge === 'NONE' && debounceUs === 0),
    'expected edge and debounceUs of an INPUT alone',
  )
  .refine(
    ({ direction, drive }) => direction === 'OUTPUT' || drive === 'PUSH_PULL',
    'expected drive of an OUTPUT alone, since an input drives nothing',
  )
  .refine(
    ({ direction, initial, safe, free }) => direction === 'OUTPUT' || free || (initial === 0 && safe === 0),
    'expected initial and safe of an OUTPUT, or of a line that can become one (free)',
  );
const lines = atMost(64, z.record(lineId, line)).refine((record) => Object.keys(record).length > 0, 'expected at least one line');
const label = z.string().min(1).max(31).optional();
const device = z
  .string()
  .regex(/^\/dev\/.+/, 'expected a device such as /dev/gpiochip0')
  .optional();
export const chip = z.discriminatedUnion('driver', [
  z.strictObject({ driver: z.literal('auto'), label, lines }),
  z.strictObject({ driver: z.literal('gpiochip'), label, device, lines }),
  z.strictObject({ driver: z.literal('onoff'), label, lines }),
  z.strictObject({ driver: z.literal('simulated'), seed: z.int().min(0).max(0xffffffff).default(1), lines }),
]);
/** A crossing of the simulated town. */
export const crossing = chip.parse({
  driver: 'simulated',
  lines: {
    17: { name: 'button', direction: 'INPUT', activeLow: true, bias: 'PULL_UP', edge: 'BOTH', debounceUs: 5_000 },
    22: { name: 'green man', direction: 'OUTPUT' },
    27: { name: 'red man', direction: 'OUTPUT', initial: 1, safe: 1 },
  },
});

/** A line that is called by a number is the line of this offset, any other name is that of the board, unless it says which it is. */
export function lineCalled(lineId: string): number | string {
  return /^\d+$/.test(lineId) ? Number(lineId) : lineId;
}

export type ChipConfig = z.infer<typeof chip>;
