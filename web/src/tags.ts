import { batch, computed, effect, type ReadonlySignal, signal, type Signal } from '@preact/signals';
import type { components } from '../../generated/sensors.js';
import { answerOf, sensors } from './api.js';
import { framed } from './framed.js';
import { kept } from './kept.js';
import { isLost, type LiveEvent, onEvent, timesLive } from './live.js';
import type { Asked } from './parts/asked.js';
import { mayAsk } from './session.js';

export type Reading = components['schemas']['Reading'];
export type Tag = components['schemas']['Tag'];
export type Presence = Tag['presence'];

/** A tag, how it does, and what it said last. */
export interface LiveTag {
  readonly mac: string;
  readonly name: string | undefined;
  readonly room: string | undefined;
  /** As the gateway judges it. */
  readonly presence: Presence;
  /** Why it is LATE or OFFLINE, in the gateway's words. */
  readonly reason: string | undefined;
  readonly reading: Reading;
}

/** What an event says of a device. */
interface DeviceChange extends Partial<Pick<Tag, 'name' | 'room'>> {
  readonly changeType: string;
  readonly kind: string;
  readonly deviceId: string;
}
type PresenceChange = Pick<Tag, 'mac' | 'presence' | 'reason'>;
type Judged = Pick<LiveTag, 'presence' | 'reason'>;

/** Each time something is drawn costs as much as drawing all that has changed: a hundred tags that speak one by one are drawn together. */
const REST_MS = 1000;

const known = new Map<string, Signal<LiveTag>>();
/** How tags do as it was told last, by their addresses, and when, by the clock of the page. */
const told = new Map<string, Judged & { readonly at: number }>();
const ordered = signal<readonly ReadonlySignal<LiveTag>[]>([]);

/** Every tag in order of its name, each a signal of its own: the list is another only when one comes, goes or is called otherwise. */
export const tags: ReadonlySignal<readonly ReadonlySignal<LiveTag>[]> = ordered;

/** A tag as it is now; undefined of one that the gateway does not read. Who asks is told when that changes. */
export const tagOf = (mac: string): LiveTag | undefined => (ordered.value.length === 0 ? undefined : known.get(mac)?.value);

export const nameOf = ({ name, mac }: Pick<LiveTag, 'name' | 'mac'>): string => name ?? mac;

/** What a tag is called; its address, of one that is not read. */
export const nameOfMac = (mac: string): string => tagOf(mac)?.name ?? mac;

/** Whether something is heard, as far as the page knows: while the gateway is away it does not. */
export const shownPresence = (presence: Presence): Presence | 'UNKNOWN' => (isLost.value ? 'UNKNOWN' : presence);

/** Tags by the names of devices, and back. */
export const deviceIdOf = (mac: string): string => `tag-${mac.replaceAll(':', '')}`;
export const macOf = (deviceId: string): string => (deviceId.slice('tag-'.length).match(/../g) ?? []).join(':');

const list = kept(async () => {
  await readAll();
  return ordered.peek();
});

/** The same, and whether the gateway has said yet which there are, or why it has not. */
export const tagsAsked: ReadonlySignal<Asked<typeof ordered.value>> = computed(() => {
  const { value, ...rest } = list.asked.value;
  // one that is heard is there, whatever was answered
  return value || ordered.value.length > 0 ? { ...rest, value: ordered.value } : rest;
});

/** Asks for everything as soon as one may, and again whenever something may have been missed. */
effect(() => {
  if (mayAsk.value !== true || timesLive.value < 0) return;
  list.refresh();
});

/** @throws Refused */
async function readAll(): Promise<void> {
  const askedAt = performance.now();
  const asked = Promise.all([answerOf(sensors.GET('/tags')), answerOf(sensors.GET('/readings/latest'))]);
  const [listed, latest] = await asked;
  if (mayAsk.peek() !== true) return;
  const readings = new Map(latest.map((reading) => [reading.mac, reading]));
  batch(() => {
    const there = new Set(listed.map(({ mac }) => mac));
    for (const mac of known.keys()) if (!there.has(mac)) forgetTag(mac);
    for (const tag of listed) {
      const reading = newer(known.get(tag.mac)?.peek().reading, readings.get(tag.mac));
      if (reading) set(liveOf(tag, judgedOf(tag, askedAt), reading));
    }
    order();
  });
}

/** An answer may be older than what was told meanwhile. */
function judgedOf({ mac, presence, reason }: Tag, askedAt: number): Judged {
  const since = told.get(mac);
  return since && since.at >= askedAt ? since : { presence, reason };
}

/** Likewise. */
function newer(before: Reading | undefined, found: Reading | undefined): Reading | undefined {
  if (!before || !found) return found ?? before;
  return before.time > found.time ? before : found;
}

function liveOf({ mac, name, room }: Tag, { presence, reason }: Judged, reading: Reading): LiveTag {
  return { mac, name, room, presence, reason, reading };
}

/** What was heard since the page was drawn last; of each tag only the last of it is shown. */
const heard = new Map<string, Reading>();
const takeHeard = framed(() => {
  batch(() => {
    const before = known.size;
    for (const reading of heard.values()) hear(reading);
    if (known.size !== before) order();
  });
  heard.clear();
}, REST_MS);

onEvent(({ type, data }: LiveEvent) => {
  if (type === 'org.umec.sensors.reading.v1') {
    const reading = data as Reading;
    heard.set(reading.mac, reading);
    takeHeard();
  } else if (type === 'org.umec.sensors.presence.v1') takePresence(data as PresenceChange);
  else if (type === 'org.umec.devices.state.v1') takeChange(data as DeviceChange);
});

function hear(reading: Reading): void {
  const { mac, name } = reading;
  // one that nobody knew of is there because it was heard
  const { presence = 'ONLINE', reason } = told.get(mac) ?? {};
  set({ ...(known.get(mac)?.peek() ?? { mac, name, room: undefined, presence, reason }), reading });
}

function takePresence({ mac, presence, reason }: PresenceChange): void {
  told.set(mac, { presence, reason, at: performance.now() });
  const before = known.get(mac);
  if (before) before.value = { ...before.peek(), presence, reason };
}

function takeChange({ kind, changeType, deviceId, name, room }: DeviceChange): void {
  if (kind !== 'TAG') return;
  const mac = macOf(deviceId);
  const before = known.get(mac);
  if (changeType === 'REMOVED') forgetTag(mac);
  else if (before) before.value = { ...before.peek(), name, room };
  orderSoon();
}

function forgetTag(mac: string): void {
  known.delete(mac);
  told.delete(mac);
}

function set(tag: LiveTag): void {
  const present = known.get(tag.mac);
  // what was asked for again is the same most of the time, and nothing of it needs to be drawn
  if (present && isSame(present.peek(), tag)) return;
  if (present) present.value = tag;
  else known.set(tag.mac, signal(tag));
}

function isSame(before: LiveTag, { name, room, presence, reason, reading }: LiveTag): boolean {
  const isCalledSo = before.name === name && before.room === room;
  return isCalledSo && before.presence === presence && before.reason === reason && before.reading.time === reading.time;
}

function order(): void {
  const now = [...known.values()].sort((a, b) => nameOf(a.peek()).localeCompare(nameOf(b.peek())));
  const before = ordered.peek();
  if (now.length !== before.length || now.some((tag, index) => tag !== before[index])) ordered.value = now;
}

const orderSoon = framed(order);

/** Nothing of what was seen stays. */
export function forgetTags(): void {
  known.clear();
  told.clear();
  heard.clear();
  ordered.value = [];
  list.forget();
}
