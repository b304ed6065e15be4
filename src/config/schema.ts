import { z } from 'zod';
import { atMost } from './at-most-keys.js';
import { camera, cameraId, simulatedCamera } from './camera-schema.js';
import { chip, chipId, crossing } from './chip-schema.js';
import { destination, destinationName } from './destination-schema.js';
import { limits, origin, paces, tls } from './http-schema.js';
import { issuer } from './issuer-schema.js';
import { transport, transportId } from './mec-schema.js';
import { brokerKeys, radio, radioId, simulatedRadio, topicPrefix } from './radio-schema.js';
import { ms, network } from './values.js';

const mac = z
  .string()
  .regex(/^([0-9A-F]{2}:){5}[0-9A-F]{2}$/, 'expected a Bluetooth address such as CB:B8:33:4C:88:4F, in upper case');
/** It becomes a tag in InfluxDB, where a backslash at the end would swallow what follows. */
const deviceName = z
  .string()
  .min(1)
  .max(64)
  .regex(/^(?!__proto__$)[^\p{Cc}]*[^\p{Cc}\\]$/u, 'expected no control characters, and no backslash at the end');
/** Upper or lower case. */
const hexDigits = (count: number) =>
  z.string().regex(new RegExp(`^[0-9A-Fa-f]{${count}}$`), `expected ${count} hexadecimal digits`);
const seconds = (fallback: number, min = 1) => z.int().min(min).max(86_400).default(fallback);
const days = (fallback: number) => z.number().min(0.1).max(36_525).default(fallback);

/** Where a gateway is: no path, no query and nobody's password. */
const gatewayUrl = z
  .url({ protocol: /^https?$/, error: 'expected a URL such as http://gateway.local:8080' })
  .refine(
    (url) => !URL.canParse(url) || new URL(url).href === `${new URL(url).origin}/`,
    'expected a URL such as http://gateway.local:8080, without a path',
  );

