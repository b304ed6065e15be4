import { isIP } from 'node:net';
import { z } from 'zod';
import { defaultLimits } from '../http/limits/options.js';
import { HOST_NAME } from '../http/tls/names.js';
import { ms, network } from './values.js';

const path = z.string().min(1).max(4096);

/** As browsers write it in `Origin`: no path, no slash at the end. */
export const origin = z
  .url({ protocol: /^https?$/, error: 'expected an origin such as https://panel.example' })
  .refine(
    (url) => !URL.canParse(url) || new URL(url).origin === url.toLowerCase(),
    'expected an origin such as https://panel.example, without a path or a slash',
  );

/** How fast somebody may ask, be it an address or a client. */
export const paces = {
  readsPerSecond: z.number().min(0.1).max(1_000_000).default(defaultLimits.readsPerSecond),
  readBurst: z.int().min(1).max(1_000_000).default(defaultLimits.readBurst),
  writesPerSecond: z.number().min(0.1).max(1_000_000).default(defaultLimits.writesPerSecond),
  writeBurst: z.int().min(1).max(1_000_000).default(defaultLimits.writeBurst),
};

/** What is taken from clients; see LimitOptions. */
export const limits = z
  .strictObject({
    connections: z.int().min(1).max(100_000).default(defaultLimits.connections),
    connectionsPerAddress: z.int().min(1).max(100_000).default(defaultLimits.connectionsPerAddress),
    ...paces,
    addresses: z.int().min(2).max(1_000_000).default(defaultLimits.addresses),
    unlimited: z
      .array(network)
      .max(64)
      .default([...defaultLimits.unlimited]),
    lagMs: ms(defaultLimits.lagMs, 50),
  })
  .prefault({});

/** How connections are kept from being read along. */
export const tls = z
  .strictObject({
    /** `own` makes an authority and a certificate, `files` takes those of somebody else. */
    mode: z.enum(['off', 'own', 'files']).default('off'),
    /** More names for the certificate of one's own, beside those that are known anyway. */
    names: z
      .array(z.string().refine((name) => isIP(name) > 0 || HOST_NAME.test(name), 'expected a host name or an address'))
      .max(32)
      .default([]),
    /** A folder with an authority that several gateways share, instead of one of its own. */
    authority: path.optional(),
    certificate: path.optional(),
    key: path.optional(),
    /** Whose certificates clients may show. */
    clientCa: path.optional(),
    hstsMaxAgeS: z.int().min(0).max(63_072_000).default(31_536_000),
  })
  .prefault({});
