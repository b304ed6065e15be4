import { readFile } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { TestGateway } from '../gateway.js';
import { openBrowser } from '../web/browser.js';

interface Seen {
  readonly tags: number;
  readonly cursors: number;
  readonly isProblem: boolean;
}

/** What the page does with the package; `given` is where the gateway is, and a token. */
const SCRIPT = `async (given) => {
  const { arrivals, connect, ok, Problem } = await import('umec-client');
  const gateway = connect(given);
  const { data: latest } = await ok(gateway.api.GET('/sensors/v1/readings/latest'));
  const cursors = new Set();
  for await (const event of arrivals(gateway, { after: 'now' })) if (cursors.add(event.cursor).size === 2) break;
  const path = { cameraId: 'no-such' };
  const refused = await ok(gateway.api.GET('/camera/v1/cameras/{cameraId}', { params: { path } })).catch((thrown) => thrown);
  return { tags: latest.length, cursors: cursors.size, isProblem: refused instanceof Problem && refused.status === 404 };
}`;

/** A page of another origin, which gets the package as it was installed, by an import map and no bundler. @param modules where */
export async function seenInABrowser(modules: string): Promise<Seen> {
  const imports = { 'umec-client': '/umec-client/dist/index.js', 'openapi-fetch': '/openapi-fetch/dist/index.mjs' };
  const html = `<!doctype html><script type="importmap">${JSON.stringify({ imports })}</script>`;
  const site = createServer((request, response) => {
    const path = normalize(request.url ?? '/');
    if (path === '/') response.setHeader('Content-Type', 'text/html').end(html);
    else
      readFile(join(modules, path)).then(
        (file) => response.setHeader('Content-Type', 'text/javascript').end(file),
        () => response.writeHead(404).end(),
      );
  });
  site.listen(0, '127.0.0.1');
  await once(site, 'listening');
  const origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;

  await using gateway = await TestGateway.start({ auth: { mode: 'tokens' }, http: { origins: [origin] } });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(origin);
    const given = { url: gateway.url, token: await gateway.token({ role: 'viewer' }) };
    return await page.evaluate(`(${SCRIPT})(${JSON.stringify(given)})`);
  } finally {
    await browser.close();
    site.closeAllConnections();
    site.close();
  }
}
