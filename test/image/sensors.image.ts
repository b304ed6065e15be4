import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadSharp } from '../../src/camera/sharp.js';
import { freePort } from '../free-port.js';
import { buildAgain, buildImage, type Image } from './build-image.js';
import { Container, runIn } from './container.js';
import { contentsOf } from './contents.js';
import { obstacle, run, tryRun } from './engine.js';
import { report } from './figures.js';

const BUILD_MS = 600_000;
const READING = { measurement: 'people', time: '2026-01-01T00:00:00.000Z', fields: { count: 1 } };
/** Tries to write into every folder there is, and says where that went well. */
const PROBE = `
const { lstatSync, readdirSync, unlinkSync, writeFileSync } = require('node:fs');
const written = [];
const visit = (folder) => {
  try { writeFileSync(folder + '/.probe', ''); unlinkSync(folder + '/.probe'); written.push(folder); } catch {}
  try { for (const one of readdirSync(folder, { withFileTypes: true })) if (one.isDirectory()) visit(folder.replace(/\\/$/, '') + '/' + one.name); } catch {}
};
for (const one of readdirSync('/')) if (!['proc', 'sys'].includes(one) && lstatSync('/' + one).isDirectory()) visit('/' + one);
try { writeFileSync('/app/.probe', ''); } catch ({ code }) { written.push(code); }
console.log(written.join(' '));`;
const BUSY = `const begin = Date.now(); while (Date.now() - begin < 2000); console.log(process.cpuUsage().user / 1000 / (Date.now() - begin));`;

const missing = obstacle();
if (missing === undefined) describe('The image for tags and pins', () => sensors());
else it.todo(`the image for tags and pins: ${missing}`);

function sensors(): void {
  const wanted = { target: 'sensors', platform: 'linux/amd64' } as const;
  let image: Image;
  let again: Promise<Image>;
  let gateway: Container;
  let started: Container | undefined;
  let url: string;
  const volume = `umec-test-${process.pid}`;
  const volumes = { '/data': volume };
  beforeAll(async () => {
    image = await buildImage(wanted);
    url = `http://127.0.0.1:${await freePort()}`;
    gateway = started = await Container.start(url, { image: image.name, volumes });
  }, BUILD_MS);
  afterAll(async () => {
    await started?.[Symbol.asyncDispose]();
    await run('podman', ['volume', 'rm', '--force', volume]);
  });

  contentsOf(() => image, 'amd64');

  describe('in a cage', () => {
    let idleMB: number;
    beforeAll(async () => {
      idleMB = await gateway.memoryMB();
      // while others wait; what became of it, the last one says
      again = buildAgain(wanted);
      again.catch(() => undefined);
    });

    it('is nobody, and can become nobody else', async () => {
      const status = await gateway.exec('node', '-p', 'require("fs").readFileSync("/proc/1/status", "utf8")');
      expect(status).toMatch(/^Name:\s+tini$/m);
      expect(status).toMatch(/^Uid:\s+10001\s+10001\s+10001\s+10001$/m);
      for (const set of ['CapInh', 'CapPrm', 'CapEff', 'CapBnd', 'CapAmb'])
        expect(status).toMatch(new RegExp(`^${set}:\\s+0+$`, 'm'));
      expect(status).toMatch(/^NoNewPrivs:\s+1$/m);
      expect(status).toMatch(/^Seccomp:\s+2$/m);
    });

    it('writes to /data and /tmp, and to no other file', async () => {
      // the queue for messages is no file: the kernel keeps it, and bounds it
      const written = (await gateway.exec('node', '-e', PROBE)).split(' ').filter((path) => !path.startsWith('/data/'));
      expect(written.sort()).toEqual(['/data', '/dev/mqueue', '/tmp', 'EROFS']);
    });

    it('has 256 MiB and half a core, and ends when it takes more', async () => {
      const limits = ['/sys/fs/cgroup/memory/memory.limit_in_bytes', '/sys/fs/cgroup/memory.max'];
      const read = `const { existsSync, readFileSync } = require('fs'); console.log(readFileSync(${JSON.stringify(limits)}.find(existsSync), 'utf8').trim())`;
      expect(await gateway.exec('node', '-e', read)).toBe(String(256 * 2 ** 20));
      const hog = await runIn(image.name, 'node', '-e', 'const kept = []; for (;;) kept.push(Buffer.alloc(2 ** 20, 1));');
      expect(hog.code).toBe(137);
      const busy = await runIn(image.name, 'node', '-e', BUSY);
      expect(Number(busy.stdout)).toBeLessThan(0.6);
    });

    it('is healthy', async () => {
      expect(await gateway.checkHealth()).toBe('healthy');
    });

    it('draws a picture in the width that is asked for', async () => {
      const response = await gateway.get('/camera/v1/cameras/lens-1/snapshot?width=320');
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
      const sharp = await loadSharp();
      expect(await sharp(await response.arrayBuffer()).metadata()).toMatchObject({ format: 'jpeg', width: 320, height: 240 });
      await report('sensors linux/amd64', image, { readyMs: gateway.readyMs, idleMB, busyMB: await gateway.memoryMB() });
    });

    it('gives a backup to whoever may call programs in it', async () => {
      const { code, stdout } = await tryRun('podman', ['exec', gateway.id, 'node', 'dist/src/umec.js', 'backup', '-']);
      expect([code, stdout.length > 1000]).toEqual([0, true]);
    });

    it('is unhealthy when it is stuck, and healthy again when it goes on', async () => {
      const pid = await gateway.pid();
      process.kill(pid, 'SIGSTOP');
      try {
        // three times in a row, and what fails in the first 20 s does not count
        expect(await gateway.checkHealth()).not.toBe('unhealthy');
        expect(await gateway.checkUntil('unhealthy')).toBe('unhealthy');
      } finally {
        process.kill(pid, 'SIGCONT');
      }
      expect(await gateway.checkHealth()).toBe('healthy');
    });

    it('stops when it is told to, and has kept all that it was given', async () => {
      expect((await gateway.send('POST', '/sensors/v1/readings', [READING])).status).toBe(204);
      const { exitCode, ms } = await gateway.stop();
      expect(exitCode).toBe(0);
      expect(ms).toBeLessThan(10_000);

      await using again = await Container.start(url, { image: image.name, volumes });
      const kept = await again.get(`/sensors/v1/readings?measurement=${READING.measurement}`);
      expect(await kept.json()).toMatchObject([READING]);
    });

    it('is asked for its health by TLS where it speaks that', async () => {
      const secure = `https://127.0.0.1:${await freePort()}`;
      await using again = await Container.start(secure, { image: image.name, volumes, env: { UMEC_HTTP_TLS_MODE: 'own' } });
      expect(await again.checkHealth()).toBe('healthy');
    });

    it(
      'has the same layers when all of it is built again',
      async () => {
        const layers = async ({ name }: Image) => run('podman', ['image', 'inspect', '--format={{.RootFS.Layers}}', name]);
        expect(await layers(await again)).toBe(await layers(image));
      },
      BUILD_MS,
    );
  });
}
