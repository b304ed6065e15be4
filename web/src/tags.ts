import { batch, computed, effect, type ReadonlySignal } from '@preact/signals';
import type { components } from '../../generated/sensors.js';
import { answerOf, sensors } from './api.js';
import { framed } from './framed.js';
import { kept } from './kept.js';
import { KnownTags } from './known-tags.js';
import { isLost, type LiveEvent, onEvent, timesLive } from './live.js';
import type { Asked } from './parts/asked.js';
import { mayAsk } from './session.js';
import { Told } from './told.js';

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

export const nameOf = ({ name, mac }: Pick<LiveTag, 'name' | 'mac'>): string => name ?? mac;

const known = new KnownTags(nameOf);
/** What tags have said; undefined of one that is not read any more. */
const heard = new Told<Reading | undefined>();
/** How tags do. */
const judged = new Told<Judged>();

/** Every tag in order of its name, each a signal of its own: the list is another only when one comes, goes or is called otherwise. */
export const tags = known.ordered;

/** A tag as it is now; undefined of one that the gateway does not read. Who asks is told when that changes. */
export const tagOf = (mac: string): LiveTag | undefined => (tags.value.length === 0 ? undefined : known.find(mac)?.value);

/** What a tag is called; its address, of one that is not read. */
export const nameOfMac = (mac: string): string => tagOf(mac)?.name ?? mac;

/** Whether something is heard, as far as the page knows: while the gateway is away it does not. */
export const shownPresence = (presence: Presence): Presence | 'UNKNOWN' => (isLost.value ? 'UNKNOWN' : presence);

/** Tags by the names of devices, and back. */
export const deviceIdOf = (mac: string): string => `tag-${mac.replaceAll(':', '')}`;
export const macOf = (deviceId: string): string => (deviceId.slice('tag-'.length).match(/../g) ?? []).join(':');

const list = kept(async () => {
  await readAll();
  return tags.peek();
});

/** The same, and whether the gateway has said yet which there are, or why it has not. */
export const tagsAsked: ReadonlySignal<Asked<typeof tags.value>> = computed(() => {
  const { value, ...rest } = list.asked.value;
  // one that is heard is there, whatever was answered
  return value || tags.value.length > 0 ? { ...rest, value: tags.value } : rest;
});

/** Asks for everything as soon as one may, and again whenever something may have been missed. */
effect(() => {
  if (mayAsk.value !== true || timesLive.value < 0) return;
  list.refresh();
});

/** When it was asked what was answered last, or all was forgotten: what was asked before that is nothing new. */
let answerAskedAt = -Infinity;

/** @throws Refused */
async function readAll(): Promise<void> {
  const askedAt = performance.now();
  const asked = Promise.all([answerOf(sensors.GET('/tags')), answerOf(sensors.GET('/readings/latest'))]);
  const [listed, latest] = await asked;
  if (askedAt < answerAskedAt) return;
  answerAskedAt = askedAt;
  const judgedSince = judged.since(askedAt);
  const readings = new Map([...latest.map((reading) => [reading.mac, reading] as const), ...heard.since(askedAt)]);
  batch(() => {
    known.forgetUnless((mac) => readings.get(mac) !== undefined);
    for (const tag of listed) {
      const reading = readings.get(tag.mac);
      if (reading) known.set(liveOf(tag, judgedSince.get(tag.mac) ?? judgedOf(tag), reading));
    }
    known.order();
  });
  for (const told of [heard, judged]) told.forgetBefore(askedAt);
}

const judgedOf = ({ presence, reason }: Tag): Judged => ({ presence, reason });

function liveOf({ mac, name, room }: Tag, { presence, reason }: Judged, reading: Reading): LiveTag {
  return { mac, name, room, presence, reason, reading };
}

onEvent(({ type, data }: LiveEvent) => {
  if (type === 'org.umec.sensors.reading.v1') takeReading(data as Reading);
  else if (type === 'org.umec.sensors.presence.v1') takePresence(data as PresenceChange);
  else if (type === 'org.umec.devices.state.v1') takeChange(data as DeviceChange);
});

function takeReading(reading: Reading): void {
  heard.tell(reading.mac, reading);
  showHeard();
}

let shownAt = -Infinity;
/** Of what was heard since, only the last of each tag is shown. */
const showHeard = framed(() => {
  const news = heard.since(shownAt);
  shownAt = performance.now();
  batch(() => {
    const before = known.size;
    for (const reading of news.values()) if (reading) show(reading);
    if (known.size !== before) known.order();
  });
}, REST_MS);

function show(reading: Reading): void {
  const { mac, name } = reading;
  // one that nobody knew of is there because it was heard
  const { presence = 'ONLINE', reason } = judged.of(mac) ?? {};
  known.set({ ...(known.find(mac)?.peek() ?? { mac, name, room: undefined, presence, reason }), reading });
}

function takePresence({ mac, presence, reason }: PresenceChange): void {
  judged.tell(mac, { presence, reason });
  known.change(mac, { presence, reason });
}

function takeChange({ kind, changeType, deviceId, name, room }: DeviceChange): void {
  if (kind !== 'TAG') return;
  const mac = macOf(deviceId);
  if (changeType === 'REMOVED') takeAway(mac);
  else known.change(mac, { name, room });
  orderSoon();
}

/** What was heard before and is not shown yet does not bring it back. */
function takeAway(mac: string): void {
  heard.tell(mac, undefined);
  judged.forget(mac);
  known.forget(mac);
}

const orderSoon = framed(() => known.order());

/** Nothing of what was seen stays. */
export function forgetTags(): void {
  known.clear();
  heard.clear();
  judged.clear();
  answerAskedAt = performance.now();
  list.forget();
}
