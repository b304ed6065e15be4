import { z } from 'zod';

export const simulatedRadio = z.strictObject({
  driver: z.literal('simulated'),
  seed: z.int().min(0).max(0xffffffff).default(1),
  tags: z.int().min(1).max(1000).default(12),
});
const bluezRadio = z.strictObject({
  driver: z.literal('bluez'),
  /** A D-Bus address, where the bus is not the system's own. */
  busAddress: z.string().min(1).max(1024).optional(),
});

/** What may stand in an `Authorization` header. */
const printable = (min: number, max: number) =>
  z
    .string()
    .min(min)
    .max(max)
    .regex(/^[\x21-\x7e]*$/, 'expected letters, digits and signs of ASCII, without spaces');
/** Who signs in has keys of its own, which nobody is shown; in the URL it would count for nothing, and be seen. */
const hasNoUser = (url: string): boolean => !/^[^/]*\/\/[^/]*@/.test(url);
const NO_USER = 'expected nobody in the URL, but username and password beside it';
const ruuviGatewayRadio = z.strictObject({
  driver: z.literal('ruuvi-gateway'),
  /** What it shows when it posts what it hears. */
  token: printable(16, 256).optional(),
  /** Where it is asked. */
  url: z
    .url({ protocol: /^https?$/, error: 'expected a URL such as http://ruuvigateway.local' })
    .refine(hasNoUser, NO_USER)
    .optional(),
  username: z.string().min(1).max(256).optional(),
  password: z.string().min(1).max(1024).optional(),
  bearer: printable(1, 4096).optional(),
  intervalS: z.int().min(1).max(86_400).default(10),
});
/** Where a broker is, and as whom it is called. */
export const brokerKeys = {
  url: z.url({ protocol: /^mqtts?$/, error: 'expected a URL such as mqtt://127.0.0.1:1883' }).refine(hasNoUser, NO_USER),
  username: z.string().min(1).max(256).optional(),
  password: z.string().min(1).max(1024).optional(),
  caFile: z.string().min(1).max(4096).optional(),
};
/** A part of topics: without wildcards, and without what brokers keep for themselves. */
export const topicPrefix = z
  .string()
  .max(128)
  .regex(
    /^[^\s#+$/\0]+(\/[^\s#+/\0]+)*$/,
    'expected levels of a topic such as ruuvi or home/ruuvi, without #, + and a slash at the end',
  );
const mqttRadio = z.strictObject({ driver: z.literal('mqtt'), ...brokerKeys, prefix: topicPrefix.default('ruuvi') });

export const radioId = z.string().regex(/^[a-z0-9-]{1,32}$/, 'expected up to 32 lower-case letters, digits and "-"');
export const radio = z.discriminatedUnion('driver', [simulatedRadio, bluezRadio, ruuviGatewayRadio, mqttRadio]);
