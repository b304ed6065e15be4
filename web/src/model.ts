import { effect, type Signal, signal } from '@preact/signals';
import type { components as Camera } from '../../generated/camera.js';
import type { components as Registry } from '../../generated/registry.js';
import { answerOf, camera, registry } from './api.js';
import { framed } from './framed.js';
import { type LiveEvent, onEvent, timesLive } from './live.js';
import { wholeOf } from './parts/paged.js';
import { mayAsk } from './session.js';
import { forgetTags } from './tags.js';
import { forgetTrends } from './trends.js';

export type CameraInfo = Camera['schemas']['Camera'];
export type ServiceEntry = Registry['schemas']['Service'];

/** What more than one page shows, kept true by events; tags have a file of their own. */
export const cameras = signal<readonly CameraInfo[]>([]);
export const services = signal<readonly ServiceEntry[]>([]);

const REST_MS = 500;

/** Asks for everything, whenever something may have been missed. */
effect(() => {
  if (mayAsk.value !== true || timesLive.value < 0) return;
  refreshDevices();
});
function refreshDevices(): void {
  show(answerOf(camera.GET('/cameras')), cameras);
  show(
    wholeOf<ServiceEntry>((query) => registry.GET('/services', { params: { query } })),
    services,
  );
}

/** How often something was asked for, and by what is shown, which of these was answered. */
let asked = 0;
const turns = new Map<object, number>();

/** What cannot be had now is asked for again when the page is live again; meanwhile the status says that it is not. */
function show<T>(answer: Promise<T>, shown: Signal<T>): void {
  const turn = ++asked;
  answer.then(
    (found) => {
      // somebody may have signed out meanwhile, and an answer may come after the one to a later question
      if (mayAsk.value !== true || turn < (turns.get(shown) ?? 0)) return;
      turns.set(shown, turn);
      shown.value = found;
    },
    () => undefined,
  );
}

/** When the gateway starts, many services change at once. */
const refreshSoon = framed(refreshDevices, REST_MS);

onEvent(({ type }: LiveEvent) => {
  if (type === 'org.umec.services.state.v1') refreshSoon();
});

/** Nothing of what was seen stays. */
export function forget(): void {
  forgetTags();
  forgetTrends();
  cameras.value = [];
  services.value = [];
}
