import { isIP } from 'node:net';
import { z } from 'zod';
import { ROLES, SCOPE } from '../auth/client.js';
import { OUTSIDE_ALGS } from '../auth/outside/outside-key.js';
import { TENANT } from '../auth/outside/rule.js';
import { defaultLimits } from '../http/limits/options.js';
import { HOST_NAME } from '../http/tls/names.js';
import { EXPECTED_NETWORK, isNetwork } from '../networks.js';
import { atMost } from './at-most-keys.js';
import { chip, chipId, crossing } from './chip-schema.js';
import { destination, destinationName } from './destination-schema.js';
import { isIssuer, isSafeUrl } from './issuer-url.js';
import { brokerKeys, radio, radioId, simulatedRadio, topicPrefix } from './radio-schema.js';

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
const cameraId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/, 'expected up to 32 lower-case letters, digits and "-"');
/** As browsers write it in `Origin`: no path, no slash at the end. */
const origin = z
  .url({ protocol: /^https?$/, error: 'expected an origin such as https://panel.example' })
  .refine(
    (url) => !URL.canParse(url) || new URL(url).origin === url.toLowerCase(),
    'expected an origin such as https://panel.example, without a path or a slash',
  );
const ms = (fallback: number, min = 1) => z.int().min(min).max(86_400_000).default(fallback);

const seconds = (fallback: number, min = 1) => z.int().min(min).max(86_400).default(fallback);
const days = (fallback: number) => z.number().min(0.1).max(36_525).default(fallback);
const path = z.string().min(1).max(4096);
const network = z.string().max(64).refine(isNetwork, EXPECTED_NETWORK);

/** What the platform offers to the services of applications, such as a message broker (ETSI GS MEC 011, clause 8.1.2.3). */
const transportId = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/, 'expected up to 64 letters, digits, ".", "_" and "-"');
const transport = z.strictObject({
  name: z.string().min(1).max(128),
  description: z.string().max(1024).optional(),
  type: z.enum(['REST_HTTP', 'MB_TOPIC_BASED', 'MB_ROUTING', 'MB_PUBSUB', 'RPC', 'RPC_STREAMING', 'WEBSOCKET']),
  protocol: z.string().min(1).max(64),
  version: z.string().min(1).max(64),
  uris: z.array(z.string().min(1).max(2048)).min(1).max(16),
});

/** Where a gateway is: no path, no query and nobody's password. */
const gatewayUrl = z
  .url({ protocol: /^https?$/, error: 'expected a URL such as http://gateway.local:8080' })
  .refine(
    (url) => !URL.canParse(url) || new URL(url).href === `${new URL(url).origin}/`,
    'expected a URL such as http://gateway.local:8080, without a path',
  );

/** What every camera may have. */
const anyCamera = {
  /** Goes on slowly while nobody looks, so that whoever comes need not wait. */
  keepWarm: z.boolean().default(false),
  /** Degrees clockwise by which its pictures, as it is mounted, have to be turned to be upright. */
  rotate: z.literal([0, 90, 180, 270]).default(0),
};
const simulatedCamera = z.strictObject({
  driver: z.literal('simulated'),
  ...anyCamera,
  width: z.int().min(320).max(1280).default(640),
  height: z.int().min(240).max(720).default(480),
  fps: z.number().min(1).max(30).default(5),
});
const ffmpegCamera = z.strictObject({
  driver: z.literal('ffmpeg'),
  ...anyCamera,
  /** Whatever ffmpeg can open: a file, an RTSP or HTTP address. */
  source: z.string().min(1).max(2048),
  /** What ffmpeg should take it for (`-f`), when it cannot tell. */
  format: z
    .string()
    .regex(/^[a-z0-9_,]{1,32}$/, 'expected a name such as mpjpeg or rtsp')
    .optional(),
  fps: z.number().min(0.1).max(240).optional(),
  /** Begin again when a file has ended. */
  loop: z.boolean().default(false),
});
const v4l2Camera = z.strictObject({
  driver: z.literal('v4l2'),
  ...anyCamera,
  device: z.string().regex(/^\/dev\/.+/, 'expected a device such as /dev/video0'),
  /** `kernel` calls it directly, `ffmpeg` starts that, `auto` takes the first where it can be had. */
  reader: z.enum(['auto', 'kernel', 'ffmpeg']).default('auto'),
  inputFormat: z.enum(['mjpeg', 'yuyv422', 'uyvy422', 'nv12', 'rgb24', 'gray']).optional(),
  width: z.int().min(16).max(8192).optional(),
  height: z.int().min(16).max(8192).optional(),
  fps: z.number().min(0.1).max(240).optional(),
});
/** A camera on the CSI connector, by the program of Raspberry Pi OS that speaks libcamera. */
const rpicamCamera = z.strictObject({
  driver: z.literal('rpicam'),
  ...anyCamera,
  /** Which of several; `rpicam-vid --list-cameras` lists them. */
  camera: z.int().min(0).max(7).default(0),
  width: z.int().min(64).max(4608).default(1280),
  height: z.int().min(64).max(3456).default(720),
  fps: z.number().min(0.1).max(240).default(15),
  quality: z.int().min(1).max(100).default(80),
});

