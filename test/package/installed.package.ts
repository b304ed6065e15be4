import { copyFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tempDirectory } from '../temp-directory.js';
import { asVersion, ownPackage } from './built.js';
import { buildRoot, Machine } from './machine.js';

const OLD = '0.0.9-1';
const debian = buildRoot();

if ('obstacle' in debian) it.todo(`The package is installed in a Debian with its own systemd: ${debian.obstacle}`);
else
  describe('The package, on a Debian with its own systemd', () => {
    const folder = tempDirectory();
    let machine: Machine;
    beforeAll(async () => {
      copyFileSync(ownPackage(), `${folder.path}/new.deb`);
      asVersion(OLD, ownPackage(), `${folder.path}/old.deb`);
      machine = await Machine.boot(debian.root, folder.path);
    });
    afterAll(async () => {
      await machine[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    });

    const show = (property: string) => machine.run(`systemctl show --value --property ${property} umec-gateway`);
    const asOwner = (command: string) => machine.run(`sudo -u umec umec ${command}`);
    const CURL = 'curl --silent --show-error --fail';

    it('is installed with a user of its own, and its service is started', async () => {
      await machine.run('dpkg --install /srv/packages/old.deb');
      expect(await machine.run('systemctl is-enabled umec-gateway; systemctl is-active umec-gateway')).toBe('enabled\nactive');
      expect(await show('StatusText')).toBe('serving http://127.0.0.1:8080');
      expect(await machine.run('id --name --groups umec')).toBe('umec video gpio');
      expect(await machine.run('stat --format "%A %U %G" /etc/umec /etc/umec/umec.yaml /var/lib/umec')).toBe(
        'drwxr-x--- root umec\n-rw-r----- root umec\ndrwx------ umec umec',
      );
    });

    it('serves, with the data directory of its user, who gets a token', async () => {
      expect(await machine.run(`${CURL} http://127.0.0.1:8080/readyz`)).toBe('{"status":"ok"}');
      const devices = `${CURL} -H "Authorization: Bearer $(sudo -u umec umec token)" http://127.0.0.1:8080/registry/v1/devices`;
      expect(await machine.run(devices)).toBe('[]');
      await expect(machine.run('sudo -u nobody umec token')).rejects.toThrow(/umec\.yaml: EACCES/);
    });

    it('has a program that works for its user', async () => {
      expect(await asOwner('--version')).toMatch(/^\d+\.\d+\.\d+$/);
      expect(await asOwner('check')).toContain('dir: /var/lib/umec');
      expect(await asOwner('health --ready')).toBe('');
      expect(await asOwner('detect')).toMatch(/adapters|cameras|chips|no /i);
    });

    it('runs without a privilege, and can write to nothing but its data', async () => {
      const status = await machine.run(`cat /proc/${await show('MainPID')}/status`);
      for (const set of ['CapInh', 'CapPrm', 'CapEff', 'CapBnd', 'CapAmb'])
        expect(status).toMatch(new RegExp(`^${set}:\\s+0+$`, 'm'));
      expect(status).toMatch(/^NoNewPrivs:\s+1$/m);
      expect(status).toMatch(/^Seccomp:\s+2$/m);
      const mounts = await machine.run(`grep -E " (rw|ro)," /proc/${await show('MainPID')}/mountinfo`);
      const writable = mounts.split('\n').filter((mount) => /^\S+ \S+ \S+ \S+ \S+ rw,/.test(mount));
      // where those that are no files lie, their owners decide
      const places = writable
        .map((mount) => mount.split(' ')[4] ?? '')
        .filter((path) => !/^\/(dev|proc|sys\/fs)(\/|$)/.test(path));
      expect([...new Set(places)].sort()).toEqual(['/tmp', '/var/lib/umec', '/var/tmp']);
    });

    it('is given cameras and pins, and no other device', async () => {
      expect(await show('DevicePolicy')).toBe('closed');
      // and to read the board's clock, which ProtectClock= lets everybody
      const allowed = ['char-dma_heap rw', 'char-gpiochip rw', 'char-media rw', 'char-rtc r', 'char-video4linux rw'];
      expect((await show('DeviceAllow')).split('\n').sort()).toEqual(allowed);
      // what the kernel says to root who opens one in the service's place: its own log, and zeros
      const opened = (minor: number) =>
        machine.run(`mknod /run/device c 1 ${minor}
          group=/sys/fs/cgroup$(systemctl show --value -p ControlGroup umec-gateway)
          sh -c 'echo 0 > '$group'/cgroup.procs; : < /run/device' 2>&1 || true
          rm /run/device`);
      expect(await opened(11)).toContain('Operation not permitted');
      expect(await opened(5)).toBe('');
    });

    it('has a unit that systemd finds nothing wrong with', async () => {
      expect(await machine.run('systemd-analyze verify --man=no umec-gateway.service 2>&1')).toBe('');
      expect(await machine.run('systemd-analyze security --threshold=25 umec-gateway.service | tail -1')).toMatch(
        /: [01]\.\d OK/,
      );
    });

    it('is started again when it hangs', async () => {
      await machine.run(
        'mkdir -p /run/systemd/system/umec-gateway.service.d\n' +
          'printf "[Service]\\nWatchdogSec=3\\nRestartSec=0\\n" > /run/systemd/system/umec-gateway.service.d/soon.conf\n' +
          'systemctl daemon-reload; systemctl restart umec-gateway',
      );
      const before = await show('MainPID');
      // it was heard of for longer than it may be silent
      await machine.until(
        `test $(($(date +%s) - $(date +%s -d "$(systemctl show --value -p ActiveEnterTimestamp umec-gateway)"))) -gt 5`,
      );
      expect(await show('MainPID')).toBe(before);
      await machine.run(`kill -STOP ${before}`);
      await machine.until('test "$(systemctl show --value -p NRestarts umec-gateway)" = 1 && systemctl is-active umec-gateway');
      expect(await show('MainPID')).not.toBe(before);
      expect(await machine.run('journalctl --unit umec-gateway')).toMatch(/Watchdog timeout/);
      await machine.run('rm -r /run/systemd/system/umec-gateway.service.d; systemctl daemon-reload');
    });

    it('is upgraded with its data and its configuration as they are', async () => {
      await machine.run('echo "sensors: { names: { \'CB:B8:33:4C:88:4F\': Boiler room } }" >> /etc/umec/umec.yaml');
      const secret = await machine.run('cat /var/lib/umec/administrator.json');
      const before = await show('MainPID');
      await machine.run('umask 077; echo UMEC_HTTP_LISTEN=127.0.0.1:8090 > /etc/umec/environment');
      await machine.run('dpkg --install /srv/packages/new.deb < /dev/null');
      expect(await machine.run("dpkg-query --show --showformat '${Version}' umec-gateway")).not.toBe(OLD);
      expect(await show('MainPID')).not.toBe(before);
      expect(await asOwner('check')).toContain('Boiler room');
      expect(await machine.run('cat /var/lib/umec/administrator.json')).toBe(secret);
      expect(await machine.run('stat --format "%A %U %G" /etc/umec/umec.yaml')).toBe('-rw-r----- root umec');
      expect(await machine.run('dpkg --verify umec-gateway')).toBe('??5?????? c /etc/umec/umec.yaml');
    });

    it('is configured for its user as for the service', async () => {
      expect(await show('StatusText')).toBe('serving http://127.0.0.1:8090');
      expect(await asOwner('check')).toContain('listen: 127.0.0.1:8090');
      expect(await asOwner('health')).toBe('');
      await machine.run('chmod 0600 /etc/umec/environment');
      await expect(asOwner('health')).rejects.toThrow('/etc/umec/environment: Permission denied');
      await machine.run('rm /etc/umec/environment');
    });

    it('stays disabled when its administrator has disabled it', async () => {
      await machine.run('systemctl disable --now umec-gateway; dpkg --install /srv/packages/new.deb < /dev/null');
      expect(await machine.run('systemctl is-enabled umec-gateway || true')).toBe('disabled');
      await machine.run('systemctl enable --now umec-gateway');
    });

    it('is installed also while it cannot start, says so, and starts when it can', async () => {
      const ready = `() => require('node:fs').writeFileSync('/run/taken', String(process.pid))`;
      const taker = `require('node:net').createServer().listen(8080, '127.0.0.1', ${ready})`;
      await machine.run(`systemctl stop umec-gateway\n/usr/lib/umec-gateway/bin/node -e "${taker}" > /dev/null 2>&1 &`);
      await machine.until('test -s /run/taken');
      expect(await machine.run('dpkg --install /srv/packages/new.deb 2>&1 < /dev/null')).toContain('it did not start');
      expect(await machine.run("dpkg-query --show --showformat '${Status}' umec-gateway")).toBe('install ok installed');
      await machine.run('kill $(cat /run/taken); rm /run/taken');
      await machine.until('systemctl is-active umec-gateway');
    });

    it('comes back with its data when it was removed and is installed again', async () => {
      const secret = await machine.run('cat /var/lib/umec/administrator.json');
      await machine.run('dpkg --remove umec-gateway; dpkg --install /srv/packages/new.deb < /dev/null');
      expect(await machine.run('systemctl is-enabled umec-gateway; systemctl is-active umec-gateway')).toBe('enabled\nactive');
      expect(await machine.run('cat /var/lib/umec/administrator.json')).toBe(secret);
    });

    it('leaves its data when it is removed, and nothing when it is purged', async () => {
      await machine.run('dpkg --remove umec-gateway');
      expect(await machine.run('systemctl is-active umec-gateway || true; pgrep --count node || true')).toBe('inactive\n0');
      expect(await machine.run('ls /var/lib/umec/state.db /etc/umec/umec.yaml')).toBe(
        '/etc/umec/umec.yaml\n/var/lib/umec/state.db',
      );
      await machine.run('dpkg --purge umec-gateway');
      expect(await machine.run('ls -d /var/lib/umec /etc/umec /usr/lib/umec-gateway 2> /dev/null || true')).toBe('');
      expect(await machine.run('find / -xdev -name "*umec*" -not -path "/proc/*" -not -path "/var/log/*"')).toBe('');
    });
  });
