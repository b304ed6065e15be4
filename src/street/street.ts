import { type BackOff, waitOf } from '../back-off.js';
import type { Clock } from '../clock.js';
import { messageOf } from '../errors.js';
import type { EventBus } from '../events/bus.js';
import { onAbort } from '../on-abort.js';
import type { Outgoing } from '../outgoing/outgoing.js';
import { active, observedHealth, suspended } from '../registry/health.js';
import type { Gateway } from '../registry/own-services.js';
import type { Services } from '../registry/services.js';
import type { State } from '../registry/state.js';
import { Failure } from './failure.js';
import { Membership } from './membership.js';
import { Mirror, type MirrorCounters } from './mirror.js';
import { OtherRegistry } from './other-registry.js';
import { FilePass, type Pass } from './pass.js';
import { SignIn } from './sign-in.js';

/** What was done since the start. */
export interface StreetCounters extends MirrorCounters {
  registrations: number;
  /** Rounds that were broken off. */
  failures: number;
}

export interface StreetParts {
  readonly state: State;
  readonly bus: EventBus;
  readonly services: Pick<Services, 'ofApplication'>;
  readonly clock: Clock;
  /** 0 to 1, as Math.random */
  readonly random: () => number;
  readonly gateway: Gateway;
  /** To whom the configuration names. */
  readonly outgoing: Outgoing;
  /** The registry of the street: `http://192.0.2.7:8080`, without a path. */
  readonly registry: string;
  /** How often signs of life are offered; s */
  readonly livenessIntervalS: number;
  /** As what this gateway signs in there; together with its secret, or not at all. */
  readonly clientId?: string | undefined;
  readonly clientSecret?: string | undefined;
  /** A file with a token to show there, instead. */
  readonly tokenFile?: string | undefined;
}

const BACK_OFF: BackOff = { firstMs: 1_000, longestMs: 30_000 };
/** Somebody may have changed there what is ours. */
const LOOK_EVERY_MS = 60_000;

/**
 * Shows this gateway's own services at the registry of another one, as an ordinary MEC application, and keeps them true: an event
 * here is a change there, and each service that lives says so three times per interval. Whatever goes wrong, the list there is
 * read and put right again after a pause, until the end.
 *
 * The end withdraws nothing. The registry hears no more of the services and suspends them, as it would if this gateway had died:
 * there is one way to go instead of two, whoever subscribed sees SUSPENDED and the way back to ACTIVE and never a service that is
 * removed and another that is added, and after a restart the services have the identifiers that others have noted. Whoever takes
 * a gateway out of the street for good deletes its application there.
 *
 * @see ETSI GS MEC 011, clauses 5.2.4 and 8.2.10 (liveness)
 */
export class Street {
  readonly health;
  readonly counters: StreetCounters = { registrations: 0, created: 0, replaced: 0, removed: 0, heartbeats: 0, failures: 0 };
  private readonly mirror: Mirror;
  /** When the next sign of life, and the next look at the list, are due; monotonic ms. */
  private due = { beat: 0, look: 0 };
  private interrupt: () => void = () => undefined;

  constructor(private readonly parts: StreetParts) {
    const { state, services, clock, gateway, outgoing, livenessIntervalS } = parts;
    const { counters } = this;
    const { origin } = new URL(parts.registry);
    const registry = new OtherRegistry(origin, outgoing, clock, passOf(parts, origin));
    this.health = observedHealth(suspended(`has not reached the registry at ${registry.origin} yet`));
    this.mirror = new Mirror({
      ...{ registry, livenessIntervalS, counters },
      membership: new Membership(registry, state, gateway.url, () => counters.registrations++),
      services: () => services.ofApplication(gateway.id),
    });
  }

  /** Goes on until `signal` aborts. Never rejects: what goes wrong is in the health. */
  async run(signal: AbortSignal): Promise<void> {
    const { bus, gateway, clock, random } = this.parts;
    using _watching = bus.subscribe('service', ({ service }) => {
      if (service.appInstanceId === gateway.id) this.lookNow();
    });
    for (let failures = 0; !signal.aborted;) {
      const failure = await this.round(signal).catch((error: unknown) => this.failed(error, signal));
      if (!failure) await this.pause(signal);
      failures = failure ? failures + 1 : 0;
      if (failure) await clock.sleep(Math.max(waitOf(BACK_OFF, failures, random), failure.retryAfterMs), signal);
    }
  }

  private async round(signal: AbortSignal): Promise<undefined> {
    if (this.isDue('look')) {
      // what happens from now on is for the next look
      this.due.look = this.parts.clock.monotonic() + LOOK_EVERY_MS;
      await this.mirror.reconcile(signal);
      this.due.beat = Math.min(this.due.beat, this.nextBeat());
    }
    if (this.isDue('beat')) {
      this.due.beat = this.nextBeat();
      await this.mirror.beat(signal);
      // the registry may have chosen another interval
      this.due.beat = Math.min(this.due.beat, this.nextBeat());
    }
    const { refusal } = this.mirror;
    this.health.set(refusal === undefined ? active : suspended(refusal));
  }

  private isDue(what: 'beat' | 'look'): boolean {
    return this.parts.clock.monotonic() >= this.due[what];
  }

  private nextBeat(): number {
    return this.parts.clock.monotonic() + (this.mirror.livenessIntervalS * 1000) / 3;
  }

  /** @returns for how long the registry wants to be left alone; ms */
  private failed(error: unknown, signal: AbortSignal): { readonly retryAfterMs: number } {
    const isAnswer = error instanceof Failure;
    const retryAfterMs = isAnswer ? error.retryAfterMs : 0;
    // what was broken off by the end is no failure
    if (signal.aborted) return { retryAfterMs };
    this.due = { beat: 0, look: 0 };
    this.counters.failures++;
    this.health.set(suspended(isAnswer ? `the registry at ${this.parts.registry} ${error.message}` : messageOf(error)));
    return { retryAfterMs };
  }

  private lookNow(): void {
    this.due.look = 0;
    this.interrupt();
  }

  /** Until something is due, or something happens here. */
  private async pause(signal: AbortSignal): Promise<void> {
    const { clock } = this.parts;
    const wake = new AbortController();
    this.interrupt = () => wake.abort();
    using _stopping = onAbort(signal, this.interrupt);
    const ms = Math.min(this.due.beat, this.due.look) - clock.monotonic();
    if (ms > 0) await clock.sleep(ms, wake.signal);
  }
}

function passOf({ outgoing, clock, clientId, clientSecret, tokenFile }: StreetParts, origin: string): Pass | undefined {
  if (tokenFile !== undefined) return new FilePass(tokenFile);
  if (clientId === undefined || clientSecret === undefined) return undefined;
  return new SignIn({ outgoing, clock, origin, clientId, clientSecret });
}
