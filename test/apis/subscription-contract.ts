import { expect, it } from '@jest/globals';
import { byWebSocket, type SubscribingApplications } from './subscribing.js';

export interface ContractOptions {
  /** What may be asked for, each of which is kept as it is. */
  readonly criteria: readonly object[];
  /** What is none: how it differs from one that asks for nothing, and the status that says so. */
  readonly refused: readonly (readonly [what: string, status: number, changes: object])[];
}

/** What every subscription promises that an application makes at an API of devices, whatever it is to. */
export function subscriptionContract(open: () => SubscribingApplications, { criteria, refused }: ContractOptions): void {
  it.each(criteria)(
    'says all that was asked for, is listed, replaced and removed by whoever knows it as it is: %j',
    async (filteringCriteria) => {
      const host = open();
      const { subscriptionType } = host;
      const [app, other] = [await host.application(), await host.application()];
      const asked = { subscriptionType, filteringCriteria, callbackReference: 'http://127.0.0.2:9/told' };
      const made = await host.ask(app, asked);
      const path = made.headers.get('location') ?? '';
      expect(made).toMatchObject({ status: 201, body: { ...asked, _links: { self: { href: path } } } });
      const got = await host.send('GET', path);
      expect(got.body).toEqual(made.body);
      const listed = { href: path, subscriptionType, rel: subscriptionType };
      expect((await host.send('GET', host.at(app))).body).toMatchObject({ _links: { subscriptions: [listed] } });
      expect((await host.send('GET', host.at(other))).body).toMatchObject({ _links: { subscriptions: [] } });

      const before = { 'If-Match': got.headers.get('etag') ?? '' };
      // what is shown can be sent as it is
      const put = await host.send('PUT', path, { ...got.body, ...byWebSocket }, before);
      const websocketUri = `${host.gateway.url.replace('http', 'ws')}${path}/websocket`;
      expect(put).toMatchObject({ status: 200, body: { filteringCriteria, websockNotifConfig: { websocketUri } } });
      expect(put.body).not.toHaveProperty('callbackReference');
      expect((await host.send('PUT', path, asked, before)).status).toBe(412);
      expect((await host.send('DELETE', path, undefined, before)).status).toBe(412);
      expect((await host.send('DELETE', path, undefined, { 'If-Match': put.headers.get('etag') ?? '' })).status).toBe(204);
      expect((await host.send('GET', path)).status).toBe(404);
    },
  );

  it.each(refused)('with %s is none: %i', async (_, status, changes) => {
    const host = open();
    const app = await host.application();
    expect((await host.ask(app, changes)).status).toBe(status);
    expect((await host.send('GET', host.at(app))).body).toMatchObject({ _links: { subscriptions: [] } });
  });

  it('is none of the other APIs, and none of another application', async () => {
    const host = open();
    const [app, other] = [await host.application(), await host.application()];
    const [filteringCriteria] = criteria;
    const path = await host.subscribe(app, { ...byWebSocket, filteringCriteria });
    const id = path.split('/').at(-1) ?? '';
    const roots = ['/mec_service_mgmt/v1', '/mec_app_support/v1', '/gpio/v1', '/camera/v1', '/sensors/v1'];
    const others = roots.filter((root) => root !== host.root).map((root) => `${root}/applications/${app}`);
    for (const place of [...others, `${host.root}/applications/${other}`])
      expect((await host.send('GET', `${place}/subscriptions/${id}`)).status).toBe(404);
    await host.send('DELETE', path);
  });
}
