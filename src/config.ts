import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { messageOf } from './errors.js';
import { defaultLimits } from './http/limits/options.js';
import { EXPECTED_NETWORK, isNetwork } from './networks.js';
import { withoutSecrets } from './without-secrets.js';

const mac = z
  .string()
  .regex(/^([0-9A-F]{2}:){5}[0-9A-F]{2}$/, 'expected a Bluetooth address such as CB:B8:33:4C:88:4F, in upper case');
const cameraId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/, 'expected up to 32 lower-case letters, digits and "-"');
const atMost = <T extends z.ZodType<object>>(count: number, record: T) =>
  record.refine((devices) => Object.keys(devices).length <= count, `expected at most ${count} of them`);
/** As browsers write it in `Origin`: no path, no slash at the end. */
const origin = z
  .url({ protocol: /^https?$/, error: 'expected an origin such as https://panel.example' })
  .refine(
    (url) => !URL.canParse(url) || new URL(url).origin === url.toLowerCase(),
    'expected an origin such as https://panel.example, without a path or a slash',
  );
const ms = (fallback: number, min = 1) => z.int().min(min).max(86_400_000).default(fallback);

const seconds = (fallback: number) => z.int().min(1).max(86_400).default(fallback);
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

const simulatedCamera = z.strictObject({
  driver: z.literal('simulated'),
  width: z.int().min(320).max(1280).default(640),
  height: z.int().min(240).max(720).default(480),
  fps: z.number().min(1).max(30).default(5),
});
const ffmpegCamera = z.strictObject({
  driver: z.literal('ffmpeg'),
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
  device: z.string().regex(/^\/dev\/.+/, 'expected a device such as /dev/video0'),
  inputFormat: z.enum(['mjpeg', 'yuyv422']).optional(),
  width: z.int().min(16).max(8192).optional(),
  height: z.int().min(16).max(8192).optional(),
  fps: z.number().min(0.1).max(240).optional(),
});

const simulatedRadio = z.strictObject({
  driver: z.literal('simulated'),
  seed: z.int().min(0).max(0xffffffff).default(1),
  tags: z.int().min(1).max(1000).default(12),
});
const bluezRadio = z.strictObject({
  driver: z.literal('bluez'),
  /** A D-Bus address, where the bus is not the system's own. */
  busAddress: z.string().min(1).max(1024).optional(),
});

const radioId = z.string().regex(/^[a-z0-9-]{1,32}$/, 'expected up to 32 lower-case letters, digits and "-"');
const radio = z.discriminatedUnion('driver', [simulatedRadio, bluezRadio]);
const camera = z.discriminatedUnion('driver', [simulatedCamera, ffmpegCamera, v4l2Camera]);

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
      limits,
    })
    .prefault({}),
  auth: z.strictObject({ mode: z.literal('none').default('none') }).prefault({}),
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
    })
    .prefault({}),
  devices: z
    .strictObject({
      radios: atMost(8, z.record(radioId, radio)).default({}),
      cameras: atMost(16, z.record(cameraId, camera)).default({}),
    })
    // a laptop shows a town; whoever names one device has no simulated ones beside it
    .default({
      radios: { 'simulated-town': simulatedRadio.parse({ driver: 'simulated' }) },
      cameras: { 'lens-1': simulatedCamera.parse({ driver: 'simulated' }) },
    }),
  sensors: z
    .strictObject({
      names: z.record(mac, z.string().min(1).max(64)).default({}),
      silentAfterMs: ms(120_000, 10_000),
      maxTags: z.int().min(1).max(10_000).default(1_000),
    })
    .prefault({}),
  camera: z.strictObject({ idleMs: ms(5_000, 0), maxReaders: z.int().min(1).max(1_000).default(32) }).prefault({}),
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
  street: z.strictObject({ registry: gatewayUrl, livenessIntervalS: seconds(10) }).optional(),
  influx: z
    .strictObject({
      url: z.url({ protocol: /^https?$/, error: 'expected a URL such as http://127.0.0.1:8086' }),
      token: z.string().min(1).max(4096),
      org: z.string().max(256).default(''),
      bucket: z.string().min(1).max(256),
    })
    .optional(),
});

