import type { ComponentType } from 'preact';
import { Street } from './pages/street.js';
import { tenantIn } from './pages/clients/tenant-place.js';
import { lazily } from './parts/lazily.js';
import { nameOfMac } from './tags.js';
import { texts } from './texts/index.js';

export interface Page {
  readonly title: string;
  /** What the page is called when it is about something; absent: as that. */
  readonly titleOf?: (about: string) => string;
  /** Who has not this scope is not shown the way there; absent: everybody. */
  readonly scope?: string;
  /** Fills the screen, without what stands around other pages. */
  readonly isBare?: boolean;
  readonly Shown: ComponentType<{ readonly about: string | undefined }>;
}

/** Every page, by its name in the address, in the order of the menu. The first comes with the panel, others when they are opened. */
export const pages: Readonly<Record<string, Page>> = {
  '': { title: texts.street.title, Shown: Street },
  sensors: {
    title: texts.sensors.title,
    titleOf: (macs) => macs.split(',').map(nameOfMac).join(', '),
    Shown: lazily(async () => (await import('./pages/sensors/sensors.js')).Sensors),
  },
  plan: { title: texts.plan.title, Shown: lazily(async () => (await import('./pages/plan/plan.js')).Plan) },
  cameras: {
    title: texts.cameras.title,
    scope: 'camera:read',
    Shown: lazily(async () => (await import('./pages/cameras/cameras.js')).Cameras),
  },
  pins: { title: texts.pins.title, Shown: lazily(async () => (await import('./pages/pins/pins.js')).Pins) },
  registry: { title: texts.registry.title, Shown: lazily(async () => (await import('./pages/registry/registry.js')).Registry) },
  destinations: {
    title: texts.destinations.title,
    scope: 'registry:write',
    Shown: lazily(async () => (await import('./pages/destinations/destinations.js')).Destinations),
  },
  clients: {
    title: texts.clients.title,
    titleOf: (about) => texts.clients.titleOf(about, tenantIn(about)),
    scope: 'access:read',
    Shown: lazily(async () => (await import('./pages/clients/clients.js')).Clients),
  },
  audit: {
    title: texts.audit.title,
    scope: 'access:read',
    Shown: lazily(async () => (await import('./pages/audit/audit.js')).Audit),
  },
  log: { title: texts.log.title, scope: 'log:read', Shown: lazily(async () => (await import('./pages/log/log.js')).Log) },
  settings: {
    title: texts.settings.title,
    scope: 'settings:read',
    Shown: lazily(async () => (await import('./pages/settings/settings.js')).Settings),
  },
  wall: { title: texts.wall.title, isBare: true, Shown: lazily(async () => (await import('./pages/wall/wall.js')).Wall) },
};