const camera = z.discriminatedUnion('driver', [simulatedCamera, ffmpegCamera, v4l2Camera, rpicamCamera]);

/** What is taken from clients; see LimitOptions. */
const limits = z
  .strictObject({
    connections: z.int().min(1).max(100_000).default(defaultLimits.connections),
    connectionsPerAddress: z.int().min(1).max(100_000).default(defaultLimits.connectionsPerAddress),
    readsPerSecond: z.number().min(0.1).max(1_000_000).default(defaultLimits.readsPerSecond),
    readBurst: z.int().min(1).max(1_000_000).default(defaultLimits.readBurst),
    writesPerSecond: z.number().min(0.1).max(1_000_000).default(defaultLimits.writesPerSecond),
    writeBurst: z.int().min(1).max(1_000_000).default(defaultLimits.writeBurst),
    addresses: z.int().min(2).max(1_000_000).default(defaultLimits.addresses),
    unlimited: z
      .array(network)
      .max(64)
      .default([...defaultLimits.unlimited]),
    lagMs: ms(defaultLimits.lagMs, 50),
  })
  .prefault({});

/** How connections are kept from being read along. */
const tls = z
  .strictObject({
    /** `own` makes an authority and a certificate, `files` takes those of somebody else. */
    mode: z.enum(['off', 'own', 'files']).default('off'),
    /** More names for the certificate of one's own, beside those that are known anyway. */
    names: z
      .array(z.string().refine((name) => isIP(name) > 0 || HOST_NAME.test(name), 'expected a host name or an address'))
      .max(32)
      .default([]),
    certificate: path.optional(),
    key: path.optional(),
    /** Whose certificates clients may show. */
    clientCa: path.optional(),
    hstsMaxAgeS: z.int().min(0).max(63_072_000).default(31_536_000),
  })
  .prefault({});
/** Somebody else whose tokens count; see TrustedIssuer. */
const claimValue = z.union([z.string().max(256), z.number(), z.boolean()]);
const identifiers = z.array(z.string().regex(TENANT, 'expected up to 128 letters, digits, ".", "_", ":" and "-"')).max(64);
const rule = z
  .strictObject({
    when: atMost(8, z.record(z.string().min(1).max(256), z.union([claimValue, z.array(claimValue).min(1).max(64)]))).refine(
      (claims) => Object.keys(claims).length > 0,
      'expected at least one claim; iss and the issuer fits all its tokens',
    ),
    role: z.enum(ROLES).optional(),
    scopes: z.array(z.string().regex(SCOPE, 'expected a scope such as camera:read')).min(1).max(64).optional(),
    tenant: z.string().regex(TENANT, 'expected up to 128 letters, digits, ".", "_", ":" and "-"').optional(),
    tenantClaim: z.string().min(1).max(256).optional(),
    devices: identifiers.optional(),
    appInstanceIds: z.union([z.literal('all'), identifiers]).optional(),
  })
  .refine(({ role, scopes }) => (role === undefined) !== (scopes === undefined), 'expected one of role and scopes')
  .refine(
    ({ role, tenant, tenantClaim }) =>
      (tenant === undefined) !== (tenantClaim === undefined) || (role === 'admin' && tenant === undefined),
    'expected one of tenant and tenantClaim; without both administrators alone',
  );
const issuer = z
  .strictObject({
    issuer: z.string().max(2048).refine(isIssuer, 'expected a URL without query and fragment, as tokens have it in iss'),
    audience: z.string().min(1).max(256).optional(),
    algorithms: z
      .array(z.enum(OUTSIDE_ALGS))
      .min(1)
      .default([...OUTSIDE_ALGS]),
    /** Where its keys are, when it cannot be asked. */
    jwksUri: z.string().max(2048).refine(isSafeUrl, 'expected a URL that begins with https://').optional(),
    caFile: z.string().min(1).max(4096).optional(),
    tokenFile: z.string().min(1).max(4096).optional(),
    maxLifetimeS: z.int().min(60).max(604_800).default(86_400),
    rules: z.array(rule).min(1).max(64),
  })
  .refine(
    ({ issuer: own, jwksUri }) => jwksUri !== undefined || isSafeUrl(own),
    'expected jwksUri, or an issuer that begins with https:// and can be asked where its keys are',
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
      limits: z
        .strictObject({
          readsPerSecond: z.number().min(0.1).max(1_000_000).default(defaultLimits.readsPerSecond),
          readBurst: z.int().min(1).max(1_000_000).default(defaultLimits.readBurst),
          writesPerSecond: z.number().min(0.1).max(1_000_000).default(defaultLimits.writesPerSecond),
          writeBurst: z.int().min(1).max(1_000_000).default(defaultLimits.writeBurst),
        })
        .prefault({}),
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