export type Config = z.infer<typeof schema>;
export type CameraConfig = z.infer<typeof camera>;

/** A configuration that cannot be used; each line names the key, what was found and what was expected. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * The configuration of a file and the environment, the environment first.
 *
 * @param file a path; when undefined, `umec.yaml` if there is one
 * @throws ConfigError
 */
export function loadConfig(file: string | undefined, env: Readonly<Record<string, string | undefined>>): Config {
  return parseConfig(fromFile(file), env);
}

/** @param document what the file says */
export function parseConfig(document: unknown, env: Readonly<Record<string, string | undefined>>): Config {
  const merged = withEnvironment(withoutEmptySections(document ?? {}), env);
  const result = schema.safeParse(merged);
  if (!result.success) throw new ConfigError(result.error.issues.flatMap((issue) => describe(issue, merged)).join('\n'));
  const faults = impossible(result.data);
  if (faults.length > 0) throw new ConfigError(faults.join('\n'));
  return result.data;
}

function fromFile(file: string | undefined): unknown {
  const path = file ?? 'umec.yaml';
  if (file === undefined && !existsSync(path)) return {};
  try {
    return parse(readFileSync(path, 'utf8'), { prettyErrors: true });
  } catch (error) {
    throw new ConfigError(`${path}: ${firstLine(error)}`, { cause: error });
  }
}

/** What follows shows the lines around the fault, which may hold a token. */
function firstLine(error: unknown): string {
  return messageOf(error).replace(/:?\n[^]*$/, '');
}

/** A section of which every line is commented out is null in YAML. */
function withoutEmptySections(document: unknown): unknown {
  if (!isObject(document)) return document;
  return Object.fromEntries(Object.entries(document).filter(([key, value]) => value !== null || !(key in schema.shape)));
}

/** `http.maxBodyBytes` ↔ `UMEC_HTTP_MAX_BODY_BYTES`. Text is taken as it is, everything else is written as in YAML. */
export function variableOf(path: readonly string[]): string {
  return `UMEC_${path.map((part) => part.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase()).join('_')}`;
}

/** Every setting's path; what hangs below a name that the user chooses counts as one. */
export function* settings(shape: z.ZodType = schema, path: readonly string[] = []): Generator<readonly string[]> {
  const inner = unwrap(shape);
  if (!(inner instanceof z.ZodObject)) yield path;
  else for (const [key, child] of Object.entries(inner.shape)) yield* settings(child as z.ZodType, [...path, key]);
}

/** Whether what is set there is text, which needs no quotes. */
function isText(path: readonly string[]): boolean {
  const shape = path.reduce<z.ZodType>((at, key) => (unwrap(at) as z.ZodObject).shape[key] as z.ZodType, schema);
  return ['string', 'enum', 'literal'].includes(unwrap(shape).def.type);
}

function unwrap(shape: z.ZodType): z.ZodType {
  if (shape instanceof z.ZodPrefault || shape instanceof z.ZodDefault || shape instanceof z.ZodOptional)
    return unwrap(shape.unwrap() as z.ZodType);
  return shape;
}

/** What Kubernetes tells every container of a Service whose name begins with `umec`. */
const KUBERNETES = /_(SERVICE_(HOST|PORT(_[A-Z0-9_]+)?)|PORT(_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?)$/;

function withEnvironment(document: unknown, env: Readonly<Record<string, string | undefined>>): unknown {
  const paths = new Map([...settings()].map((path) => [variableOf(path), path]));
  const unknown = Object.keys(env).filter((name) => name.startsWith('UMEC_') && !paths.has(name) && !KUBERNETES.test(name));
  if (unknown.length > 0)
    throw new ConfigError(
      unknown.map((name) => `${name}: there is no such setting${suggestion(name, [...paths.keys()])}`).join('\n'),
    );
  let merged = document;
  for (const [name, path] of paths) {
    const text = env[name];
    if (text !== undefined) merged = withValue(merged, path, isText(path) ? text : valueOf(name, text));
  }
  return merged;
}

function valueOf(name: string, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new ConfigError(`${name}: ${firstLine(error)}`, { cause: error });
  }
}

