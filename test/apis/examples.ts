import { inference } from '../camera/inference/model-server.js';
import { type Bytes, inParts, tinyPicture } from '../camera/inference/posted.js';
import { thingIdOfMac } from '../thing-id-of-mac.js';
import { shown } from './shown.js';

const dnsRule = shown('ApplicationsDnsRule_PUT') as { readonly dnsRuleId: string };
const trafficRule = shown('ApplicationsTrafficRule_PUT') as { readonly trafficRuleId: string };
const input = shown('LineConfiguration_PUT');
/** A radio elsewhere, and the token that is its own. */
export const receiverToken = 'what-the-attic-shows';
export const receivers = { attic: { driver: 'ruuvi-gateway', token: receiverToken } };

/** How an operation is called, below the base path of its API. */
export interface Example {
  readonly path: string;
  readonly query?: string;
  readonly body?: object;
  /** As `body`, but of names and values. */
  readonly form?: string;
  /** As `body`, but bytes: a picture, or a form of several parts. */
  readonly bytes?: Bytes;
  /** Besides those that every call has. */
  readonly headers?: Readonly<Record<string, string>>;
  /** 200 unless given. */
  readonly status?: number;
}

/** What the calls speak of. */
export interface Known {
  /** An application instance with a service, subscriptions and rules; one that is to stop, and one that is to go. */
  readonly app: string;
  readonly stopping: string;
  readonly leaving: string;
  /** One that has registered by itself. */
  readonly registered: string;
  readonly service: string;
  readonly availability: string;
  readonly termination: string;
  readonly edges: string;
  readonly motion: string;
  readonly conditions: string;
  readonly mac: string;
  /** Of whoever made all this. */
  readonly lease: string;
  /** Of a client that may have a token, as a form has them. */
  readonly credentials: string;
  /** What `destinations.cloud` has refused. */
  readonly rejection: string;
  readonly recording: string;
  /** Of a link to sign in by. */
  readonly code: string;
  /** What the panel sends. */
  readonly ownPage: Readonly<Record<string, string>>;
}

/** For whoever wants to know only which operations have a call. */
export const NOTHING: Known = {
  ...{ app: '', stopping: '', leaving: '', registered: '', service: '', availability: '', termination: '', edges: '' },
  ...{ motion: '', conditions: '', mac: '', lease: '', rejection: '', recording: '' },
  credentials: '',
  code: '',
  ownPage: {},
};

