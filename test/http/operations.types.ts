// Nothing here runs: it is the compiler that tests it. A line marked as an error that is none fails the build.
import type { operations as Camera } from '../../generated/camera.js';
import type { operations as ServiceManagement } from '../../generated/mec011-service-management.js';
import type { operations as Sensors } from '../../generated/sensors.js';
import type { Call, Handlers, Reply } from '../../src/http/operations.js';

declare const sensors: Handlers<Sensors>;

export const whole: Handlers<Sensors> = { ...sensors };

const { Tags_GET: _left, ...others } = sensors;
// @ts-expect-error an operation without a handler
export const missing: Handlers<Sensors> = others;

// @ts-expect-error a handler without an operation
export const superfluous: Handlers<Sensors> = { ...sensors, Tags_PATCH: () => ({ status: 204 }) };

// @ts-expect-error a status that the specification does not declare
export const undeclared: Reply<Sensors['Tags_GET']> = { status: 201, body: [] };

// @ts-expect-error an error is thrown, not answered
export const error: Reply<Sensors['TagsMac_GET']> = { status: 404, body: { status: 404, detail: '' } };

// @ts-expect-error a member is missing
export const incomplete: Reply<Sensors['LatestReadings_GET']> = { status: 200, body: [{ mac: 'CB:B8:33:4C:88:4F' }] };

// @ts-expect-error a body where the specification has none
export const wordy: Reply<Sensors['Readings_POST']> = { status: 204, body: {} };

type Reading = Extract<Reply<Sensors['LatestReadings_GET']>, { status: 200 }>['body'][number];
// @ts-expect-error a value that the enumeration does not have
export const wrong: Reading = { mac: '', time: '', receiver: '', dataFormat: '7' };

const frame = new Uint8Array();
const exposed = {
  'Umec-Captured-At': '',
  'Umec-Age-Ms': 0,
  'Umec-Sequence': 1,
  'Umec-Orientation': 1,
  'Last-Modified': '',
} as const;
const headers = { 'Cache-Control': 'no-store', ...exposed } as const;
export const picture: Reply<Camera['CameraSnapshot_GET']> = { status: 200, type: 'image/webp', headers, body: frame };

// @ts-expect-error a required header is missing
export const headless: Reply<Camera['CameraSnapshot_GET']> = { status: 200, type: 'image/webp', body: frame };

// @ts-expect-error a content type that the specification does not declare
export const painted: Reply<Camera['CameraSnapshot_GET']> = { status: 200, type: 'image/gif', headers, body: frame };

type Created = Extract<Reply<ServiceManagement['AppServices_POST']>, { status: 201 }>;
declare const body: Created['body'];
export const created: Reply<ServiceManagement['AppServices_POST']> = { status: 201, headers: { Location: '/' }, body };

// @ts-expect-error 201 carries a Location
export const nowhere: Reply<ServiceManagement['AppServices_POST']> = { status: 201, body };

declare const call: Call<Sensors['TagReadings_GET']>;
export const mac: string = call.path.mac;
export const limit: number | undefined = call.query.limit;
// @ts-expect-error a query parameter that the specification does not declare
export const unknown: string = call.query.color;
// @ts-expect-error a GET has no body
export const content: object = call.body;
