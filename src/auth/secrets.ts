import { randomBytes, scrypt, type ScryptOptions, timingSafeEqual } from 'node:crypto';
import { AtMost } from '../at-most.js';
import { GatewayError } from '../errors.js';

/** A secret that cannot be read back, with all that it takes to compare with it. */
export interface SecretHash {
  /** base64url, as is the salt */
  readonly hash: string;
  readonly salt: string;
  readonly cost: number;
  readonly blockSize: number;
  readonly parallelization: number;
}

type Cost = Pick<SecretHash, 'cost' | 'blockSize' | 'parallelization'>;

/** 16 MiB. Secrets are 256 random bits, which nobody guesses from a hash however cheap; so it need not be dearer for a board. */
const COST: Cost = { cost: 16_384, blockSize: 8, parallelization: 1 };
const HASH_BYTES = 32;
const SALT_BYTES = 16;
/** What a secret of ours looks like; nothing else is worth a hash. */
const SECRET = /^[A-Za-z0-9_-]{43}$/;

export interface SecretsOptions {
  /** Hashes at the same time; 1 unless given, so that guessing takes one core and a quarter of Node's threads at the most. */
  readonly atOnce?: number;
  /** Hashes that wait for their turn; 16 unless given. */
  readonly waiting?: number;
  readonly cost?: Cost;
}

/** Makes secrets and compares with their hashes (scrypt, RFC 7914), few at once. */
export class Secrets {
  private readonly work: AtMost;
  private readonly cost: Cost;
  /** So that asking for somebody who does not exist takes as long. */
  private readonly nobody: SecretHash;

  constructor({ atOnce = 1, waiting = 16, cost = COST }: SecretsOptions = {}) {
    this.work = new AtMost(atOnce, waiting, tooMany);
    this.cost = cost;
    this.nobody = { ...cost, hash: randomText(HASH_BYTES), salt: randomText(SALT_BYTES) };
  }

  /** @returns a secret of 256 random bits, 43 letters, digits, "-" and "_" */
  make(): string {
    return randomText(32);
  }

  /** @throws GatewayError `tooManyRequests` when too many wait already */
  async hash(secret: string): Promise<SecretHash> {
    const salt = randomText(SALT_BYTES);
    const hash = await this.derive(secret, { ...this.cost, salt, hash: '' });
    return Object.freeze({ ...this.cost, salt, hash: hash.toString('base64url') });
  }

  /**
   * Which of the hashes is that of the secret. It takes as long for none as for one, and compares in constant time.
   *
   * @throws GatewayError `tooManyRequests` when too many wait already
   */
  async find<H extends SecretHash>(secret: string, hashes: readonly H[]): Promise<H | undefined> {
    if (!SECRET.test(secret)) return undefined;
    if (hashes.length === 0) await this.derive(secret, this.nobody);
    for (const hash of hashes) {
      const expected = Buffer.from(hash.hash, 'base64url');
      const found = await this.derive(secret, hash);
      if (found.length === expected.length && timingSafeEqual(found, expected)) return hash;
    }
    return undefined;
  }

  private derive(secret: string, { salt, cost, blockSize, parallelization }: SecretHash): Promise<Buffer> {
    const maxmem = 256 * cost * blockSize;
    return this.work.run(() => scrypted(secret, Buffer.from(salt, 'base64url'), { cost, blockSize, parallelization, maxmem }));
  }
}

function scrypted(secret: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    scrypt(secret, salt, HASH_BYTES, options, (error, hash) => {
      if (error) reject(error);
      else resolve(hash);
    }),
  );
}

function randomText(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}

function tooMany(): GatewayError {
  return new GatewayError('tooManyRequests', 'too many clients sign in at once; try again later', { retryAfterMs: 2_000 });
}
