import type { OperationAction } from '../../src/registry/application.js';
import type { ErrorCode } from '../../src/errors.js';
import type { ChangeType, ServiceState } from '../../src/registry/service.js';

export interface ModelApplication {
  readonly id: string;
  readonly origin: 'MANAGEMENT' | 'REGISTRATION';
  state: string;
  registered: boolean;
  rules: ('ACTIVE' | 'INACTIVE')[];
  ending?: { readonly action: OperationAction; readonly seconds: number; at: number } | undefined;
}

export interface ModelService {
  readonly id: string;
  readonly app: string;
  name: string;
  category: string;
  state: ServiceState;
  interval: number | undefined;
  /** Until when it is to be heard of. */
  due?: number | undefined;
}

export type SaidOfService = Pick<ModelService, 'name' | 'category' | 'state' | 'interval'>;

export interface ModelSubscription {
  readonly id: string;
  readonly app: string;
  /** Only services of this name; of the application's end when it is absent. */
  readonly name: string | undefined;
  readonly waiting: string[];
}

/** Why the model does not do what it is asked. */
export class Refused extends Error {
  constructor(readonly code: ErrorCode) {
    super(code);
  }
}

export const BOUNDS = {
  services: { perApplication: 3, total: 6, characters: 2_000 },
  subscriptions: { perApplication: 2, total: 5 },
  outbox: { perSubscriber: 100_000, total: 100_000 },
};
const MOST_APPLICATIONS = 10;
const AGAIN_MS = 5_000;

/** What the registry should be, in the simplest words: no indexes, no disk, no waiting. */
export class RegistryModel {
  now = 0;
  diskFails = false;
  applications = new Map<string, ModelApplication>();
  services = new Map<string, ModelService>();
  subscriptions = new Map<string, ModelSubscription>();
  /** What happened to services since it was looked at last. */
  told: string[] = [];

  constructor(private readonly requireReady: boolean) {}

  application(id: string): ModelApplication {
    return this.applications.get(id) ?? refuse('notFound');
  }

  addApplication(origin: ModelApplication['origin'], id: string): void {
    if (this.applications.has(id)) refuse('conflict');
    if (this.applications.size >= MOST_APPLICATIONS) refuse('forbidden');
    this.write();
    const [registered, rules] = [origin === 'REGISTRATION', origin === 'MANAGEMENT' ? (['ACTIVE', 'ACTIVE'] as const) : []];
    this.applications.set(id, { id, origin, state: 'NOT_READY', registered, rules: [...rules] });
  }

  registerManaged(id: string): void {
    const application = this.applications.get(id);
    if (application?.origin !== 'MANAGEMENT') return refuse('invalid');
    if (application.registered) refuse('forbidden');
    this.write();
    application.registered = true;
  }

  replaceRegistration(id: string): void {
    if (!this.application(id).registered) refuse('notFound');
    this.write();
  }

  deregister(id: string): void {
    const application = this.application(id);
    if (!application.registered) refuse('notFound');
    this.write();
    this.removeBelongings(id);
    application.registered = false;
    if (application.origin === 'REGISTRATION') this.applications.delete(id);
    else if (application.ending) application.ending.at = this.now;
  }

  removeApplication(id: string): void {
    this.application(id);
    this.write();
    this.removeBelongings(id);
    this.applications.delete(id);
  }

  confirmReady(id: string): void {
    const application = this.application(id);
    if (application.state !== 'NOT_READY' && application.state !== 'STOPPED') return;
    this.write();
    application.state = 'READY';
  }

  terminate(id: string, action: OperationAction, seconds: number): void {
    const application = this.application(id);
    if (application.ending) refuse('conflict');
    this.write();
    application.state = action;
    for (const { app, name, waiting } of this.subscriptions.values())
      if (app === id && name === undefined) waiting.push(`${action} ${id}`);
    application.ending = { action, seconds, at: this.endOf(id, seconds) };
  }

  confirmTermination(id: string, action: OperationAction): void {
    const { ending } = this.application(id);
    if (!ending) return;
    if (ending.action !== action) refuse('conflict');
    this.end(id);
  }

  switchRule(id: string, rule: number, state: 'ACTIVE' | 'INACTIVE'): void {
    const { rules } = this.application(id);
    if (rules[rule] === undefined) refuse('notFound');
    this.write();
    rules[rule] = state;
  }

  addService(app: string, id: string, said: SaidOfService): void {
    this.admit(app);
    if (this.services.size >= BOUNDS.services.total || this.servicesOf(app).length >= BOUNDS.services.perApplication)
      refuse('forbidden');
    this.write();
    const service = { id, app, ...said };
    this.services.set(id, service);
    this.heard(service);
    this.tell('ADDED', service);
  }

