// A MEC application in the cluster, as small as one can be: it takes the temperatures that its gateway hears, offers their mean as a
// service of its own, says that it lives, and takes its leave at SIGTERM.
/* global fetch, AbortController, AbortSignal */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const { GATEWAY, TOKEN_FILE, OWN_URL, PORT } = process.env;
const LIVENESS_S = 10;
const REGISTRATIONS = '/mec_app_support/v1/registrations';
const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());

/** The token is read each time: the kubelet renews it. */
async function ask(method, path, body) {
  const headers = { Authorization: `Bearer ${readFileSync(TOKEN_FILE, 'utf8').trim()}`, 'Content-Type': 'application/json' };
  const signal = AbortSignal.timeout(5_000);
  const answer = await fetch(new URL(path, GATEWAY), { method, headers, body: body && JSON.stringify(body), signal });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.status === 204 ? undefined : answer.json();
}

async function weather() {
  const readings = await ask('GET', '/sensors/v1/readings/latest');
  const temperatures = readings.flatMap(({ temperature }) => temperature ?? []);
  return { tags: temperatures.length, temperature: temperatures.reduce((sum, one) => sum + one, 0) / temperatures.length };
}

/** @see ETSI GS MEC 011, clauses 5.2.2 and 8.2.6 */
async function offer(appInstanceId) {
  const { _links } = await ask('POST', `/mec_service_mgmt/v1/applications/${appInstanceId}/services`, {
    ...{ serName: 'town-weather', version: '1.0', state: 'ACTIVE', serializer: 'JSON', livenessInterval: LIVENESS_S },
    transportInfo: {
      ...{ id: 'rest', name: 'REST', type: 'REST_HTTP', protocol: 'HTTP', version: '1.1', security: {} },
      endpoint: { uris: [OWN_URL] },
    },
  });
  return _links.liveness.href;
}

/** Registered for as long as the gateway knows it; where it does not any more, this throws. */
async function live() {
  const { appInstanceId } = await ask('POST', REGISTRATIONS, { appName: 'town-weather', endpoint: { uris: [OWN_URL] } });
  const liveness = await offer(appInstanceId);
  console.log(`registered as ${appInstanceId}`);
  const goOn = () => sleep((LIVENESS_S * 1_000) / 3, true, { signal: stop.signal }).catch(() => false);
  while (await goOn()) await ask('PATCH', liveness, { state: 'ACTIVE' });
  // graceful termination: nobody is to call what is gone, nor to wait until it has been silent for long enough
  await ask('DELETE', `${REGISTRATIONS}/${appInstanceId}`);
  console.log('took its leave');
}

const server = createServer((request, response) => {
  if (request.url === '/healthz') return response.end();
  weather().then(
    (found) => response.setHeader('Content-Type', 'application/json').end(JSON.stringify(found)),
    (error) => response.writeHead(502).end(error.message),
  );
}).listen(PORT);
await once(server, 'listening');
while (!stop.signal.aborted) {
  await live().catch((error) => console.error(error.message));
  await sleep(stop.signal.aborted ? 0 : 5_000, undefined, { signal: stop.signal }).catch(() => undefined);
}
server.close();
server.closeAllConnections();
