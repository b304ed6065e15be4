import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { TestGateway } from '../gateway.js';
import { parseExposition } from '../exposition.js';
import { hasPrometheus, type PrometheusResult, prometheusHint, promtool, startPrometheus } from '../prometheus.js';
import { until } from '../until.js';
import { blocksOf, readPage, tableRows } from './blocks.js';
import { askedBy } from './curl.js';

const page = readPage('docs/things.md');
const blockOf = (info: string) => blocksOf(page).find((block) => block.info === info)?.text ?? '';
const ADDRESS = '127.0.0.1:8080';
const devices = { radios: { town: { driver: 'simulated' } } };

interface PrometheusConfig {
  readonly scrape_configs: readonly {
    readonly static_configs: readonly { readonly targets: readonly string[] }[];
    readonly oauth2: { readonly client_id: string; readonly token_url: string; readonly scopes: readonly string[] };
  }[];
}

/** As a command of the page asks. */
function ask(gateway: TestGateway, command: string): Promise<Response> {
  const { url, init } = askedBy(command, { AUTH: `Authorization: ${gateway.owner().Authorization ?? ''}` });
  return fetch(url.replace(`http://${ADDRESS}`, gateway.url), init);
}

/** @returns the secret of the client that the page has registered */
async function register(gateway: TestGateway): Promise<string> {
  const answer = await ask(gateway, blockOf('sh register'));
  return ((await answer.json()) as { clientSecret: string }).clientSecret;
}

describe('docs/things.md', () => {
  it('lets Prometheus in with the client, the scopes and the addresses that it names', async () => {
    await using gateway = await TestGateway.start({ auth: { mode: 'tokens' }, devices });
    const clientSecret = await register(gateway);
    const [job] = (parse(blockOf('yaml')) as PrometheusConfig).scrape_configs;
    expect(job?.static_configs).toEqual([{ targets: [ADDRESS] }]);
    const { client_id: clientId = '', token_url: tokenUrl = '', scopes = [] } = job?.oauth2 ?? {};
    const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, scope: scopes.join(' ') };
    const url = tokenUrl.replace(`http://${ADDRESS}`, gateway.url);
    const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(form) });
    const { access_token: token } = (await answer.json()) as { access_token: string };
    const asked = { Authorization: `Bearer ${token}`, Accept: 'text/plain;version=0.0.4' };
    const metrics = await fetch(`${gateway.url}/metrics`, { headers: asked });
    expect([metrics.status, metrics.headers.get('content-type')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
    expect(parseExposition(await metrics.text()).types.get('umec_uptime_seconds')).toBe('gauge');
  });

  it('names metrics that there are', async () => {
    await using gateway = await TestGateway.start({ devices });
    const known = async () => parseExposition(await (await gateway.get('/metrics')).text()).types;
    // of a RuuviTag, and of a Ruuvi Air
    let types: ReadonlyMap<string, string> = new Map();
    await until(async () => {
      types = await known();
      return ['ruuvi_acceleration_x', 'ruuvi_pm25'].every((name) => types.has(name));
    }, 50);
    const named = tableRows(page, 'Metric').flatMap(([names = '']) =>
      names.split(', ').filter((name) => /^[a-z_0-9]+$/.test(name)),
    );
    const ofAir = ['ruuvi_pm10', 'ruuvi_pm40', 'ruuvi_pm100'];
    expect(named.filter((name) => !types.has(name) && !ofAir.includes(name))).toEqual([]);
  }, 30_000);

  it('shows commands that work', async () => {
    await using gateway = await TestGateway.start({ auth: { mode: 'tokens' }, devices });
    const types = blockOf('sh things')
      .trim()
      .split('\n')
      .map(async (command) => {
        const answer = await ask(gateway, command);
        return [answer.status, answer.headers.get('content-type')];
      });
    expect(await Promise.all(types)).toEqual([[200, 'application/td+json'], [200, 'application/ld+json']]); // prettier-ignore
  });

  const checked = hasPrometheus ? it : (name: string) => it.todo(name);
  checked(
    `is enough for a real Prometheus ${prometheusHint}`,
    async () => {
      await using gateway = await TestGateway.start({ auth: { mode: 'tokens' }, devices });
      const config = blockOf('yaml').replaceAll(ADDRESS, new URL(gateway.url).host).replace('15s', '1s');
      await using prometheus = await startPrometheus(config, { 'umec-secret': await register(gateway) });
      let found: readonly PrometheusResult[] = [];
      await until(async () => (found = await prometheus.query('ruuvi_temperature')).length > 0, 100);
      const { mac = '', name } = found[0]?.metric ?? {};
      expect(await gateway.json(`/sensors/v1/tags/${mac}`)).toMatchObject({ mac, name });
    },
    30_000,
  );

  checked(`is read by Prometheus without a complaint but of RuuviBridge's names ${prometheusHint}`, async () => {
    await using gateway = await TestGateway.start({ devices });
    const stop = new AbortController();
    for await (const _reading of await gateway.events('sensors/**', stop.signal)) stop.abort();
    const { said } = promtool(['check', 'metrics'], await (await gateway.get('/metrics')).text());
    expect(said.filter((line) => !line.startsWith('ruuvi_'))).toEqual([]);
  });
});
