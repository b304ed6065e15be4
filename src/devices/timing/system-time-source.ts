import { type Clock, systemClock } from '../../clock.js';
import type { NtpServer, TimeSource } from '../../registry/timing.js';
import { type Spawn, spawnChild } from '../child.js';
import type { BusQuestion } from '../dbus/ask-bus.js';
import { systemBusAddress } from '../dbus/dbus-address.js';
import { askChronyc } from './chronyc.js';
import { ConfigFiles } from './config-files.js';
import { chronyd, ntpd, type TimeDaemon, timesyncd } from './daemons.js';
import { askTimedated } from './timedated.js';
import { askTimesyncd } from './timesyncd-bus.js';
import { timesyncdServers } from './timesyncd-conf.js';

export interface SystemTimeOptions {
  /** That of the system bus unless given. */
  readonly busAddress?: string;
  /** The folder that stands for `/`. */
  readonly root?: string;
  readonly spawn?: Spawn;
  readonly clock?: Clock;
  /** How long timedated, timesyncd and chronyc may take, each; 2 s. */
  readonly timeoutMs?: number;
}

const DAEMONS = [chronyd, timesyncd, ntpd];
const MOST_SERVERS = 64;

/** What the kernel and the daemons of this machine say of its time. Holds nothing open between two questions. */
export class SystemTimeSource implements TimeSource {
  private readonly root: string;
  private readonly spawn: Spawn;
  private readonly bus: Omit<BusQuestion<unknown>, 'ask'>;

  constructor({
    busAddress = systemBusAddress(),
    root = '/',
    spawn = spawnChild,
    clock = systemClock,
    timeoutMs = 2000,
  }: SystemTimeOptions = {}) {
    this.root = root;
    this.spawn = spawn;
    this.bus = { busAddress, clock, timeoutMs };
  }

  /** The first who answers is believed: timedated, chronyd, then the file that timesyncd leaves. */
  async synchronised(): Promise<boolean> {
    return (
      (await answer(askTimedated(this.bus))) ??
      (await answer(askChronyc(this.spawn, this.bus.clock, this.bus.timeoutMs))) ??
      (await new ConfigFiles(this.root).exists('/run/systemd/timesync/synchronized'))
    );
  }

  /** Those of the daemon that runs; if none is seen to, of the first that is configured. 64 at most, each once. */
  async ntpServers(): Promise<readonly NtpServer[]> {
    const files = new ConfigFiles(this.root);
    const running = await firstOf(files, DAEMONS, 'running');
    const said = running === undefined || running === timesyncd ? await answer(askTimesyncd(this.bus)) : undefined;
    if (said) return eachOnce(timesyncdServers(said));
    const daemon = running ?? (await firstOf(files, DAEMONS, 'configured'));
    return daemon ? eachOnce(await daemon.servers(files)) : [];
  }
}

async function firstOf(
  files: ConfigFiles,
  daemons: readonly TimeDaemon[],
  sign: 'running' | 'configured',
): Promise<TimeDaemon | undefined> {
  for (const daemon of daemons) if ((await files.first(daemon[sign])) !== undefined) return daemon;
  return undefined;
}

/** Undefined from whoever cannot say: on most machines some of them are not there. */
function answer<T>(asked: Promise<T>): Promise<T | undefined> {
  return asked.catch(() => undefined);
}

function eachOnce(servers: readonly NtpServer[]): readonly NtpServer[] {
  const known = new Set<string>();
  return servers.filter(({ ntpServerAddr }) => !known.has(ntpServerAddr) && known.add(ntpServerAddr)).slice(0, MOST_SERVERS);
}
