import { z } from 'zod';
import type { components as AppSupport } from '../../generated/mec011-app-support.js';
import type { components as ServiceManagement } from '../../generated/mec011-service-management.js';
import type { Clock } from '../clock.js';
import type { Immutable } from '../immutable.js';
import type { Outgoing } from '../outgoing/outgoing.js';
import { type Answer, ask, type Question } from './ask.js';
import { Failure } from './failure.js';
import { requireYes } from './judge.js';
import type { Offer } from './offer.js';
import type { Pass } from './pass.js';

type AppInfoRequest = Immutable<AppSupport['schemas']['AppInfoRequest']>;
type ServiceInfo = Immutable<ServiceManagement['schemas']['ServiceInfo']>;

/** A service as the other registry lists it: what we rely on has been checked, all else may be anything. */
export type Listed = Pick<ServiceInfo, 'serInstanceId' | 'serName' | 'state' | 'livenessInterval'> &
  Partial<Omit<ServiceInfo, '_links'>> & { readonly _links?: { readonly liveness?: { readonly href: string } } };

/** At 0 it would be for the platform to choose, so an answer never has it. */
const interval = z.int().min(1).max(86_400);
const link = z.looseObject({ href: z.string().min(1).max(2048) });
const listed = z.looseObject({
  serInstanceId: z.string().min(1).max(128),
  serName: z.string().min(1).max(128),
  state: z.enum(['ACTIVE', 'INACTIVE', 'SUSPENDED']),
  livenessInterval: interval.optional(),
  _links: z.looseObject({ liveness: link.optional() }).optional(),
});
/** One application has few; more is not read as ours. */
const list = z.array(listed).max(500);
const appInfo = z.looseObject({ appInstanceId: z.string().min(1).max(128) });
const livenessInfo = z.looseObject({ interval });

/**
 * The registry of another gateway, or any MEC platform, as an application sees it.
 *
 * Every method throws `Failure` when the answer is no, none, or not what the standard says, and when `signal` aborts.
 *
 * @see ETSI GS MEC 011, clauses 7 and 8
 */
export class OtherRegistry {
  /**
   * @param origin `https://market-square.example`, without a slash at the end
   * @param pass where that registry asks for tokens
   */
  constructor(
    readonly origin: string,
    private readonly outgoing: Outgoing,
    private readonly clock: Clock,
    private readonly pass?: Pass,
  ) {}

  /** @returns the `appInstanceId` it gives */
  async register(info: AppInfoRequest, signal: AbortSignal): Promise<string> {
    const answer = await this.ask({ method: 'POST', url: this.support('registrations'), body: info }, signal);
    return read(appInfo, answer).appInstanceId;
  }

  /** Whether there is such an application. */
  async knows(appInstanceId: string, signal: AbortSignal): Promise<boolean> {
    try {
      await this.ask({ method: 'GET', url: this.support('registrations', appInstanceId) }, signal);
      return true;
    } catch (error) {
      if (error instanceof Failure && error.kind === 'gone') return false;
      throw error;
    }
  }

  async replaceRegistration(appInstanceId: string, info: AppInfoRequest, signal: AbortSignal): Promise<void> {
    await this.ask({ method: 'PUT', url: this.support('registrations', appInstanceId), body: info }, signal);
  }

  async confirmReady(appInstanceId: string, signal: AbortSignal): Promise<void> {
    const url = this.support('applications', appInstanceId, 'confirm_ready');
    await this.ask({ method: 'POST', url, body: { indication: 'READY' } }, signal);
  }

  async services(appInstanceId: string, signal: AbortSignal): Promise<readonly Listed[]> {
    return read(list, await this.ask({ method: 'GET', url: this.service(appInstanceId) }, signal));
  }

  async create(appInstanceId: string, offer: Offer, signal: AbortSignal): Promise<Listed> {
    return read(listed, await this.ask({ method: 'POST', url: this.service(appInstanceId), body: offer }, signal));
  }

  async replace(appInstanceId: string, serInstanceId: string, offer: Offer, signal: AbortSignal): Promise<Listed> {
    const url = this.service(appInstanceId, serInstanceId);
    return read(listed, await this.ask({ method: 'PUT', url, body: offer }, signal));
  }

  async remove(appInstanceId: string, serInstanceId: string, signal: AbortSignal): Promise<void> {
    await this.ask({ method: 'DELETE', url: this.service(appInstanceId, serInstanceId) }, signal);
  }

  /**
   * @param href as the service's `_links.liveness` has it
   * @returns the interval, when the answer names it; s
   */
  async heartbeat(href: string, signal: AbortSignal): Promise<number | undefined> {
    const answer = await this.ask({ method: 'PATCH', url: this.ownUrl(href), body: { state: 'ACTIVE' } }, signal);
    return answer.status === 200 ? read(livenessInfo, answer).interval : undefined;
  }

  private async ask(question: Question, signal: AbortSignal): Promise<Answer> {
    const answer = await this.askSignedIn(question, signal);
    // it may have ended there before its time, as when that gateway got other keys
    if (answer.status === 401) this.pass?.forget();
    requireYes(answer, this.clock.now());
    return answer;
  }

  private async askSignedIn(question: Question, signal: AbortSignal): Promise<Answer> {
    const authorization = await this.pass?.authorization(signal);
    return ask(this.outgoing, authorization === undefined ? question : { ...question, authorization }, signal);
  }

  /** A registry may send us to itself and to nobody else. */
  private ownUrl(href: string): string {
    const url = URL.canParse(href, this.origin) ? new URL(href, this.origin) : undefined;
    if (url?.origin !== this.origin) throw new Failure('refused', `wants signs of life sent to an address that is not its own`);
    return url.href;
  }

  private support(...path: readonly string[]): string {
    return `${this.origin}/mec_app_support/v1/${path.map(encodeURIComponent).join('/')}`;
  }

  private service(...[appInstanceId, ...rest]: readonly [string, ...string[]]): string {
    const path = ['applications', appInstanceId, 'services', ...rest];
    return `${this.origin}/mec_service_mgmt/v1/${path.map(encodeURIComponent).join('/')}`;
  }
}

/** @throws Failure `later` when it is not what it should be */
function read<T>(shape: z.ZodType<T>, { text }: Answer): T {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    throw new Failure('later', 'gives an answer that is not what the standard says');
  }
}
