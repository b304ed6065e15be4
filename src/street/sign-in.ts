import { z } from 'zod';
import type { Clock } from '../clock.js';
import type { Outgoing } from '../outgoing/outgoing.js';
import { ask } from './ask.js';
import { Failure } from './failure.js';
import { requireYes } from './judge.js';
import type { Pass } from './pass.js';

/** A token that is about to end may have ended when it arrives. */
const EARLY_MS = 30_000;

const tokenResponse = z.looseObject({
  access_token: z.string().regex(/^[\x21-\x7e]{1,16384}$/),
  expires_in: z
    .number()
    .min(1)
    .max(86_400 * 7),
});

export interface SignInParts {
  readonly outgoing: Outgoing;
  readonly clock: Clock;
  /** Of the registry, without a slash at the end. */
  readonly origin: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Signs in at the registry of the street, and again when the token is about to end. */
export class SignIn implements Pass {
  private current: { readonly authorization: string; readonly until: number } | undefined;

  constructor(private readonly parts: SignInParts) {}

  /**
   * @returns the value of `Authorization`
   * @throws Failure `later` when the registry gives no token
   * @see RFC 6749, clause 4.4
   */
  async authorization(signal: AbortSignal): Promise<string> {
    const now = this.parts.clock.monotonic();
    if (!this.current || now >= this.current.until) this.current = await this.signIn(now, signal);
    return this.current.authorization;
  }

  /** The registry takes the token no more. */
  forget(): void {
    this.current = undefined;
  }

  private async signIn(now: number, signal: AbortSignal) {
    const { outgoing, clock, origin, clientId, clientSecret } = this.parts;
    // for all that its client may do there, which is for that registry's operator to say
    const form = new URLSearchParams({ grant_type: 'client_credentials' }).toString();
    const secret = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString('base64');
    const question = { method: 'POST', url: `${origin}/oauth2/token`, form, authorization: `Basic ${secret}` } as const;
    const answer = await ask(outgoing, question, signal);
    if (answer.status === 400 || answer.status === 401)
      throw new Failure(
        'later',
        `answers ${answer.status} to street.clientId ${clientId}: it is not known there, or may not do this`,
      );
    requireYes(answer, clock.now());
    const { access_token, expires_in } = parsed(answer.text);
    return { authorization: `Bearer ${access_token}`, until: now + expires_in * 1_000 - EARLY_MS };
  }
}

function parsed(text: string): z.infer<typeof tokenResponse> {
  try {
    return tokenResponse.parse(JSON.parse(text));
  } catch {
    throw new Failure('later', 'gives no token that can be used');
  }
}
