import { describe, expect, it } from '@jest/globals';
import createClient from 'openapi-fetch';
import type { paths as SupportPaths } from '../../generated/mec011-app-support.js';
import type { paths as ServicePaths } from '../../generated/mec011-service-management.js';
import type { paths as RegistryPaths } from '../../generated/registry.js';
import { TestGateway } from '../gateway.js';
import { Subscriber } from '../subscriber.js';
import { until } from '../until.js';
import { service, transportInfo } from '../bodies.js';

const { transportInfo: _transportInfo, ...plates } = service;
const dnsRule = {
  dnsRuleId: 'd1',
  domainName: 'plates.example',
  ipAddressType: 'IP_V4',
  ipAddress: '10.42.0.7',
  state: 'INACTIVE',
} as const;

/** The clients that anybody would make of our specifications. */
function clientsOf({ url: baseUrl }: TestGateway) {
  return {
    support: createClient<SupportPaths>({ baseUrl: `${baseUrl}/mec_app_support/v1` }),
    management: createClient<ServicePaths>({ baseUrl: `${baseUrl}/mec_service_mgmt/v1` }),
    registry: createClient<RegistryPaths>({ baseUrl: `${baseUrl}/registry/v1` }),
  };
}

describe('A client made from our specifications', () => {
  it('lives the whole life of an application that nobody here has started', async () => {
    await using gateway = await TestGateway.start({
      mec: {
        transports: { broker: { name: 'b', type: 'MB_TOPIC_BASED', protocol: 'MQTT', version: '5.0', uris: ['mqtt://x'] } },
      },
    });
    await using subscriber = await Subscriber.open();
    const { support, management, registry } = clientsOf(gateway);

    const registered = await support.POST('/registrations', {
      body: { appName: 'plates', appProvider: 'town', endpoint: { uris: ['http://127.0.0.1:9001'] } },
    });
    expect(registered.response.status).toBe(201);
    const appInstanceId = registered.data?.appInstanceId ?? '';
    const path = { appInstanceId };
    const ready = await support.POST('/applications/{appInstanceId}/confirm_ready', {
      params: { path },
      body: { indication: 'READY' },
    });
    expect(ready.response.status).toBe(204);

    const subscribed = await management.POST('/applications/{appInstanceId}/subscriptions', {
      params: { path },
      body: {
        subscriptionType: 'SerAvailabilityNotificationSubscription',
        callbackReference: `${subscriber.url}/services`,
        filteringCriteria: { serNames: ['plates'] },
      },
    });
    expect(subscribed.response.headers.get('location')).toBe(subscribed.data?._links.self.href);

    const { data: transports = [] } = await management.GET('/transports');
    expect(transports).toMatchObject([{ id: 'broker', protocol: 'MQTT' }]);
    const byBroker = await management.POST('/applications/{appInstanceId}/services', {
      params: { path },
      body: { ...plates, serName: 'broadcast', transportId: transports[0]?.id ?? '' },
    });
    expect(byBroker.data?.transportInfo).toEqual(transports[0]);

    const offered = await management.POST('/applications/{appInstanceId}/services', {
      params: { path },
      body: { ...plates, transportInfo, livenessInterval: 0 },
    });
    const serviceId = offered.data?.serInstanceId ?? '';
    expect(offered.data).toMatchObject({ livenessInterval: 60, isLocal: true, consumedLocalOnly: true });
    expect((await subscriber.next()).body).toMatchObject({
      serviceReferences: [{ serInstanceId: serviceId, state: 'ACTIVE', changeType: 'ADDED' }],
    });

    const { data: found = [] } = await management.GET('/services', { params: { query: { ser_name: ['plates'] } } });
    expect(found.map(({ serInstanceId }) => serInstanceId)).toEqual([serviceId]);
    const service = { path: { ...path, serviceId } };
    const alive = await management.PATCH('/applications/{appInstanceId}/services/{serviceId}/liveness', {
      params: service,
      body: { state: 'ACTIVE' },
    });
    expect(alive.response.status).toBe(204);

    const etag = offered.response.headers.get('etag') ?? '';
    const paused = await management.PUT('/applications/{appInstanceId}/services/{serviceId}', {
      params: { ...service, header: { 'If-Match': etag } },
      body: { ...plates, transportInfo, state: 'INACTIVE', livenessInterval: 0 },
    });
    expect(paused.data?.state).toBe('INACTIVE');
    expect((await subscriber.next()).body).toMatchObject({
      serviceReferences: [{ state: 'INACTIVE', changeType: 'STATE_CHANGED' }],
    });
    const late = await management.PUT('/applications/{appInstanceId}/services/{serviceId}', {
      params: { ...service, header: { 'If-Match': etag } },
      body: { ...plates, transportInfo },
    });
    expect([late.response.status, late.error?.status]).toEqual([412, 412]);

    const { data: time } = await support.GET('/timing/current_time');
    expect(Math.abs((time?.seconds ?? 0) - Date.now() / 1000)).toBeLessThan(60);

    // the second may still be on its way back
    const delivered = async () => (await registry.GET('/subscriptions')).data?.[0];
    await until(async () => (await delivered())?.delivered === 2);
    expect(await delivered()).toMatchObject({ appInstanceId, state: 'ACTIVE', pending: 0, dropped: 0 });

    const gone = await support.DELETE('/registrations/{appInstanceId}', { params: { path } });
    expect(gone.response.status).toBe(204);
    const { data: left = [] } = await management.GET('/services', { params: { query: { ser_name: ['plates', 'broadcast'] } } });
    expect(left).toEqual([]);
    const after = await management.GET('/applications/{appInstanceId}/services', { params: { path } });
    expect([after.response.status, after.error?.detail]).toEqual([404, expect.stringContaining(appInstanceId)]);
  });

  it('is made, switches its rules, and says goodbye when it is asked to', async () => {
    await using gateway = await TestGateway.start();
    await using subscriber = await Subscriber.open();
    const { support, registry } = clientsOf(gateway);
    const path = { appInstanceId: 'plates' };
    const made = await registry.POST('/applications', { body: { ...path, appName: 'plates', dnsRules: [dnsRule] } });
    expect(made.data).toMatchObject({ origin: 'MANAGEMENT', state: 'NOT_READY' });
    const registered = await support.POST('/registrations', {
      body: { appName: 'plates', appDId: 'plates-1', ...path, isInsByMec: true },
    });
    expect(registered.response.status).toBe(201);

    const { data: rules = [] } = await support.GET('/applications/{appInstanceId}/dns_rules', { params: { path } });
    expect(rules).toEqual([dnsRule]);
    const switched = await support.PUT('/applications/{appInstanceId}/dns_rules/{dnsRuleId}', {
      params: { path: { ...path, dnsRuleId: 'd1' } },
      body: { ...dnsRule, dnsRuleId: 'another', state: 'ACTIVE' },
    });
    expect(switched.data).toEqual({ ...dnsRule, state: 'ACTIVE' });

    await support.POST('/applications/{appInstanceId}/subscriptions', {
      params: { path },
      body: {
        subscriptionType: 'AppTerminationNotificationSubscription',
        callbackReference: `${subscriber.url}/end`,
        appInstanceId: 'plates',
      },
    });
    const ending = await registry.POST('/applications/{appInstanceId}/terminate', {
      params: { path },
      body: { operationAction: 'TERMINATING', maxGracefulTimeout: 3600 },
    });
    expect([ending.response.status, ending.data?.state]).toEqual([202, 'TERMINATING']);
    const confirm = `${gateway.url}/mec_app_support/v1/applications/plates/confirm_termination`;
    expect(await subscriber.next()).toMatchObject({
      path: '/end',
      body: { operationAction: 'TERMINATING', maxGracefulTimeout: 3600, _links: { confirmTermination: { href: confirm } } },
    });
    const confirmed = await support.POST('/applications/{appInstanceId}/confirm_termination', {
      params: { path },
      body: { operationAction: 'TERMINATING' },
    });
    expect(confirmed.response.status).toBe(204);
    const after = await registry.GET('/applications/{appInstanceId}', { params: { path } });
    expect(after.response.status).toBe(404);
  });
});