function withValue(document: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  // what is no object is a fault of the file, and stays one
  if (document !== undefined && !isObject(document)) return document;
  return { ...document, [key]: withValue(document?.[key], rest, value) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What each setting alone may be, but not together. */
function impossible({ http, devices, mec, street }: Config): string[] {
  const { host, port } = listenAddress(http.listen);
  const faults = Object.entries(devices.radios)
    .filter(([radioId, { driver }]) => driver === 'bluez' && !/^hci\d+$/.test(radioId))
    .map(([radioId]) => `devices.radios.${radioId}: found driver bluez, expected its name to be the adapter's, such as hci0`);
  const { intervalS, minIntervalS, maxIntervalS } = mec.liveness;
  if (intervalS < minIntervalS || intervalS > maxIntervalS)
    faults.push(
      `mec.liveness.intervalS: found ${intervalS}, expected from ${minIntervalS} (minIntervalS) to ${maxIntervalS} (maxIntervalS)`,
    );
  if (port > 65_535) faults.push(`http.listen: found port ${port}, expected at most 65535`);
  const own = [`http://${http.listen}`, http.publicUrl].flatMap((url) =>
    url !== undefined && URL.canParse(url) ? new URL(url).origin : [],
  );
  if (street && own.includes(new URL(street.registry).origin))
    faults.push(`street.registry: found ${street.registry}, expected another gateway than this one`);
  if (street && http.publicUrl === undefined && isLoopback(host) && !isLoopback(hostOf(street.registry)))
    faults.push(`http.publicUrl: found nothing, expected a URL under which this gateway can be called from ${street.registry}`);
  // auth.mode can be nothing but none as yet
  if (!isLoopback(host))
    faults.push(
      `http.listen: found ${http.listen}, expected a loopback address such as 127.0.0.1:${port}: tokens are not enforced (auth.mode: none), ` +
        'so nobody but this machine may reach the gateway',
    );
  return faults;
}

function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^\[|\]$/g, '');
}

/** `127.0.0.1:8080` and `[::1]:8080` */
export function listenAddress(listen: string): { readonly host: string; readonly port: number } {
  const colon = listen.lastIndexOf(':');
  return { host: listen.slice(0, colon).replace(/^\[|\]$/g, ''), port: Number(listen.slice(colon + 1)) };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function describe(issue: z.core.$ZodIssue, document: unknown): string[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => `${[...path, key].join('.')}: there is no such setting${suggestion(key, keysAt(path))}`);
  if (issue.code === 'invalid_key') return [`${path.join('.')}: ${issue.issues.map(({ message }) => message).join('; ')}`];
  const found = path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);
  const shown = found === undefined ? 'nothing' : holdsToken(path) ? 'something else' : withoutSecrets(JSON.stringify(found));
  const expected = issue.message.replace(/^.*?[:.] [Ee]xpected /, 'expected ').replace(/, received .*$/, '');
  return [`${path.join('.') || 'the configuration'}: found ${shown}, ${expected}`];
}

/** Whether what stands there is the token, or may have it inside, as the root of a file may that is a list. */
function holdsToken([section, key]: readonly string[]): boolean {
  return section === undefined || (section === 'influx' && (key === undefined || key === 'token'));
}

function keysAt(path: readonly string[]): string[] {
  const depth = path.length;
  return [...settings()]
    .filter((setting) => path.every((part, index) => setting[index] === part))
    .map((setting) => setting[depth] ?? '');
}

/** The nearest name, when it is near enough to be a slip of the finger. */
function suggestion(name: string, known: readonly string[]): string {
  const near = [...new Set(known)]
    .map((one) => ({ one, distance: editDistance(name.toLowerCase(), one.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)[0];
  return near && near.distance <= Math.min(3, Math.ceil(near.one.length / 3)) ? `, did you mean ${near.one}?` : '';
}

/** @see Levenshtein distance, row by row */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? 0;
}
