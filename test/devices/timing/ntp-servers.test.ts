import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, openSync, symlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { MOST_BYTES } from '../../../src/devices/timing/config-files.js';
import { SystemTimeSource } from '../../../src/devices/timing/system-time-source.js';
import type { NtpServer } from '../../../src/registry/timing.js';
import { systemRoot } from './system-root.js';

/** /etc/chrony/chrony.conf of Debian 12, shortened. */
const DEBIAN_CHRONY = `# Welcome to the chrony configuration file. See chrony.conf(5) for more
# information about usable directives.

# Include configuration files found in /etc/chrony/conf.d.
confdir /etc/chrony/conf.d

# Use Debian vendor zone.
pool 2.debian.pool.ntp.org iburst

# Use time sources from DHCP.
sourcedir /run/chrony-dhcp

# Use NTP sources found in /etc/chrony/sources.d.
sourcedir /etc/chrony/sources.d

keyfile /etc/chrony/chrony.keys
driftfile /var/lib/chrony/chrony.drift
rtcsync
makestep 1 3
leapsectz right/UTC
`;

/** /etc/ntpsec/ntp.conf of Debian 12, shortened. */
const DEBIAN_NTPSEC = `# /etc/ntpsec/ntp.conf, configuration for ntpd; see ntp.conf(5) for help
driftfile /var/lib/ntpsec/ntp.drift
leapfile /usr/share/zoneinfo/leap-seconds.list
tos maxclock 11
tos minclock 4 minsane 3
# Public NTP servers supporting Network Time Security:
# server time.cloudflare.com nts
pool 0.debian.pool.ntp.org iburst
pool 1.debian.pool.ntp.org iburst
restrict default kod nomodify nopeer noquery limited
restrict 127.0.0.1
`;

/** /etc/systemd/timesyncd.conf of Raspberry Pi OS, as installed. */
const STOCK_TIMESYNCD = `[Time]
#NTP=
#FallbackNTP=0.debian.pool.ntp.org 1.debian.pool.ntp.org
#RootDistanceMaxSec=5
#PollIntervalMinSec=32
#PollIntervalMaxSec=2048
`;

describe('the NTP servers of chronyd', () => {
  it('are those of its file, of its folders of files, and of its folders of sources', async () => {
    expect(
      await serversWith({
        '/etc/chrony/chrony.conf': DEBIAN_CHRONY,
        '/etc/chrony/conf.d/town.conf': 'server 192.0.2.1 minpoll 4 maxpoll 8 prefer\n',
        '/etc/chrony/conf.d/README': 'server readme.example.org\n',
        '/run/chrony-dhcp/eth0.sources': 'server 198.51.100.7 iburst\n',
        '/etc/chrony/sources.d/town.sources': 'peer 2001:db8::7\nconfdir /etc/chrony/elsewhere\n',
        '/etc/chrony/elsewhere/no.conf': 'server elsewhere.example.org\n',
      }),
    ).toEqual([
      dnsName('2.debian.pool.ntp.org'),
      { ...ipAddress('192.0.2.1'), minPollingInterval: 4, maxPollingInterval: 8, localPriority: 1 },
      ipAddress('198.51.100.7'),
      ipAddress('2001:db8::7'),
    ]);
  });

  it.each([
    ['server a.example key 7', { authenticationOption: 'SYMMETRIC_KEY', authenticationKeyNum: 7 }],
    ['server a.example key 0', { authenticationOption: 'NONE' }],
    ['server a.example nts', { authenticationOption: 'NONE' }],
    ['SERVER a.example MinPoll 5', { minPollingInterval: 5, maxPollingInterval: 10 }],
    ['server a.example minpoll -2 maxpoll 20', { minPollingInterval: 3, maxPollingInterval: 17 }],
    ['server a.example minpoll 12', { minPollingInterval: 12, maxPollingInterval: 12 }],
    ['server a.example maxpoll 4', { minPollingInterval: 6, maxPollingInterval: 6 }],
    ['server a.example minpoll many', { minPollingInterval: 6, maxPollingInterval: 10 }],
    ['\tpool   a.example  port 123\tprefer\r', { localPriority: 1 }],
  ])('are as the line says: %s', async (line, said) => {
    const [server, ...others] = await serversWith({ '/etc/chrony.conf': line });
    expect(server).toEqual({ ...dnsName('a.example'), ...said });
    expect(others).toEqual([]);
  });

  it.each([
    '! server a.example',
    ';server a.example',
    '  # server a.example',
    '% server a.example',
    'server',
    'refclock PPS /dev/pps0',
  ])('are not in "%s"', async (line) => {
    expect(await serversWith({ '/etc/chrony.conf': line })).toEqual([]);
  });

  it('leave out those that it only watches, and name none twice', async () => {
    const conf = 'server a.example noselect\nserver b.example prefer\nserver b.example\n';
    expect(await serversWith({ '/etc/chrony.conf': conf })).toEqual([{ ...dnsName('b.example'), localPriority: 1 }]);
  });

  it('come from included files by pattern, and of two folders with one name from the first', async () => {
    expect(
      await names({
        '/etc/chrony.conf': 'include /etc/chrony.d/town-*.conf\nconfdir /etc/first /etc/second\n',
        '/etc/chrony.d/town-b.conf': 'server b.example',
        '/etc/chrony.d/town-a.conf': 'server a.example',
        '/etc/chrony.d/townXa.conf': 'server x.example',
        '/etc/chrony.d/town-a.conf.bak': 'server bak.example',
        '/etc/first/2.conf': 'server first.example',
        '/etc/second/1.conf': 'server one.example',
        '/etc/second/2.conf': 'server second.example',
      }),
    ).toEqual(['a.example', 'b.example', 'one.example', 'first.example']);
  });
});

