import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';

/** How outside tokens may be signed: nothing that a public key could be mistaken for a shared secret with. */
export const OUTSIDE_ALGS = ['RS256', 'PS256', 'ES256', 'EdDSA'] as const;
export type OutsideAlg = (typeof OUTSIDE_ALGS)[number];

/** A public key of an issuer. */
export interface OutsideKey {
  readonly kid?: string;
  /** What it may have signed by. */
  readonly algs: readonly OutsideAlg[];
  readonly key: KeyObject;
  /** The same text for the same key. */
  readonly material: string;
}

const member = z.string().max(1024).optional();
const jwk = z.object({
  kty: z.enum(['RSA', 'EC', 'OKP']),
  kid: z.string().max(256).optional(),
  alg: z.string().max(32).optional(),
  use: z.literal('sig').optional(),
  key_ops: z
    .array(z.string().max(32))
    .max(8)
    .refine((ops) => ops.includes('verify'))
    .optional(),
  ...{ crv: member, x: member, y: member, n: member, e: member },
});
/** base64url of 2048 to 4096 bits */
const MODULUS = /^[A-Za-z0-9_-]{342,683}$/;

/** @returns undefined for what is no key, none to verify with, a weak one or one of a kind that is not taken */
export function toOutsideKey(given: unknown): OutsideKey | undefined {
  const { data } = jwk.safeParse(given);
  if (!data) return undefined;
  const { kid, alg, kty, crv, x, y, n, e } = data;
  const algs = algsOf(data).filter((one) => alg === undefined || alg === one || (alg === 'Ed25519' && one === 'EdDSA'));
  if (algs.length === 0) return undefined;
  const open = { kty, crv, x, y, n, e };
  try {
    const key = createPublicKey({ key: open, format: 'jwk' });
    return { ...(kid === undefined ? {} : { kid }), algs, key, material: JSON.stringify([kid, algs, open]) };
  } catch {
    return undefined;
  }
}

function algsOf({ kty, crv, n = '', e }: z.infer<typeof jwk>): readonly OutsideAlg[] {
  if (kty === 'RSA') return e === 'AQAB' && MODULUS.test(n) ? ['RS256', 'PS256'] : [];
  if (kty === 'EC') return crv === 'P-256' ? ['ES256'] : [];
  return crv === 'Ed25519' ? ['EdDSA'] : [];
}