/** How each operation is called; one that is missing here fails test/apis/every-operation.test.ts. */
export const examples = (ids: Known): Readonly<Record<string, Example>> => ({
  Audit_GET: { path: '/audit', query: '?what=Applications_POST&target=/registry/v1/applications&client=local&limit=5' },
  AuditVerification_GET: { path: '/audit/verification' },
  Cameras_GET: { path: '/cameras' },
  CamerasCameraId_GET: { path: '/cameras/lens-1' },
  CameraSnapshot_GET: { path: '/cameras/lens-1/snapshot', query: '?max_age_ms=3600000' },
  CameraStream_GET: { path: '/cameras/lens-1/stream', query: '?fps=2' },
  CameraStreamWebsocket_GET: { path: '/cameras/lens-1/stream/websocket', query: '?width=320', status: 101 },
  CameraState_GET: { path: '/cameras/lens-1/state' },
  ReceiverAdvertisements_POST: {
    path: '/receivers/attic/advertisements',
    body: shown('ReceiverAdvertisements_POST'),
    headers: { Authorization: `Bearer ${receiverToken}` },
  },
  CameraInferences_POST: { path: '/cameras/lens-1/inferences', body: shown('CameraInferences_POST') },
  Inferences_POST: { path: '/inferences', bytes: inParts({ request: inference, picture: tinyPicture }) },
  CameraLinks_POST: { path: '/cameras/lens-1/links', body: shown('CameraLinks_POST'), status: 201 },
  CameraConfiguration_GET: { path: '/cameras/lens-1/configuration' },
  // a mask would hide the recording
  CameraConfiguration_PUT: { path: '/cameras/lens-1/configuration', body: shown('CameraConfiguration_PUT') },
  CameraRecordings_GET: { path: '/cameras/lens-1/recordings', query: '?kind=STILL&limit=5' },
  CameraRecordings_POST: { path: '/cameras/lens-1/recordings', body: shown('CameraRecordings_POST'), status: 201 },
  CameraRecording_GET: { path: `/cameras/lens-1/recordings/${ids.recording}` },
  CameraRecordingContent_GET: { path: `/cameras/lens-1/recordings/${ids.recording}/content` },
  CameraRecording_DELETE: { path: `/cameras/lens-1/recordings/${ids.recording}`, status: 204 },
  MotionSubscriptions_GET: { path: `/applications/${ids.app}/subscriptions` },
  MotionSubscriptions_POST: {
    path: `/applications/${ids.app}/subscriptions`,
    body: shown('MotionSubscriptions_POST'),
    status: 201,
  },
  MotionSubscriptionsSubscriptionId_GET: { path: `/applications/${ids.app}/subscriptions/${ids.motion}` },
  MotionSubscriptionsSubscriptionId_PUT: {
    path: `/applications/${ids.app}/subscriptions/${ids.motion}`,
    body: shown('MotionSubscriptionsSubscriptionId_PUT'),
  },
  MotionSubscriptionsSubscriptionId_DELETE: { path: `/applications/${ids.app}/subscriptions/${ids.motion}`, status: 204 },
  MotionSubscriptionsSubscriptionIdWebsocket_GET: {
    path: `/applications/${ids.app}/subscriptions/${ids.motion}/websocket`,
    status: 101,
  },
  CameraControls_GET: { path: '/cameras/lens-1/controls' },
  CameraControls_PUT: { path: '/cameras/lens-1/controls', body: shown('CameraControls_PUT') },
  CameraFormats_GET: { path: '/cameras/lens-1/formats' },
  Lines_GET: { path: '/lines' },
  LinesLineId_GET: { path: '/lines/17' },
  LineValue_GET: { path: '/lines/17/value' },
  LineValue_PUT: { path: '/lines/27/value', body: shown('LineValue_PUT') },
  Values_GET: { path: '/values' },
  Values_PATCH: { path: '/values', body: shown('Values_PATCH') },
  LineConfiguration_GET: { path: '/lines/17/configuration' },
  LineConfiguration_PUT: { path: '/lines/17/configuration', body: shown('LineConfiguration_PUT') },
  LinePulse_POST: { path: '/lines/27/pulse', body: shown('LinePulse_POST'), status: 202 },
  LinePattern_GET: { path: '/lines/27/pattern' },
  LinePattern_PUT: { path: '/lines/27/pattern', body: shown('LinePattern_PUT'), status: 202 },
  LinePattern_DELETE: { path: '/lines/27/pattern', status: 204 },
  Leases_POST: { path: '/leases', body: shown('Leases_POST'), status: 201 },
  LeasesLeaseId_GET: { path: `/leases/${ids.lease}` },
  LeasesLeaseId_PUT: { path: `/leases/${ids.lease}`, body: shown('LeasesLeaseId_PUT') },
  LeasesLeaseId_DELETE: { path: `/leases/${ids.lease}`, status: 204 },
  EdgeSubscriptions_GET: { path: `/applications/${ids.app}/subscriptions` },
  EdgeSubscriptions_POST: { path: `/applications/${ids.app}/subscriptions`, body: shown('EdgeSubscriptions_POST'), status: 201 },
  EdgeSubscriptionsSubscriptionId_GET: { path: `/applications/${ids.app}/subscriptions/${ids.edges}` },
  EdgeSubscriptionsSubscriptionId_PUT: {
    path: `/applications/${ids.app}/subscriptions/${ids.edges}`,
    body: shown('EdgeSubscriptionsSubscriptionId_PUT'),
  },
  EdgeSubscriptionsSubscriptionId_DELETE: { path: `/applications/${ids.app}/subscriptions/${ids.edges}`, status: 204 },
  EdgeSubscriptionsSubscriptionIdWebsocket_GET: {
    path: `/applications/${ids.app}/subscriptions/${ids.edges}/websocket`,
    status: 101,
  },
  Services_GET: { path: '/services' },
  ServicesServiceId_GET: { path: `/services/${ids.service}` },
  Transports_GET: { path: '/transports' },
  AppServices_GET: { path: `/applications/${ids.app}/services` },
  AppServices_POST: { path: `/applications/${ids.app}/services`, body: shown('AppServices_POST'), status: 201 },
  AppServicesServiceId_GET: { path: `/applications/${ids.app}/services/${ids.service}` },
  AppServicesServiceId_PUT: {
    path: `/applications/${ids.app}/services/${ids.service}`,
    body: shown('AppServicesServiceId_PUT'),
  },
  AppServicesServiceId_DELETE: { path: `/applications/${ids.app}/services/${ids.service}`, status: 204 },
  ServiceLiveness_GET: { path: `/applications/${ids.app}/services/${ids.service}/liveness` },
  ServiceLiveness_PATCH: {
    path: `/applications/${ids.app}/services/${ids.service}/liveness`,
    body: shown('ServiceLiveness_PATCH'),
    status: 204,
  },
  AppSubscriptions_GET: { path: `/applications/${ids.app}/subscriptions` },
  AppSubscriptions_POST: { path: `/applications/${ids.app}/subscriptions`, body: shown('AppSubscriptions_POST'), status: 201 },
  AppSubscriptionsSubscriptionId_GET: { path: `/applications/${ids.app}/subscriptions/${ids.availability}` },
  AppSubscriptionsSubscriptionId_PUT: {
    path: `/applications/${ids.app}/subscriptions/${ids.availability}`,
    body: shown('AppSubscriptionsSubscriptionId_PUT'),
  },
  AppSubscriptionsSubscriptionId_DELETE: { path: `/applications/${ids.app}/subscriptions/${ids.availability}`, status: 204 },
  AppSubscriptionsSubscriptionIdWebsocket_GET: {
    path: `/applications/${ids.app}/subscriptions/${ids.availability}/websocket`,
    status: 101,
  },
  Registrations_POST: { path: '/registrations', body: shown('Registrations_POST'), status: 201 },
  Registration_GET: { path: `/registrations/${ids.registered}` },
  Registration_PUT: { path: `/registrations/${ids.registered}`, body: shown('Registration_PUT'), status: 204 },
  Registration_DELETE: { path: `/registrations/${ids.registered}`, status: 204 },
  ApplicationsSubscriptions_GET: { path: `/applications/${ids.app}/subscriptions` },
  ApplicationsSubscriptions_POST: {
    path: `/applications/${ids.app}/subscriptions`,
    body: shown('ApplicationsSubscriptions_POST'),
    status: 201,
  },
  ApplicationsSubscription_GET: { path: `/applications/${ids.app}/subscriptions/${ids.termination}` },
  ApplicationsSubscription_PUT: {
    path: `/applications/${ids.app}/subscriptions/${ids.termination}`,
    body: shown('ApplicationsSubscription_PUT'),
  },
  ApplicationsSubscription_DELETE: { path: `/applications/${ids.app}/subscriptions/${ids.termination}`, status: 204 },
  ApplicationsSubscriptionWebsocket_GET: {
    path: `/applications/${ids.app}/subscriptions/${ids.termination}/websocket`,
    status: 101,
  },
  ApplicationsTrafficRules_GET: { path: `/applications/${ids.app}/traffic_rules` },
  ApplicationsTrafficRule_GET: { path: `/applications/${ids.app}/traffic_rules/${trafficRule.trafficRuleId}` },
  ApplicationsTrafficRule_PUT: {
    path: `/applications/${ids.app}/traffic_rules/${trafficRule.trafficRuleId}`,
    body: shown('ApplicationsTrafficRule_PUT'),
  },
  ApplicationsDnsRules_GET: { path: `/applications/${ids.app}/dns_rules` },
  ApplicationsDnsRule_GET: { path: `/applications/${ids.app}/dns_rules/${dnsRule.dnsRuleId}` },
  ApplicationsDnsRule_PUT: {
    path: `/applications/${ids.app}/dns_rules/${dnsRule.dnsRuleId}`,
    body: shown('ApplicationsDnsRule_PUT'),
  },
  ApplicationsConfirmReady_POST: {
    path: `/applications/${ids.app}/confirm_ready`,
    body: shown('ApplicationsConfirmReady_POST'),
    status: 204,
  },
  ApplicationsConfirmTermination_POST: {
    path: `/applications/${ids.app}/confirm_termination`,
    body: shown('ApplicationsConfirmTermination_POST'),
    status: 204,
  },
  TimingCaps_GET: { path: '/timing/timing_caps' },
  TimingCurrentTime_GET: { path: '/timing/current_time' },
  Applications_GET: { path: '/applications' },
  Applications_POST: { path: '/applications', body: shown('Applications_POST'), status: 201 },
  ApplicationsAppInstanceId_GET: { path: `/applications/${ids.app}` },
  ApplicationsAppInstanceId_DELETE: { path: `/applications/${ids.leaving}`, status: 204 },
  ApplicationsTerminate_POST: {
    path: `/applications/${ids.stopping}/terminate`,
    body: shown('ApplicationsTerminate_POST'),
    status: 202,
  },
  RegistrySubscriptions_GET: { path: '/subscriptions' },
  Mp1Services_GET: { path: '/services' },
  Mp1Services_POST: { path: '/services', body: shown('Mp1Services_POST'), status: 201 },
  Mp1TimingCurrentTime_GET: { path: '/timing/current_time' },
  Mp1DnsRules_GET: { path: `/applications/${ids.app}/dns_rules` },
  Mp1DnsRule_GET: { path: `/applications/${ids.app}/dns_rules/${dnsRule.dnsRuleId}` },
  Mp1DnsRule_PUT: { path: `/applications/${ids.app}/dns_rules/${dnsRule.dnsRuleId}`, body: shown('Mp1DnsRule_PUT') },
  Healthz_GET: { path: '/healthz' },
  Readyz_GET: { path: '/readyz' },
  Events_GET: { path: '/events/v1', status: 101 },
  Token_POST: { path: '/oauth2/token', form: `${ids.credentials}&grant_type=client_credentials` },
  TokenRevocation_POST: { path: '/oauth2/revoke', form: `${ids.credentials}&token=nonsense` },
  Tickets_POST: { path: '/tickets', body: shown('Tickets_POST'), status: 201 },
  Session_GET: { path: '/session', headers: ids.ownPage },
  Session_POST: { path: '/session', body: { code: ids.code }, headers: ids.ownPage, status: 201 },
  SessionToken_POST: { path: '/session/token', body: shown('SessionToken_POST'), headers: ids.ownPage },
  Session_DELETE: { path: '/session', headers: ids.ownPage, status: 204 },
  Jwks_GET: { path: '/oauth2/jwks' },
  OauthMetadata_GET: { path: '/.well-known/oauth-authorization-server' },
  Metrics_GET: { path: '/metrics' },
  Things_GET: { path: '/things', query: '?limit=2' },
  ThingsThingId_GET: { path: `/things/${thingIdOfMac(ids.mac)}` },
  Wot_GET: { path: '/.well-known/wot' },
  OpenapiDocument_GET: { path: '/openapi/platform.json' },
  OpenapiDocument30_GET: { path: '/openapi/3.0/platform.json' },
  AsyncapiDocument_GET: { path: '/asyncapi/events.json' },
  Devices_GET: { path: '/devices' },
  DevicesDeviceId_GET: { path: '/devices/camera-lens-1' },
  DeviceConfiguration_GET: { path: '/devices/camera-lens-1/configuration' },
  DeviceConfiguration_PUT: { path: '/devices/camera-lens-1/configuration', body: shown('DeviceConfiguration_PUT') },
  Plan_GET: { path: '/plan' },
  Plan_PUT: { path: '/plan', bytes: { type: 'image/png', body: tinyPicture } },
  Plan_DELETE: { path: '/plan', status: 204 },
  RegistryServices_GET: { path: '/services' },
  Clients_GET: { path: '/clients' },
  Clients_POST: { path: '/clients', body: shown('Clients_POST'), status: 201 },
  ClientsClientId_GET: { path: '/clients/plates' },
  ClientsClientId_PUT: { path: '/clients/plates', body: shown('ClientsClientId_PUT') },
  ClientsClientId_DELETE: { path: '/clients/plates', status: 204 },
  ClientSecret_POST: { path: '/clients/plates/secret', body: shown('ClientSecret_POST') },
  ClientRevocation_POST: { path: '/clients/plates/revocation', status: 204 },
  Tenants_GET: { path: '/tenants' },
  Tenants_POST: { path: '/tenants', body: shown('Tenants_POST'), status: 201 },
  TenantsTenant_GET: { path: '/tenants/town' },
  TenantsTenant_PUT: { path: '/tenants/town', body: shown('TenantsTenant_PUT') },
  TenantsTenant_DELETE: { path: '/tenants/town', status: 204 },
  Usage_GET: { path: '/usage' },
  Destinations_GET: { path: '/destinations' },
  DestinationsDestinationId_GET: { path: '/destinations/cloud' },
  Rejections_GET: { path: '/destinations/cloud/rejections' },
  Rejections_DELETE: { path: '/destinations/cloud/rejections', status: 204 },
  RejectionsRetries_POST: { path: '/destinations/cloud/rejections/retries', body: shown('RejectionsRetries_POST'), status: 202 },
  RejectionsRejectionId_DELETE: { path: `/destinations/cloud/rejections/${ids.rejection}`, status: 204 },
  Log_GET: { path: '/log', query: '?level=WARN&limit=5' },
  Settings_GET: { path: '/settings' },
  SettingsValidations_POST: { path: '/settings/validations', body: shown('SettingsValidations_POST') },
  Subsystems_GET: { path: '/subsystems' },
  Tags_GET: { path: '/tags' },
  TagsMac_GET: { path: `/tags/${ids.mac}` },
  TagReadings_GET: { path: `/tags/${ids.mac}/readings`, query: '?from=2020-01-01T00:00:00Z&limit=5' },
  TagTrends_GET: { path: `/tags/${ids.mac}/trends` },
  TagStatistics_GET: {
    path: `/tags/${ids.mac}/statistics`,
    query: '?from=2020-01-01T00:00:00Z&every=1h&fields=temperature,rssi',
  },
  TagLatestReading_GET: { path: `/tags/${ids.mac}/readings/latest` },
  LatestReadings_GET: { path: '/readings/latest' },
  Readings_GET: { path: '/readings', query: '?measurement=people&tag=gate=north' },
  Series_GET: { path: '/series', query: '?limit=5' },
  Arrivals_GET: { path: '/readings/arrivals', query: '?limit=5&wait=1' },
  ArrivalsWebsocket_GET: { path: '/readings/arrivals/websocket', query: '?after=now', status: 101 },
  Readings_POST: {
    path: '/readings',
    body: shown('Readings_POST'),
    status: 204,
  },
  ConditionSubscriptions_GET: { path: `/applications/${ids.app}/subscriptions` },
  ConditionSubscriptions_POST: {
    path: `/applications/${ids.app}/subscriptions`,
    body: shown('ConditionSubscriptions_POST'),
    status: 201,
  },
  ConditionSubscriptionsSubscriptionId_GET: { path: `/applications/${ids.app}/subscriptions/${ids.conditions}` },
  ConditionSubscriptionsSubscriptionId_PUT: {
    path: `/applications/${ids.app}/subscriptions/${ids.conditions}`,
    body: shown('ConditionSubscriptionsSubscriptionId_PUT'),
  },
  ConditionSubscriptionsSubscriptionId_DELETE: {
    path: `/applications/${ids.app}/subscriptions/${ids.conditions}`,
    status: 204,
  },
  ConditionSubscriptionsSubscriptionIdWebsocket_GET: {
    path: `/applications/${ids.app}/subscriptions/${ids.conditions}/websocket`,
    status: 101,
  },
});