describe('the NTP servers of timesyncd', () => {
  it('are none in files as installed, where everything is a comment', async () => {
    expect(await serversWith({ '/etc/systemd/timesyncd.conf': STOCK_TIMESYNCD })).toEqual([]);
  });

  it('are in the order in which it tries them, with its poll intervals', async () => {
    expect(
      await serversWith({
        '/etc/systemd/timesyncd.conf': '[Time]\nNTP=ntp.example 192.0.2.1\nFallbackNTP=fallback.example\n',
      }),
    ).toEqual([
      { ...dnsName('ntp.example'), minPollingInterval: 5, maxPollingInterval: 11, localPriority: 1 },
      { ...ipAddress('192.0.2.1'), minPollingInterval: 5, maxPollingInterval: 11, localPriority: 2 },
    ]);
  });

  it('are the fallback only where there are no others', async () => {
    expect(await names({ '/etc/systemd/timesyncd.conf': '[Time]\nNTP=\nFallbackNTP=fallback.example\n' })).toEqual([
      'fallback.example',
    ]);
  });

  it.each([
    ['PollIntervalMinSec=1min\nPollIntervalMaxSec=1h 8min 16s', 6, 12],
    ['PollIntervalMinSec=5', 5, 11],
    ['PollIntervalMinSec=2h', 13, 17],
    ['PollIntervalMaxSec=infinity', 5, 17],
    ['PollIntervalMinSec=64\nPollIntervalMinSec=', 5, 11],
    ['PollIntervalMinSec=often', 5, 11],
  ])('are polled as timesyncd makes of %j', async (lines, minPollingInterval, maxPollingInterval) => {
    const [server] = await serversWith({ '/etc/systemd/timesyncd.conf': `[Time]\nNTP=a.example\n${lines}\n` });
    expect(server).toMatchObject({ minPollingInterval, maxPollingInterval });
  });

  it('come from drop-ins by name, of which /etc hides that of /run and this that of /usr/lib', async () => {
    using root = systemRoot({
      '/usr/lib/systemd/timesyncd.conf': '[Time]\nNTP=hidden-main.example\n',
      '/etc/systemd/timesyncd.conf': '[Time]\nNTP=main.example\n',
      '/usr/lib/systemd/timesyncd.conf.d/50-vendor.conf': '[Time]\nNTP=vendor.example\n',
      '/etc/systemd/timesyncd.conf.d/10-town.conf': '[Time]\nNTP=town.example\n',
      '/run/systemd/timesyncd.conf.d/10-town.conf': '[Time]\nNTP=hidden-run.example\n',
      '/run/systemd/timesyncd.conf.d/70-run.conf': '[Time]\nNTP=run.example\n',
      '/usr/lib/systemd/timesyncd.conf.d/70-run.conf': '[Time]\nNTP=hidden-lib.example\n',
      '/usr/lib/systemd/timesyncd.conf.d/90-off.conf': '[Time]\nNTP=off.example\n',
      '/etc/systemd/timesyncd.conf.d/note.txt': '[Time]\nNTP=note.example\n',
    });
    symlinkSync('/dev/null', join(root.path, '/etc/systemd/timesyncd.conf.d/90-off.conf'));
    expect((await sourceAt(root.path).ntpServers()).map(({ ntpServerAddr }) => ntpServerAddr)).toEqual([
      'main.example',
      'town.example',
      'vendor.example',
      'run.example',
    ]);
  });

  it('can be taken back by a drop-in, and stand in one section and on several lines', async () => {
    expect(
      await names({
        '/etc/systemd/timesyncd.conf': '[Time]\nNTP=main.example\n',
        '/etc/systemd/timesyncd.conf.d/1.conf':
          '[Time]\nNTP=\nNTP = a.example \\\n# no\n  b.example\n; NTP=c.example\n[Other]\nNTP=d.example\n',
      }),
    ).toEqual(['a.example', 'b.example']);
  });
});