  replaceService(id: string, said: SaidOfService): void {
    const service = this.services.get(id) ?? refuse('notFound');
    this.write();
    const { name, category, state, interval } = service;
    Object.assign(service, said);
    this.heard(service);
    if (name !== said.name || category !== said.category || interval !== said.interval) this.tell('ATTRIBUTES_CHANGED', service);
    else if (state !== said.state) this.tell('STATE_CHANGED', service);
  }

  removeService(id: string): void {
    const service = this.services.get(id) ?? refuse('notFound');
    this.write();
    this.services.delete(id);
    this.tell('REMOVED', service);
  }

  /** @returns whether there is news */
  heartbeat(id: string): boolean {
    const service = this.services.get(id) ?? refuse('notFound');
    if (service.state === 'INACTIVE') refuse('conflict');
    const isNews = service.state === 'SUSPENDED';
    if (isNews) {
      this.write();
      service.state = 'ACTIVE';
      this.tell('STATE_CHANGED', service);
    }
    this.heard(service);
    return isNews;
  }

  /** Those that a sweep takes up, although its turn may come later. */
  takeDue(): readonly string[] {
    const due = [...this.services.values()].filter((service) => service.due !== undefined && service.due <= this.now);
    for (const service of due) service.due = undefined;
    return due.map(({ id }) => id);
  }

  suspend(ids: readonly string[]): void {
    for (const id of ids) {
      const service = this.services.get(id);
      if (service?.state !== 'ACTIVE' || service.interval === undefined || service.due !== undefined) continue;
      if (this.diskFails) {
        service.due = this.now + AGAIN_MS;
        continue;
      }
      service.state = 'SUSPENDED';
      this.tell('STATE_CHANGED', service);
    }
  }

  subscribe(app: string, id: string, name: string | undefined): void {
    this.admit(app);
    const own = [...this.subscriptions.values()].filter((subscription) => subscription.app === app);
    if (this.subscriptions.size >= BOUNDS.subscriptions.total || own.length >= BOUNDS.subscriptions.perApplication)
      refuse('forbidden');
    this.write();
    this.subscriptions.set(id, { id, app, name, waiting: [] });
  }

  unsubscribe(id: string): void {
    if (!this.subscriptions.has(id)) refuse('notFound');
    this.write();
    this.subscriptions.delete(id);
  }

  /** Time has come to `now`: ends that are due come, or are put off while the disk fails. */
  endDue(): void {
    for (const { id, ending } of [...this.applications.values()]) {
      if (!ending || ending.at > this.now) continue;
      if (this.diskFails) ending.at = this.now + AGAIN_MS;
      else this.end(id);
    }
  }

  /** Everything that was answered is there, and everybody has all of the time again. */
  restart(): void {
    this.now = 0;
    for (const service of this.services.values()) this.heard(service);
    for (const { id, ending } of this.applications.values()) if (ending) ending.at = this.endOf(id, ending.seconds);
  }

  servicesOf(app: string): ModelService[] {
    return [...this.services.values()].filter((service) => service.app === app);
  }

  private end(id: string): void {
    const application = this.application(id);
    this.write();
    this.removeBelongings(id);
    if (application.ending?.action === 'TERMINATING') this.applications.delete(id);
    application.state = 'STOPPED';
    application.rules = application.rules.map(() => 'INACTIVE');
    application.ending = undefined;
  }

  private endOf(id: string, seconds: number): number {
    const isAwaited = [...this.subscriptions.values()].some(({ app, name }) => app === id && name === undefined);
    return isAwaited ? this.now + seconds * 1000 : this.now;
  }

  private removeBelongings(id: string): void {
    for (const service of this.servicesOf(id)) {
      this.services.delete(service.id);
      this.tell('REMOVED', service);
    }
    for (const { app, id: subscription } of [...this.subscriptions.values()])
      if (app === id) this.subscriptions.delete(subscription);
  }

  private admit(id: string): void {
    const { state } = this.application(id);
    if (this.requireReady && (state === 'NOT_READY' || state === 'STOPPED')) refuse('forbidden');
  }

  private heard(service: ModelService): void {
    const isAwaited = service.interval !== undefined && service.state === 'ACTIVE';
    service.due = isAwaited ? this.now + ((service.interval ?? 0) + 1) * 1000 : undefined;
  }

  private tell(changeType: ChangeType, { id, name, state }: ModelService): void {
    const change = `${changeType} ${id} ${name} ${state}`;
    this.told.push(change);
    for (const subscription of this.subscriptions.values()) if (subscription.name === name) subscription.waiting.push(change);
  }

  private write(): void {
    if (this.diskFails) refuse('unavailable');
  }
}

function refuse(code: ErrorCode): never {
  throw new Refused(code);
}
