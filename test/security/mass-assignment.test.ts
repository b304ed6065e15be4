import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { inference } from '../camera/inference/model-server.js';
import * as bodies from '../bodies.js';
import { type Known, Populated } from './populated.js';
import { type SpecifiedOperation, withBody as all } from './specifications.js';

/** Those of the panel's session take a code or nothing from its own page: test/e2e/without-headers.test.ts. */
const withBody = all.filter(({ path }) => !path.startsWith('/session'));

/** Stands in every value that is forged, so that one that is kept can be found. */
const FORGED = 'forged-by-a-client';

/** What is the platform's to say, or JavaScript's, as text: JSON.stringify would not write `__proto__`. */
const extras = [
  ...['serInstanceId', 'appInstanceId', 'subscriptionId', 'tenant', 'owner', 'role', 'scope', 'isAdmin', 'origin', 'number'].map(
    (name) => `"${name}":"${FORGED}"`,
  ),
  `"grant":{"appInstanceIds":"all","devices":"${FORGED}"}`,
  `"_links":{"self":{"href":"/${FORGED}"},"${FORGED}":{"href":"/"}}`,
  `"__proto__":{"polluted":"${FORGED}"}`,
  `"constructor":{"prototype":{"polluted":"${FORGED}"}}`,
  `"prototype":{"polluted":"${FORGED}"}`,
  `"toJSON":"${FORGED}","valueOf":"${FORGED}","then":"${FORGED}"`,
];

/** A body that is taken, of every operation that has one; one that is missing fails its test. */
const right: Readonly<Record<string, object>> = {
  Readings_POST: [{ measurement: 'people', tags: { gate: 'north' }, fields: { count: 1 } }],
  ReceiverAdvertisements_POST: { data: { tags: {} } },
  Applications_POST: bodies.managed,
  ApplicationsTerminate_POST: { operationAction: 'STOPPING' },
  AppServices_POST: bodies.service,
  AppServicesServiceId_PUT: { ...bodies.service, livenessInterval: 60 },
  ServiceLiveness_PATCH: { state: 'ACTIVE' },
  AppSubscriptions_POST: bodies.toServices,
  AppSubscriptionsSubscriptionId_PUT: bodies.toServices,
  Registrations_POST: bodies.registration,
  Registration_PUT: bodies.registration,
  ApplicationsSubscriptions_POST: bodies.toTheEnd,
  ApplicationsSubscription_PUT: bodies.toTheEnd,
  ApplicationsTrafficRule_PUT: bodies.trafficRule,
  ApplicationsDnsRule_PUT: bodies.dnsRule,
  ApplicationsConfirmReady_POST: { indication: 'READY' },
  ApplicationsConfirmTermination_POST: { operationAction: 'STOPPING' },
  Mp1Services_POST: bodies.service,
  Mp1DnsRule_PUT: bodies.dnsRule,
  Tickets_POST: { path: '/events/v1' },
  CameraInferences_POST: inference,
  CameraLinks_POST: { expiresIn: 60 },
  CameraConfiguration_PUT: bodies.toHide,
  CameraRecordings_POST: { kind: 'STILL' },
  CameraControls_PUT: { brightness: 10 },
  LineValue_PUT: { value: 1 },
  Values_PATCH: { 27: 0 },
  LineConfiguration_PUT: {
    ...{ direction: 'OUTPUT', activeLow: false, bias: 'DISABLED', drive: 'PUSH_PULL', edge: 'NONE', debounceUs: 0 },
  },
  DeviceConfiguration_PUT: { room: 'Pole 7', place: { latitude: 60.17, longitude: 24.94 } },
  LinePulse_POST: { value: 1, durationMs: 100 },
  LinePattern_PUT: { steps: [{ value: 1, durationMs: 100 }] },
  Leases_POST: { lineIds: ['23'], durationS: 1 },
  LeasesLeaseId_PUT: { durationS: 300 },
  EdgeSubscriptions_POST: bodies.toEdges,
  EdgeSubscriptionsSubscriptionId_PUT: bodies.toEdges,
  MotionSubscriptions_POST: bodies.toMotion,
  MotionSubscriptionsSubscriptionId_PUT: bodies.toMotion,
  ConditionSubscriptions_POST: bodies.toConditions,
  ConditionSubscriptionsSubscriptionId_PUT: bodies.toConditions,
  Clients_POST: { name: 'weather', scopes: ['sensors:read'] },
  ClientsClientId_PUT: { name: 'plates', scopes: ['sensors:read'] },
  ClientSecret_POST: {},
  Tenants_POST: { tenant: 'harbour', devices: 'all' },
  TenantsTenant_PUT: { devices: 'all' },
  SettingsValidations_POST: { log: { level: 'debug' } },
  RejectionsRetries_POST: { rejectionIds: ['1'] },
};