describe('the NTP servers of ntpd', () => {
  it('are those of its file', async () => {
    expect(await serversWith({ '/etc/ntpsec/ntp.conf': DEBIAN_NTPSEC })).toEqual([
      dnsName('0.debian.pool.ntp.org'),
      dnsName('1.debian.pool.ntp.org'),
    ]);
  });

  it.each([
    ['server -4 a.example minpoll 4 maxpoll 7 # near', { minPollingInterval: 4, maxPollingInterval: 7 }],
    ['server a.example maxpoll 5', { minPollingInterval: 5, maxPollingInterval: 5 }],
    ['peer a.example key 12 prefer', { authenticationOption: 'SYMMETRIC_KEY', authenticationKeyNum: 12, localPriority: 1 }],
    ['server a.example autokey', { authenticationOption: 'AUTO_KEY' }],
  ])('are as the line says: %s', async (line, said) => {
    expect(await serversWith({ '/etc/ntp.conf': line })).toEqual([{ ...dnsName('a.example'), ...said }]);
  });

  it('are no clocks that are plugged in, and nothing that is a comment', async () => {
    expect(await serversWith({ '/etc/ntp.conf': 'server 127.127.1.0\n#server a.example\nserver # b.example\n' })).toEqual([]);
  });

  it('come from included files and folders, also by a path relative to the main file', async () => {
    expect(
      await names({
        '/etc/ntpsec/ntp.conf': 'includefile "/etc/town.conf"\nincludefile ntp.d\n',
        '/etc/town.conf': 'server town.example',
        '/etc/ntpsec/ntp.d/b.conf': 'server b.example',
        '/etc/ntpsec/ntp.d/a.conf': 'server a.example',
        '/etc/ntpsec/ntp.d/README': 'server readme.example',
      }),
    ).toEqual(['town.example', 'a.example', 'b.example']);
  });
});

describe('of several daemons', () => {
  const all = {
    '/etc/chrony/chrony.conf': 'server chrony.example',
    '/etc/systemd/timesyncd.conf': '[Time]\nNTP=timesyncd.example',
    '/etc/ntpsec/ntp.conf': 'server ntpsec.example',
  };

  it.each([
    ['chrony.example', '/run/chrony/chronyd.pid'],
    ['timesyncd.example', '/run/systemd/timesync/synchronized'],
    ['ntpsec.example', '/run/ntpd.pid'],
  ])('the one that runs counts: %s when there is %s', async (name, sign) => {
    expect(await names({ ...all, [sign]: '' })).toEqual([name]);
  });

  it('the first that is configured counts when none is seen to run', async () => {
    const { '/etc/chrony/chrony.conf': _chrony, '/etc/systemd/timesyncd.conf': timesyncd, ...ntpsec } = all;
    expect(await names(all)).toEqual(['chrony.example']);
    expect(await names({ '/etc/systemd/timesyncd.conf': timesyncd, ...ntpsec })).toEqual(['timesyncd.example']);
    expect(await names(ntpsec)).toEqual(['ntpsec.example']);
  });
});

