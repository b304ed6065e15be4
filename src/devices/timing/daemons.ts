import { posix } from 'node:path';
import type { NtpServer } from '../../registry/timing.js';
import { parseChronyConf, type ChronyInclude } from './chrony-conf.js';
import type { ConfigFiles } from './config-files.js';
import { parseNtpConf } from './ntp-conf.js';
import { parseTimesyncdConf, timesyncdServers } from './timesyncd-conf.js';

/** A daemon that sets the clock, as its files show it. */
export interface TimeDaemon {
  /** Paths of which one exists while it runs. */
  readonly running: readonly string[];
  /** Paths of which one exists when it is configured. */
  readonly configured: readonly string[];
  servers(files: ConfigFiles): Promise<readonly NtpServer[]>;
}

const DEEPEST_INCLUDE = 10;

export const chronyd: TimeDaemon = {
  running: ['/run/chrony/chronyd.pid', '/run/chronyd.pid'],
  configured: ['/etc/chrony/chrony.conf', '/etc/chrony.conf'],
  async servers(files) {
    const path = await files.first(this.configured);
    return path === undefined ? [] : chronyServers(files, path, 0);
  },
};

const SYSTEMD_FOLDERS = ['/etc/systemd', '/run/systemd', '/usr/local/lib/systemd', '/usr/lib/systemd'];
const MAIN_FILES = SYSTEMD_FOLDERS.map((folder) => `${folder}/timesyncd.conf`);
const DROP_IN_FOLDERS = SYSTEMD_FOLDERS.map((folder) => `${folder}/timesyncd.conf.d`);

export const timesyncd: TimeDaemon = {
  running: ['/run/systemd/timesync'],
  configured: [...MAIN_FILES, ...DROP_IN_FOLDERS],
  async servers(files) {
    const main = await files.first(MAIN_FILES);
    const paths = [...(main === undefined ? [] : [main]), ...(await filesIn(files, DROP_IN_FOLDERS, '.conf'))];
    return timesyncdServers(parseTimesyncdConf(await readAll(files, paths)));
  },
};

export const ntpd: TimeDaemon = {
  running: ['/run/ntpd.pid'],
  configured: ['/etc/ntpsec/ntp.conf', '/etc/ntp.conf'],
  async servers(files) {
    const path = await files.first(this.configured);
    return path === undefined ? [] : ntpServers(files, path, posix.dirname(path), 0);
  },
};

async function chronyServers(files: ConfigFiles, path: string, depth: number): Promise<readonly NtpServer[]> {
  const { servers, includes } = parseChronyConf(await files.read(path));
  const found = [...servers];
  // a file of sources holds nothing else
  if (depth === DEEPEST_INCLUDE || path.endsWith('.sources')) return found;
  for (const include of includes)
    for (const file of await includedFiles(files, include)) found.push(...(await chronyServers(files, file, depth + 1)));
  return found;
}

async function includedFiles(files: ConfigFiles, { directive, paths }: ChronyInclude): Promise<readonly string[]> {
  if (directive !== 'include') return filesIn(files, paths, directive === 'confdir' ? '.conf' : '.sources');
  const [pattern = ''] = paths;
  const folder = posix.dirname(pattern);
  return (await files.list(folder, wildcard(posix.basename(pattern)))).map((name) => posix.join(folder, name));
}

async function ntpServers(files: ConfigFiles, path: string, base: string, depth: number): Promise<readonly NtpServer[]> {
  const { servers, includes } = parseNtpConf(await files.read(path));
  const found = [...servers];
  if (depth === DEEPEST_INCLUDE) return found;
  for (const include of includes.map((one) => posix.resolve(base, one)))
    for (const file of [include, ...(await filesIn(files, [include], '.conf'))])
      found.push(...(await ntpServers(files, file, base, depth + 1)));
  return found;
}

/** The paths of what is in `folders`, sorted by name; of those that have one name, that in the folder named first. */
async function filesIn(files: ConfigFiles, folders: readonly string[], ending: string): Promise<readonly string[]> {
  const byName = new Map<string, string>();
  for (const folder of folders)
    for (const name of await files.list(folder, new RegExp(`\\${ending}$`)))
      if (!byName.has(name)) byName.set(name, posix.join(folder, name));
  return [...byName.keys()].sort().map((name) => byName.get(name) ?? name);
}

async function readAll(files: ConfigFiles, paths: readonly string[]): Promise<string[]> {
  const texts: string[] = [];
  for (const path of paths) texts.push(await files.read(path));
  return texts;
}

/** The last part of a path with `*` and `?`, which is as far as included files are looked for. */
function wildcard(pattern: string): RegExp {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`);
}
