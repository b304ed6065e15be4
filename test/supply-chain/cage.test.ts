import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { tempDirectory } from '../temp-directory.js';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/**
 * A mount namespace with a root that nobody can write to, but for one directory in memory; then another user, without groups,
 * capabilities or a way to get any. Every step replaces the process, so that the pid is the gateway's.
 */
const CAGE = `
  set -e
  mount --make-rprivate /
  mount -t tmpfs -o size=64m,mode=0755,noexec,nosuid,nodev tmpfs "$1"
  install -d -o 10001 -g 10001 -m 0700 "$1/data"
  mount -o remount,bind,ro /
  shift
  exec setpriv --reuid 10001 --regid 10001 --clear-groups --no-new-privs --inh-caps=-all --bounding-set=-all "$@"`;

function inCage(dir: string, ...command: readonly string[]): readonly [string, string[]] {
  return ['unshare', ['--mount', 'sh', '-c', CAGE, 'cage', dir, ...command]];
}

function hasCage(): boolean {
  using dir = tempDirectory();
  return process.getuid?.() === 0 && spawnSync(...inCage(dir.path, process.execPath, '--version')).status === 0;
}

async function startInCage(dir: string): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(...inCage(dir, process.execPath, '--no-warnings', 'dist/src/umec.js', 'start'), {
    env: {
      PATH: process.env.PATH,
      UMEC_AUTH_MODE: 'none',
      UMEC_HTTP_LISTEN: '127.0.0.1:0',
      UMEC_DATA_DIR: join(dir, 'data'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let said = '';
  child.stderr.on('data', (data: Buffer) => (said += data.toString()));
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    said += chunk.toString();
    const url = /ready at (\S+)/.exec(said)?.[1];
    if (url !== undefined) return { url, child };
  }
  throw new Error(`it did not start: ${said}`);
}

describe('The gateway in a cage', () => {
  if (hasCage())
    it('needs no root, no privilege and no file to write to but its data', async () => {
      using dir = tempDirectory();
      chmodSync(dir.path, 0o755);
      const outside = join(dir.path, '..', 'umec-cage-probe');
      const probe = `require('fs').writeFileSync(${JSON.stringify(outside)}, '')`;
      // the cage itself holds: this would be written otherwise
      expect(spawnSync(...inCage(dir.path, process.execPath, '-e', probe)).stderr.toString()).toContain('EROFS');

      const { url, child } = await startInCage(dir.path);
      const status = readFileSync(`/proc/${child.pid ?? 0}/status`, 'utf8');
      expect(status).toMatch(/^Uid:\s+10001\s+10001\s+10001\s+10001$/m);
      expect(status).toMatch(/^Groups:\s*$/m);
      expect(status).toMatch(/^NoNewPrivs:\s+1$/m);
      for (const set of ['CapInh', 'CapPrm', 'CapEff', 'CapBnd', 'CapAmb'])
        expect(status).toMatch(new RegExp(`^${set}:\\s+0+$`, 'm'));

      const picture = await fetch(`${url}/camera/v1/cameras/lens-1/snapshot?width=320`);
      expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
      const reading = [{ measurement: 'people', time: '2026-01-01T00:00:00Z', fields: { count: 1 } }];
      const headers = { 'Content-Type': 'application/json' };
      expect((await fetch(`${url}/sensors/v1/readings`, { method: 'POST', headers, body: JSON.stringify(reading) })).status).toBe(
        204,
      );
      expect(await (await fetch(`${url}/sensors/v1/readings?measurement=people`)).json()).toMatchObject([
        { fields: { count: 1 } },
      ]);
      child.kill('SIGTERM');
      expect(await once(child, 'exit')).toEqual([0, null]);
    }, 60_000);
  else it.todo('needs no root, no privilege and no file to write to but its data (as root on Linux, with unshare and setpriv)');
});

describe('docs/container.md and the Dockerfile', () => {
  const page = readFileSync('docs/container.md', 'utf8');
  const dockerfile = readFileSync('Dockerfile', 'utf8');

  it('take away all that the gateway does not need', () => {
    const run = /^ {4}docker run (?:.*\\\n)*.*$/m.exec(page)?.[0] ?? '';
    for (const option of [
      '--read-only',
      '--ipc none',
      '--cap-drop ALL',
      '--security-opt no-new-privileges',
      '--tmpfs /tmp:',
      '-v umec-data:/data',
    ])
      expect(run).toContain(option);
    expect(run).not.toMatch(/--privileged|--device|--cap-add|--user/);
  });

  it('build images in which nothing has to be run while they are made, and whose user is nobody', () => {
    const stages = dockerfile.split(/^(?=FROM )/m).slice(1);
    const instructions = (stage: string) => stage.match(/^[A-Z]+(?= )/gm);
    const running = stages.filter((stage) => instructions(stage)?.includes('RUN'));
    expect(running.length).toBeGreaterThan(0);
    for (const stage of running)
      expect(stage).toMatch(/^FROM (--platform=\$BUILDPLATFORM \$\{(BASE|DEBIAN)\}|system|packages|bill) AS /);
    const [common = '', ...more] = stages.slice(-3);
    expect(more.map((stage) => /^FROM sensors AS (.*)$/m.exec(stage)?.[1])).toEqual(['rpicam', 'camera']);
    for (const stage of more) expect(instructions(stage)).toEqual(['FROM', 'COPY', 'COPY']);
    expect(common).toMatch(/^USER 10001:10001$/m);
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(common).toMatch(/^FROM scratch AS sensors$/m);
    expect(common).toContain(`\nARG VERSION=${version}\n`);
    expect(common).toContain('"dist/src/umec.js", "health"]');
  });
});
