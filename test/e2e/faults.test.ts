import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import { TestGateway } from '../gateway.js';
import { tempDirectory } from '../temp-directory.js';
import { service as plates } from '../bodies.js';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** A gateway in a process of its own, as a user starts it. */
async function startProcess(dir: string): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, ['--no-warnings', 'dist/src/umec.js', 'start'], {
    env: {
      ...process.env,
      UMEC_HTTP_LISTEN: '127.0.0.1:0',
      UMEC_DATA_DIR: dir,
      UMEC_AUTH_MODE: 'none',
      UMEC_DEVICES_CAMERAS: '{}',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let said = '';
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    said += chunk.toString();
    const url = /ready at (\S+)/.exec(said)?.[1];
    if (url !== undefined) return { url, child };
  }
  throw new Error(`it did not start: ${said}`);
}

describe('a gateway that is killed', () => {
  it('still has every reading and every service that it had answered for', async () => {
    using dir = tempDirectory();
    const killed = await startProcess(dir.path);
    const post = (path: string, body: unknown) =>
      fetch(killed.url + path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
    await post('/registry/v1/applications', { appInstanceId: 'app-1', appName: 'plates' });
    const created = await post('/mec_service_mgmt/v1/applications/app-1/services', plates);
    expect(created.status).toBe(201);
    const answered: number[] = [];
    const writing = Promise.allSettled(
      Array.from({ length: 200 }, async (_, n) => {
        const time = new Date(1_780_000_000_000 + n).toISOString();
        const { status } = await post('/sensors/v1/readings', [{ measurement: 'people', time, fields: { count: n } }]);
        if (status === 204 && answered.push(n) === 50) killed.child.kill('SIGKILL');
      }),
    );
    await writing;
    if (killed.child.exitCode === null && killed.child.signalCode === null) await once(killed.child, 'exit');

    const { url } = await startProcess(dir.path);
    const kept = (await (await fetch(`${url}/sensors/v1/readings?measurement=people&limit=1000`)).json()) as {
      fields: { count: number };
    }[];
    expect(answered.length).toBeGreaterThanOrEqual(50);
    expect(kept.map(({ fields }) => fields.count)).toEqual(expect.arrayContaining(answered));
    expect((await fetch(url + (created.headers.get('location') ?? ''))).status).toBe(200);
  }, 40_000);
});

describe('a camera that is missing', () => {
  it('is SUSPENDED with the reason wherever it is shown, and the rest of the gateway serves', async () => {
    await using gateway = await TestGateway.start({ devices: { cameras: { door: { driver: 'v4l2', device: '/dev/video99' } } } });
    const reason = expect.stringContaining('/dev/video99') as unknown;
    expect(await gateway.json('/camera/v1/cameras/door')).toMatchObject({ state: 'SUSPENDED', reason });
    expect(await gateway.json('/registry/v1/devices/camera-door')).toMatchObject({ state: 'SUSPENDED', reason });
    const services = await gateway.json<{ serName: string; state: string }[]>('/mec_service_mgmt/v1/services');
    expect(services.find(({ serName }) => serName === 'umec-camera-door')?.state).toBe('SUSPENDED');
    for (const what of ['snapshot', 'stream']) {
      const response = await gateway.get(`/camera/v1/cameras/door/${what}`);
      expect([response.status, response.headers.get('content-type')]).toEqual([503, 'application/problem+json']);
      expect(await response.json()).toMatchObject({ status: 503, detail: reason });
    }
    expect((await gateway.get('/readyz')).status).toBe(200);
  });
});

describe('a gateway without devices', () => {
  it('serves, and says that there is no radio', async () => {
    await using gateway = await TestGateway.start({ devices: {} });
    expect(await gateway.json('/registry/v1/devices')).toEqual([]);
    expect(await gateway.json('/sensors/v1/readings/latest')).toEqual([]);
    const services = await gateway.json<{ serName: string; state: string }[]>('/mec_service_mgmt/v1/services');
    expect(services.find(({ serName }) => serName === 'umec-sensors')?.state).toBe('SUSPENDED');
  });
});
