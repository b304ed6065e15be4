import { effect } from '@preact/signals';
import type { components as Camera } from '../../generated/camera.js';
import type { components as Registry } from '../../generated/registry.js';
import { answerOf, camera, registry } from './api.js';
import { framed } from './framed.js';
import { kept } from './kept.js';
import { type LiveEvent, onEvent, timesLive } from './live.js';
import { wholeOf } from './parts/paged.js';
import { mayAsk } from './session.js';
import { forgetTags } from './tags.js';
import { forgetTrends } from './trends.js';

export type CameraInfo = Camera['schemas']['Camera'];
export type ServiceEntry = Registry['schemas']['Service'];

/** What more than one page shows, kept true by events; tags have a file of their own. */
export const cameraList = kept<CameraInfo>(() => answerOf(camera.GET('/cameras')));
export const serviceList = kept<ServiceEntry>(() =>
  wholeOf<ServiceEntry>((query) => registry.GET('/services', { params: { query } })),
);
export const cameras = cameraList.items;

const REST_MS = 500;

/** Asks for everything, whenever something may have been missed. */
effect(() => {
  if (mayAsk.value !== true || timesLive.value < 0) return;
  for (const list of [cameraList, serviceList]) list.refresh();
});

/** When the gateway starts, many services change at once. */
const refreshSoon = framed(() => {
  for (const list of [cameraList, serviceList]) list.refreshNext();
}, REST_MS);

onEvent(({ type }: LiveEvent) => {
  if (type === 'org.umec.services.state.v1') refreshSoon();
});

/** Nothing of what was seen stays. */
export function forget(): void {
  forgetTags();
  forgetTrends();
  cameraList.forget();
  serviceList.forget();
}