/** Every setting, its bounds and what it is when nobody says. docs/configuration.md lists them; a test compares the two. */
export const schema = z.strictObject({
  http: z
    .strictObject({
      listen: z
        .string()
        .regex(/^(\[[0-9a-fA-F:.]+\]|[^:[\]]+):\d{1,5}$/, 'expected address:port, such as 127.0.0.1:8080')
        .default('127.0.0.1:8080'),
      publicUrl: z.url({ protocol: /^https?$/, error: 'expected a URL such as http://gateway.local:8080' }).optional(),
      hosts: z.array(z.string().min(1).max(255)).max(64).default([]),
      origins: z.array(origin).max(64).default([]),
      maxBodyBytes: z.int().min(1024).max(16_777_216).default(1_048_576),
      validateResponses: z.boolean().default(false),
      maxEventReaders: z.int().min(1).max(10_000).default(256),
      tls,
      insecure: z.boolean().default(false),
      trustedProxies: z.array(network).max(64).default([]),
      forwardedHeader: z.enum(['x-forwarded', 'forwarded']).default('x-forwarded'),
      limits,
    })
    .prefault({}),
  auth: z
    .strictObject({
      mode: z.enum(['tokens', 'none']).default('tokens'),
      tokenLifetimeS: seconds(3_600, 60),
      issuers: z.array(issuer).max(8).default([]),
      /** What each client may ask; see ClientLimits. */
      limits: z.strictObject(paces).prefault({}),
    })
    .prefault({}),
  log: z
    .strictObject({
      level: z.enum(['fatal', 'error', 'warn', 'info', 'debug']).default('info'),
      format: z.enum(['auto', 'json', 'pretty']).default('auto'),
    })
    .prefault({}),
  data: z
    .strictObject({
      dir: z.string().min(1).max(4096).default('./data'),
      commitMs: ms(1_000),
      historyMaxBytes: z.int().min(16_777_216).max(Number.MAX_SAFE_INTEGER).default(1_073_741_824),
      /** How long what tags say is kept, and what is made of it. */
      retention: z
        .strictObject({
          rawDays: days(14),
          minutesDays: days(31),
          quartersDays: days(366),
          hoursDays: days(1_096),
        })
        .prefault({}),
    })
    .prefault({}),
  devices: z
    .strictObject({
      radios: atMost(8, z.record(radioId, radio)).default({}),
      cameras: atMost(16, z.record(cameraId, camera)).default({}),
      chips: atMost(8, z.record(chipId, chip)).default({}),
    })
    // a laptop shows a town; whoever names one device has no simulated ones beside it
    .default({
      radios: { 'simulated-town': simulatedRadio.parse({ driver: 'simulated' }) },
      cameras: { 'lens-1': simulatedCamera.parse({ driver: 'simulated' }) },
      chips: { crossing },
    }),
  sensors: z
    .strictObject({
      names: z.record(mac, deviceName).default({}),
      silentAfterMs: ms(120_000, 10_000),
      maxTags: z.int().min(1).max(10_000).default(1_000),
      /** Whether a tag is read that nobody has decided about. */
      admit: z.enum(['all', 'adopted']).default('all'),
      allow: z.array(mac).max(1_000).default([]),
      deny: z.array(mac).max(1_000).default([]),
      minStoreIntervalS: z.number().min(0).max(86_400).default(10),
      /** Of tags that encrypt; see TagSecret. */
      keys: atMost(1_000, z.record(mac, z.strictObject({ password: hexDigits(32), deviceId: hexDigits(16) }))).default({}),
    })
    .prefault({}),
  camera: z
    .strictObject({
      idleMs: ms(5_000, 0),
      maxReaders: z.int().min(1).max(1_000).default(32),
      /** With one camera, and with pictures that are posted, at the same time. */
      inferences: z
        .strictObject({
          atOnce: z.int().min(1).max(16).default(4),
          atOncePerClient: z.int().min(1).max(16).default(2),
        })
        .prefault({}),
      recordings: z
        .strictObject({
          maxBytes: z.int().min(1_048_576).max(1_099_511_627_776).default(1_073_741_824),
          maxCount: z.int().min(1).max(100_000).default(10_000),
          preRollMaxBytes: z.int().min(1_048_576).max(268_435_456).default(16_777_216),
        })
        .prefault({}),
    })
    .prefault({}),
  gpio: z
    .strictObject({
      writesPerSecond: z.number().min(0.1).max(1_000).default(20),
      writeBurst: z.int().min(1).max(10_000).default(40),
    })
    .prefault({}),
  mec: z
    .strictObject({
      /** Whether an application may do nothing before it confirms that it is ready. */
      requireReady: z.boolean().default(false),
      /** Networks that belong to this host, such as that of its containers. */
      localNetworks: z.array(network).max(64).default([]),
      transports: atMost(64, z.record(transportId, transport)).default({}),
      liveness: z.strictObject({ intervalS: seconds(60), minIntervalS: seconds(1), maxIntervalS: seconds(3_600) }).prefault({}),
      /** Whether the API of 2019 is served too. */
      mp1Legacy: z.boolean().default(false),
    })
    .prefault({}),
  callbacks: z.strictObject({ networks: z.array(network).max(64).default(['127.0.0.0/8', '::1/128']) }).prefault({}),
  street: z
    .strictObject({
      registry: gatewayUrl,
      livenessIntervalS: seconds(10),
      clientId: z.string().min(1).max(256).optional(),
      clientSecret: z.string().min(1).max(1024).optional(),
      tokenFile: z.string().min(1).max(4096).optional(),
    })
    .optional(),
  destinations: atMost(8, z.record(destinationName, destination)).default({}),
  /** Where it is said what tags say now. */
  mqtt: z
    .strictObject({
      ...brokerKeys,
      prefix: topicPrefix.default('umec'),
      name: z
        .string()
        .regex(/^[A-Za-z0-9._-]{1,64}$/, 'expected up to 64 letters, digits, ".", "_" and "-"')
        .optional(),
      discovery: z.boolean().default(true),
      discoveryPrefix: topicPrefix.default('homeassistant'),
      minIntervalS: z.number().min(0).max(86_400).default(10),
    })
    .optional(),
});

export type Config = z.infer<typeof schema>;
export type CameraConfig = z.infer<typeof camera>;
export type RadioConfig = z.infer<typeof radio>;
