import type { Clock } from '../clock.js';
import { GatewayError, messageOf } from '../errors.js';
import { type NotifySocket, openNotifySocket } from './notify-socket.js';

/** A manager that does not read now may do so in a moment: the first word must not be lost. */
const AGAIN_MS = 100;

/** Who has started the process and wants to know how it does, as systemd does of a service with `Type=notify`. */
export interface ServiceManager {
  /** Says `READY=1`, and then for as long as `signal` lets it that the gateway lives, as often as the manager wants to hear it. */
  attend(gateway: Attended, signal: AbortSignal): Promise<void>;
  /** What the gateway does, in a sentence for people. */
  status(sentence: string): void;
  /** That the gateway has begun to end. */
  stopping(): void;
}

/** What is said of the gateway. */
export interface Attended {
  /** The first status. */
  readonly status: string;
  /** Resolves when the gateway does its work; as long as it does not, the manager hears nothing, and ends the process after a while. */
  readonly lives: () => Promise<unknown>;
}

interface ServiceManagerOptions {
  readonly clock: Clock;
  readonly report: (message: string) => void;
  readonly pid?: number;
  readonly open?: (address: string) => Promise<NotifySocket>;
}

/** Nobody wants to know. */
const nobody: ServiceManager = {
  attend: () => Promise.resolve(),
  status: () => undefined,
  stopping: () => undefined,
};

/**
 * @param env with `NOTIFY_SOCKET` where a manager listens, and with `WATCHDOG_USEC` where it wants to hear from us; without, nothing is
 *   loaded or said
 * @returns the manager; one that cannot be told is reported, and is nobody
 * @see sd_notify(3), sd_watchdog_enabled(3)
 */
export async function openServiceManager(
  env: Readonly<Record<string, string | undefined>>,
  options: ServiceManagerOptions,
): Promise<ServiceManager> {
  const { report, pid = process.pid, open = openNotifySocket } = options;
  const address = env.NOTIFY_SOCKET;
  if (!address) return nobody;
  try {
    return new Systemd(await open(address), watchdogMs(env, pid), options);
  } catch (error) {
    report(`systemd is not told how the gateway does: ${messageOf(error)}`);
    return nobody;
  }
}

/** How long the manager waits for a sign of life, ms; `undefined` where it waits for none, or for one of another process. */
function watchdogMs({ WATCHDOG_USEC, WATCHDOG_PID }: Readonly<Record<string, string | undefined>>, pid: number) {
  if (!WATCHDOG_USEC || (WATCHDOG_PID && WATCHDOG_PID !== String(pid))) return undefined;
  if (!/^[1-9]\d{0,15}$/.test(WATCHDOG_USEC))
    throw new GatewayError('invalid', `WATCHDOG_USEC is ${WATCHDOG_USEC}, expected microseconds`);
  return Number(WATCHDOG_USEC) / 1000;
}

class Systemd implements ServiceManager {
  private silent: string | undefined;

  constructor(
    private readonly socket: NotifySocket,
    private readonly watchdogMs: number | undefined,
    private readonly options: ServiceManagerOptions,
  ) {}

  async attend({ status, lives }: Attended, signal: AbortSignal): Promise<void> {
    const { clock } = this.options;
    while (!this.say('READY=1', `STATUS=${status}`) && !signal.aborted) await clock.sleep(AGAIN_MS, signal);
    if (this.watchdogMs === undefined) return;
    let asked: Promise<void> | undefined;
    for (;;) {
      await clock.sleep(this.watchdogMs / 2, signal);
      if (signal.aborted) return;
      // who has not answered yet is not asked once more
      asked ??= lives()
        .then(() => {
          if (!signal.aborted) this.say('WATCHDOG=1');
        })
        .catch(() => undefined)
        .finally(() => (asked = undefined));
    }
  }

  status(sentence: string): void {
    this.say(`STATUS=${sentence}`);
  }

  stopping(): void {
    this.say('STOPPING=1', 'STATUS=stopping');
  }

  /** @returns whether it was sent; when not, it is reported, once for the same reason */
  private say(...assignments: readonly string[]): boolean {
    try {
      this.socket.send(assignments.map((one) => one.replaceAll('\n', ' ')).join('\n'));
      this.silent = undefined;
      return true;
    } catch (error) {
      const reason = messageOf(error);
      if (reason !== this.silent) this.options.report(`systemd cannot be told: ${reason}`);
      this.silent = reason;
      return false;
    }
  }
}
