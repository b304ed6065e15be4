import { Courier } from '../../src/events/courier.js';
import type { Delivery, Message } from '../../src/events/postman.js';
import type { ConditionNotice, EdgeNotice, MotionNotice, Notice, ServiceNotice } from '../../src/events/notice.js';
import { type Hears, Outbox } from '../../src/events/outbox.js';
import type { SubscriptionRequest } from '../../src/events/subscription.js';
import { Subscriptions } from '../../src/events/subscriptions.js';
import { Serial } from '../../src/registry/serial.js';
import type { Change, State } from '../../src/registry/state.js';
import { ManualClock } from '../manual-clock.js';
import { FakeState } from '../registry/fake-state.js';
import { FakePostman, writeLetter } from './fake-postman.js';

export const WIDE = { perSubscriber: 1_000, total: 10_000 };

/** The same request for whoever is told at `callbackReference`. */
export function request(callbackReference?: string, changes: Partial<SubscriptionRequest> = {}): SubscriptionRequest {
  return {
    subscriptionType: 'SerAvailabilityNotificationSubscription',
    ...(callbackReference === undefined ? {} : { callbackReference }),
    ...changes,
  };
}

export function change(serName: string, changes: Partial<ServiceNotice> = {}): ServiceNotice {
  return {
    kind: 'service',
    changeType: 'ADDED',
    serInstanceId: `id of ${serName}`,
    serName,
    state: 'ACTIVE',
    isLocal: true,
    audience: {},
    ...changes,
  };
}

/** An edge that is the `sequence`th of its line. */
export function edge(sequence: number, changes: Partial<EdgeNotice> = {}): EdgeNotice {
  return { kind: 'edge', lineId: '17', edge: 'RISING', event: { sequence }, audience: { deviceId: 'line-17' }, ...changes };
}

/** Something that begins to move at the gate. */
export function motion(sequence: number): MotionNotice {
  const audience = { deviceId: 'camera-lens-1' };
  return { kind: 'motion', cameraId: 'lens-1', zoneId: 'gate', change: 'BEGUN', event: { sequence }, audience };
}

/** That a tag has entered or left what a subscription has asked for, the `sequence`th time. */
export function condition(sequence: number, subscriptionId: string): ConditionNotice {
  return { kind: 'condition', subscriptionId, event: { sequence }, audience: { deviceId: 'tag-AAAAAAAAAA01' } };
}

/** Everything between a change and the subscribers who are told, on a state in memory and a clock that is moved by hand. */
export async function openPostOffice({
  state = new FakeState(),
  clock = new ManualClock(),
  bounds = WIDE,
  postman = new FakePostman(clock),
  hears = () => true,
}: { state?: FakeState; clock?: ManualClock; bounds?: typeof WIDE; postman?: FakePostman; hears?: Hears } = {}) {
  const reports: string[] = [];
  const mortal = new MortalState(state);
  const changes = new Serial();
  const run = state.runs++;
  let ids = 0;
  const newId = () => `s${run}-${++ids}`;
  const outbox = await Outbox.load(mortal, bounds, clock, (message) => void reports.push(message), hears);
  const subscriptions = await Subscriptions.load(mortal, outbox, changes, newId, { perApplication: 200, total: 2_000 });
  const post = (to: string, message: Message, signal: AbortSignal): Promise<Delivery> =>
    mortal.isDead ? never() : postman.post(to, message, signal).then((delivery) => (mortal.isDead ? never() : delivery));
  const courier = new Courier({
    postman: { post: (to, message, signal) => post(to, message, signal ?? new AbortController().signal) },
    clock,
    random: () => 1,
    write: writeLetter,
  });
  outbox.serve((mailbox, signal) => courier.serve(mailbox, signal));
  let changed = 0;
  return {
    ...{ state, clock, postman, outbox, subscriptions, courier, reports, mortal },
    subscribe: (to?: string, more?: Partial<SubscriptionRequest>) =>
      subscriptions.create('app', request(to, more), () => undefined),
    /** A change that is kept with what is told of it. */
    tell: (...notices: Notice[]) =>
      changes.run(() => outbox.commit([{ collection: 'things', id: `${run}-${++changed}`, body: { changed } }], notices)),
    /** As `kill -9`: nothing that was under way goes on, and nothing is written any more. */
    kill: () => void (mortal.isDead = true),
  };
}

/** The state of a process that may die at any moment. */
class MortalState implements State {
  isDead = false;
  /** How many commits it still makes, of which the last is made but no longer answered for. */
  commitsLeft = Infinity;

  constructor(private readonly state: FakeState) {}

  load(collection: string) {
    return this.state.load(collection);
  }

  async commit(changes: readonly Change[]): Promise<void> {
    if (this.isDead) return never();
    await this.state.commit(changes);
    if (--this.commitsLeft <= 0) this.isDead = true;
    if (this.isDead) return never();
  }
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}

/** The numbers of edges and conditions in the order in which they were told. */
export function sequences(told: readonly { readonly notice: Notice }[]): unknown[] {
  return told.flatMap(({ notice }) => ('event' in notice ? [(notice.event as { sequence: number }).sequence] : []));
}

/** The names of services in the order in which they were told. */
export function names(told: readonly { readonly notice: Notice }[]): string[] {
  return told.map(({ notice }) => (notice.kind === 'service' ? notice.serName : notice.kind));
}