/**
 * Makes the applications that the calls speak of, with all that is theirs.
 *
 * @param make posts, and says what the gateway has named it
 * @param names of the first three
 */
export async function furnish(
  make: (path: string, body: object) => Promise<string>,
  [app, stopping, leaving]: readonly [string, string, string] = ['app-1', 'app-2', 'app-3'],
): Promise<Omit<Known, 'mac' | 'lease' | 'rejection' | 'recording' | 'credentials' | 'code' | 'ownPage'>> {
  const managed = { appInstanceId: app, appName: app, dnsRules: [dnsRule], trafficRules: [trafficRule] };
  await make('/registry/v1/applications', managed);
  for (const appInstanceId of [stopping, leaving]) await make('/registry/v1/applications', { appInstanceId, appName: app });
  return {
    ...{ app, stopping, leaving },
    registered: await make('/mec_app_support/v1/registrations', shown('Registrations_POST')),
    service: await make(`/mec_service_mgmt/v1/applications/${app}/services`, shown('AppServices_POST')),
    availability: await make(`/mec_service_mgmt/v1/applications/${app}/subscriptions`, shown('AppSubscriptions_POST')),
    termination: await make(`/mec_app_support/v1/applications/${app}/subscriptions`, shown('ApplicationsSubscriptions_POST')),
    edges: await make(`/gpio/v1/applications/${app}/subscriptions`, shown('EdgeSubscriptions_POST')),
    motion: await make(`/camera/v1/applications/${app}/subscriptions`, shown('MotionSubscriptions_POST')),
    conditions: await make(`/sensors/v1/applications/${app}/subscriptions`, shown('ConditionSubscriptions_POST')),
  };
}

/** A destination that is never asked, for it wants nothing but what has the name of another. */
export const destinations = {
  cloud: {
    ...{ url: 'http://127.0.0.1:9', token: 'what-the-cloud-takes', bucket: 'b' },
    ...{ only: { measurements: ['refused'] }, rename: { measurements: { taken: 'refused' } } },
  },
};
/** What it refuses. */
export const refused = [{ measurement: 'refused', tags: { gate: 'north' }, fields: { count: 1 } }];

/** The lines that the calls speak of. */
export const chips = {
  board: {
    driver: 'simulated',
    lines: { 17: input, 22: { direction: 'OUTPUT' }, 23: { direction: 'OUTPUT' }, 27: { direction: 'OUTPUT' } },
  },
};
