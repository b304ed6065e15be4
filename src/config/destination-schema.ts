import { z } from 'zod';
import { RUUVI_FIELDS } from '../sensors/ruuvi/reading.js';
import { atMost } from './at-most-keys.js';

/** What the database understands: no control characters, no backslash at the end, which would swallow what follows. */
const name = z
  .string()
  .min(1)
  .max(128)
  .regex(
    /^(?!(?:__proto__|time)$)(?!#)[^\p{Cc}]*[^\p{Cc}\\]$/u,
    'expected a name other than time, without # in front or a backslash at the end',
  );
const oldName = z.string().min(1).max(128);
const renames = atMost(64, z.record(oldName, name)).refine(
  (names) => new Set(Object.values(names)).size === Object.keys(names).length,
  'expected a new name for each: of two that become one, one would be lost',
);
const fieldRenames = renames.refine(
  (names) => Object.values(names).every((to) => !Object.hasOwn(RUUVI_FIELDS, to) || Object.hasOwn(names, to)),
  'expected no name that a field of tags has already',
);

export const destinationName = z.string().regex(/^[a-z0-9-]{1,32}$/, 'expected up to 32 lower-case letters, digits and "-"');

/** A database that readings are sent to; see DestinationSettings. */
export const destination = z.strictObject({
  url: z
    .url({ protocol: /^https?$/, error: 'expected a URL such as http://127.0.0.1:8086' })
    .refine((url) => !/^[^/]*\/\/[^/]*@/.test(url), 'expected nobody in the URL, but token beside it'),
  token: z.string().min(1).max(4096),
  org: z.string().max(256).default(''),
  bucket: z.string().min(1).max(256),
  speaks: z.enum(['influxdb', 'victoriametrics']).default('influxdb'),
  only: z
    .strictObject({
      measurements: z.array(z.string().min(1).max(128)).min(1).max(64).optional(),
      tags: atMost(16, z.record(oldName, z.array(z.string().min(1).max(256)).min(1).max(64))).optional(),
    })
    .optional(),
  rename: z
    .strictObject({ measurements: renames.optional(), fields: fieldRenames.optional(), tags: renames.optional() })
    .optional(),
  catchUpPerSecond: z.int().min(1).max(1_000_000).optional(),
});
