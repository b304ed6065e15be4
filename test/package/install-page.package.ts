import { copyFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { blocksOf, readPage } from '../docs/blocks.js';
import { tempDirectory } from '../temp-directory.js';
import { ownPackage } from './built.js';
import { buildRoot, Machine } from './machine.js';

const blocks = blocksOf(readPage('docs/install.md'));
const debian = buildRoot();

if ('obstacle' in debian) it.todo(`docs/install.md is followed in a Debian with its own systemd: ${debian.obstacle}`);
else
  describe('docs/install.md', () => {
    const folder = tempDirectory();
    let machine: Machine;
    beforeAll(async () => {
      machine = await Machine.boot(debian.root, folder.path);
      // what finds it on the network of a board
      await machine.run('echo 127.0.1.1 raspberrypi raspberrypi.local >> /etc/hosts');
    });
    afterAll(async () => {
      await machine[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    });

    /** In the folder that the package was copied to; nobody is there to say yes, and there is no network. */
    function follow(name: string): Promise<string> {
      const commands = textOf(`sh ${name}`).replaceAll('apt-get install', 'apt-get install -y --no-install-recommends');
      return machine.run(commands.replace(/apt-get (remove|purge)/g, 'apt-get $1 -y'));
    }
    const setting = (text: string) => machine.run(`cat >> /etc/umec/umec.yaml << 'EOF'\n${text}EOF`);

    it('makes the package', async () => {
      // follow('make') would take minutes, and another processor
      const [, command = '', options = ''] = /^(npm run package) -- (.*)$/m.exec(textOf('sh make')) ?? [];
      expect([command, options]).toEqual(['npm run package', '--arch arm64']);
      const { scripts } = JSON.parse(readPage('package.json')) as { scripts: Record<string, string> };
      expect(scripts.package).toContain('scripts/package.mjs');
      // of this machine's processor, under the name that a board's has
      copyFileSync(ownPackage(), `${folder.path}/own.deb`);
      await machine.run('cp /srv/packages/own.deb umec-gateway_0.1.0-1_arm64.deb');
    });

    it('leads to a gateway that serves this board', async () => {
      await follow('install');
      const said = await follow('first');
      expect(said).toMatch(/Active: active \(running\)/);
      expect(said).toMatch(/Status: "serving http:\/\/127\.0\.0\.1:8080"/);
      expect(said).toMatch(/\{"status":"ok"\}$/);
      expect(await follow('detect')).not.toBe('');
      expect(await follow('configure')).toContain('dir: /var/lib/umec');
    });

    it('tells who may come in', async () => {
      expect(JSON.parse(await follow('secret'))).toMatchObject({ client_id: 'administrator' });
      expect(await follow('token')).toMatch(/^\[\]\s*http:\/\/127\.0\.0\.1:8080\/#sign-in=\S+$/);
    });

    it('opens it to the network by TLS', async () => {
      await setting(textOf('yaml network'));
      expect(await follow('network')).toMatch(/\{"status":"ok"\}$/);
    });

    it('hands over a key that only root may read', async () => {
      const [edited = '', configured = ''] = ['ini', 'yaml'].map((kind) => textOf(`${kind} credentials`));
      await machine.run(`echo 127.0.1.1 gateway.example >> /etc/hosts
        umask 077; mkdir -p /etc/letsencrypt/live/gateway.example; cd /etc/letsencrypt/live/gateway.example
        openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=gateway.example \\
          -addext subjectAltName=DNS:gateway.example -keyout privkey.pem -out fullchain.pem 2>&1
        sed -i '/^http:/,$d' /etc/umec/umec.yaml`);
      await setting(configured);
      await machine.run(`mkdir -p /etc/systemd/system/umec-gateway.service.d
        cat > /etc/systemd/system/umec-gateway.service.d/override.conf << 'EOF'\n${edited}EOF
        systemctl daemon-reload; systemctl restart umec-gateway`);
      const trusted = '--cacert /etc/letsencrypt/live/gateway.example/fullchain.pem';
      expect(await machine.run(`curl ${trusted} https://gateway.example:8443/readyz`)).toBe('{"status":"ok"}');
      expect(await machine.run('sudo -u umec umec health')).toBe('');
      await expect(machine.run('sudo -u nobody cat /run/credentials/umec-gateway.service/key')).rejects.toThrow(/denied/);
    });

    it('makes a backup, and the same gateway of it', async () => {
      await follow('backup');
      const before = await machine.run('sudo -u umec umec token --json');
      expect(await follow('restore')).toContain('as the one that was');
      await machine.run('sudo -u umec umec health --ready');
      expect(await machine.run('sudo -u umec umec token --json')).not.toBe(before);
    });

    it('upgrades, removes and purges it', async () => {
      await follow('upgrade');
      expect(await machine.run('systemctl is-active umec-gateway')).toBe('active');
      await follow('remove');
      expect(await machine.run('ls /var/lib/umec')).toContain('state.db');
      await follow('purge');
      expect(await machine.run('ls -d /var/lib/umec /etc/umec 2> /dev/null || true')).toBe('');
    });

    function textOf(info: string): string {
      const block = blocks.find((each) => each.info === info);
      if (!block) throw new Error(`there is no block ${info}`);
      return block.text;
    }
  });
