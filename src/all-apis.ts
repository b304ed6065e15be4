import * as accessSpec from '../generated/access.js';
import * as cameraSpec from '../generated/camera.js';
import * as gpioSpec from '../generated/gpio.js';
import * as appSupportSpec from '../generated/mec011-app-support.js';
import * as serviceManagementSpec from '../generated/mec011-service-management.js';
import * as mp1LegacySpec from '../generated/mp1-legacy.js';
import * as platformSpec from '../generated/platform.js';
import * as registrySpec from '../generated/registry.js';
import * as sensorsSpec from '../generated/sensors.js';
import { type AccessParts, accessHandlers } from './apis/access/handlers.js';
import { cameraHandlers, type CameraParts } from './apis/camera/handlers.js';
import { type Gpio, gpioHandlers } from './apis/gpio/handlers.js';
import { type AppSupport, appSupportHandlers } from './apis/mec011-app-support/handlers.js';
import { type ServiceManagement, serviceManagementHandlers } from './apis/mec011-service-management/handlers.js';
import { type Mp1Legacy, mp1LegacyHandlers } from './apis/mp1-legacy/handlers.js';
import { type Platform, platformHandlers } from './apis/platform/handlers.js';
import { type Inventory, registryHandlers } from './apis/registry/handlers.js';
import { type SensorApi, sensorHandlers } from './apis/sensors/handlers.js';
import { type Api, defineApi, scopesOf } from './http/api.js';
import { withTokenUrl } from './http/document.js';

/** Of all that can be served: their scopes are those that a client can have. */
const SPECIFICATIONS = [
  accessSpec,
  cameraSpec,
  gpioSpec,
  appSupportSpec,
  serviceManagementSpec,
  mp1LegacySpec,
  platformSpec,
  registrySpec,
  sensorsSpec,
];

/** What the handlers of all APIs are made of. */
export type ApiParts = SensorApi &
  CameraParts &
  Gpio &
  Inventory &
  ServiceManagement &
  AppSupport &
  Mp1Legacy &
  AccessParts &
  Omit<Platform, 'documents'>;

export interface ApiOptions {
  /** Whether the API of 2019 is served too. */
  readonly mp1Legacy: boolean;
  /** Where clients get their tokens, as the documents say. */
  readonly tokenEndpoint: string;
}

/** Every scope that there is, once. */
export function allScopes(): string[] {
  return [...new Set(SPECIFICATIONS.flatMap(({ document }) => scopesOf(document)))];
}

/** Every API: what is promised, and what answers for it. */
export function allApis(parts: ApiParts, { mp1Legacy, tokenEndpoint }: ApiOptions): Api[] {
  const documents = new Map<string, Api['document']>();
  const apis = [
    defineApi('sensors', sensorsSpec.document, sensorHandlers(parts)),
    defineApi('camera', cameraSpec.document, cameraHandlers(parts)),
    defineApi('gpio', gpioSpec.document, gpioHandlers(parts)),
    defineApi('registry', registrySpec.document, registryHandlers(parts)),
    defineApi('mec011-service-management', serviceManagementSpec.document, serviceManagementHandlers(parts)),
    defineApi('mec011-app-support', appSupportSpec.document, appSupportHandlers(parts)),
    ...(mp1Legacy ? [defineApi('mp1-legacy', mp1LegacySpec.document, mp1LegacyHandlers(parts))] : []),
    defineApi('access', accessSpec.document, accessHandlers(parts)),
    defineApi('platform', platformSpec.document, platformHandlers({ ...parts, documents })),
  ];
  for (const { stem, document } of apis) documents.set(stem, withTokenUrl(document, tokenEndpoint));
  return apis;
}