let populated: Populated;
let known: Known;
beforeAll(async () => {
  populated = await Populated.open();
});
beforeEach(async () => {
  known = await populated.afresh();
});
afterAll(() => populated[Symbol.asyncDispose]());

describe('A4 mass assignment', () => {
  it.each(withBody.map((operation) => [operation.operationId, operation] as const))(
    '%s keeps nothing that its specification does not know, and changes no prototype',
    async (operationId, operation) => {
      const body = right[operationId];
      if (!body) throw new Error(`${operationId} has no body in this file`);
      for (const extra of extras.filter((one) => !isTheClients(operation, one))) {
        for (const text of withExtra(JSON.stringify(body), extra)) {
          const answer = await populated.client.ask({
            method: operation.method.toUpperCase(),
            path: pathTo(operation),
            body: text,
          });
          expect([200, 201, 202, 204, 400, 409]).toContain(answer.status);
          // a refusal may name what it refuses
          if (answer.status < 300) expect(answer.text).not.toContain(FORGED);
        }
        expect(populated.kept()).not.toContain(FORGED);
        expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
      }
      expect(populated.errors).toEqual([]);
    },
  );

  it.each(withBody.map((operation) => [operation.operationId, operation] as const))(
    '%s takes the same body without them',
    async (operationId, operation) => {
      const question = { method: operation.method.toUpperCase(), path: pathTo(operation), body: right[operationId] };
      const { status, text } = await populated.client.ask(question);
      expect([status < 300, text]).toEqual([true, expect.anything()]);
    },
  );
});

/** Put in where it stands first, and where it stands last: who takes one of two may take either. */
function withExtra(text: string, extra: string): string[] {
  const [start, end] = [text.indexOf('{') + 1, text.lastIndexOf('}')];
  return [`${text.slice(0, start)}${extra},${text.slice(start)}`, `${text.slice(0, end)},${extra}${text.slice(end)}`];
}

/** What an operation is for: whoever manages something names it. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  Applications_POST: ['appInstanceId'],
  Tenants_POST: ['tenant'],
  Clients_POST: ['tenant', 'role'],
  ClientsClientId_PUT: ['tenant', 'role'],
};

function isTheClients({ operationId }: SpecifiedOperation, extra: string): boolean {
  return (NAMED[operationId] ?? []).some((name) => extra.startsWith(`"${name}"`));
}

/** What belongs together: the first application, with its service and its subscription of that API; a registration is the last. */
function pathTo({ path, stem, operationId }: SpecifiedOperation): string {
  const { subscriptionId = [], appInstanceId = [] } = known;
  const ids: Record<string, string | undefined> = {
    appInstanceId: operationId.startsWith('Registration_') ? appInstanceId.at(-1) : appInstanceId[0],
    subscriptionId:
      subscriptionId[['mec011-service-management', 'mec011-app-support', 'gpio', 'sensors', 'camera'].indexOf(stem)],
  };
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(ids[name] ?? known[name]?.[0] ?? ''));
}
