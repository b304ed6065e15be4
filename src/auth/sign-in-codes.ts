import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../clock.js';
import type { Role } from './client.js';

const LIFETIME_MS = 600_000;
/** More than that wait for nobody: the oldest gives way. */
const MOST = 32;

interface Kept {
  readonly role: Role;
  /** ms of the monotonic clock */
  readonly endsAt: number;
}

export interface SignInCode {
  readonly code: string;
  /** s */
  readonly expiresIn: number;
}

/** What the owner hands to a person, who signs in with it once, within ten minutes. In memory only, and by its hash. */
export class SignInCodes {
  /** By hash, the oldest first. */
  private readonly waiting = new Map<string, Kept>();

  constructor(private readonly clock: Pick<Clock, 'monotonic'>) {}

  make(role: Role): SignInCode {
    const code = randomBytes(32).toString('base64url');
    const [oldest] = this.waiting.keys();
    if (oldest !== undefined && this.waiting.size >= MOST) this.waiting.delete(oldest);
    this.waiting.set(hashOf(code), { role, endsAt: this.clock.monotonic() + LIFETIME_MS });
    return Object.freeze({ code, expiresIn: LIFETIME_MS / 1000 });
  }

  /** @returns what whoever shows it may do; undefined when it was used, has ended or never was */
  take(code: string): Role | undefined {
    const hash = hashOf(code);
    const kept = this.waiting.get(hash);
    this.waiting.delete(hash);
    return kept && this.clock.monotonic() < kept.endsAt ? kept.role : undefined;
  }
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('base64url');
}