describe('files that are not as they should be', () => {
  it('mean no servers when there are none', async () => {
    expect(await serversWith({})).toEqual([]);
    expect(await sourceAt('/no/such/root').ntpServers()).toEqual([]);
  });

  it('mean no servers when they cannot be read, or are folders', async () => {
    using root = systemRoot({ '/etc/chrony/chrony.conf/': '', '/run/chrony/chronyd.pid': '' });
    expect(await sourceAt(root.path).ntpServers()).toEqual([]);
    using locked = systemRoot({ '/etc/chrony.conf': 'server a.example' });
    chmodSync(join(locked.path, '/etc/chrony.conf'), 0);
    if (process.getuid?.() !== 0) expect(await sourceAt(locked.path).ntpServers()).toEqual([]);
  });

  it('are passed over when they are pipes, rather than waited for', async () => {
    using root = systemRoot({ '/etc/chrony.conf': 'include /etc/pipe\ninclude /etc/full-pipe\nserver a.example\n' });
    const [pipe, fullPipe] = [join(root.path, '/etc/pipe'), join(root.path, '/etc/full-pipe')];
    expect(spawnSync('mkfifo', [pipe, fullPipe]).status).toBe(0);
    const writer = openSync(fullPipe, 'r+');
    writeSync(writer, 'server pipe.example\n');
    expect(await sourceAt(root.path).ntpServers()).toEqual([dnsName('a.example')]);
    closeSync(writer);
  });

  it('end when they include themselves', async () => {
    const conf = 'server a.example\ninclude /etc/chrony.conf\ninclude /etc/*.conf\nconfdir /etc\n';
    expect(await names({ '/etc/chrony.conf': conf })).toEqual(['a.example']);
    expect(await names({ '/etc/ntp.conf': 'server b.example\nincludefile ntp.conf\nincludefile .\n' })).toEqual(['b.example']);
  });

  it('are read as far as 64 KiB, and no half of a line', async () => {
    const line = 'server a.example\n';
    const huge =
      line + '#'.repeat(MOST_BYTES - line.length - 'server half'.length - 1) + '\nserver half.example\nserver b.example\n';
    expect(await names({ '/etc/chrony.conf': huge })).toEqual(['a.example']);
  });

  it('are read as far as 64 of them, and no more than 64 servers told', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [`/etc/d/${index}.conf`, `server ${index}.example`]),
    );
    expect((await names({ '/etc/chrony.conf': 'confdir /etc/d', ...many })).length).toBe(62); // and a file and a folder
    const lines = Array.from({ length: 100 }, (_, index) => `server ${index}.example`).join('\n');
    expect((await names({ '/etc/chrony.conf': lines })).length).toBe(64);
  });
});

async function serversWith(files: Readonly<Record<string, string>>): Promise<readonly NtpServer[]> {
  using root = systemRoot(files);
  return await sourceAt(root.path).ntpServers();
}

async function names(files: Readonly<Record<string, string>>): Promise<string[]> {
  return (await serversWith(files)).map(({ ntpServerAddr }) => ntpServerAddr);
}

function sourceAt(root: string): SystemTimeSource {
  return new SystemTimeSource({ root, busAddress: 'unix:path=/no/such/bus' });
}

function dnsName(ntpServerAddr: string): NtpServer {
  return { ...ipAddress(ntpServerAddr), ntpServerAddrType: 'DNS_NAME' };
}

function ipAddress(ntpServerAddr: string): NtpServer {
  return {
    ntpServerAddrType: 'IP_ADDRESS',
    ntpServerAddr,
    minPollingInterval: 6,
    maxPollingInterval: 10,
    localPriority: 2,
    authenticationOption: 'NONE',
  };
}
