import { describe, expect, it } from '@jest/globals';
import { systemError } from '../../src/devices/libc.js';
import { active, observedHealth, suspended } from '../../src/registry/health.js';
import { openServiceManager } from '../../src/systemd/service-manager.js';
import { statusOf, watchStatus } from '../../src/systemd/status.js';
import { ManualClock } from '../manual-clock.js';

const EAGAIN = 11;
const READY = 'READY=1\nSTATUS=serving';

/** A manager that writes down what it hears, of a process with the number 7. */
async function managed(env: Record<string, string>, send: (message: string) => void = () => undefined) {
  const [heard, reports]: [string[], string[]] = [[], []];
  const clock = new ManualClock();
  const open = async () => ({
    send(message: string) {
      send(message);
      heard.push(message);
    },
  });
  const manager = await openServiceManager(
    { NOTIFY_SOCKET: '/run/systemd/notify', ...env },
    { clock, report: (message) => reports.push(message), pid: 7, open },
  );
  return { manager, clock, heard, reports };
}

const alive = { status: 'serving', lives: () => Promise.resolve() };

describe('A gateway that systemd has started', () => {
  it('says that it is ready, and twice in the time it is given that it lives', async () => {
    const { manager, clock, heard } = await managed({ WATCHDOG_USEC: '60000000', WATCHDOG_PID: '7' });
    const stop = new AbortController();
    const attending = manager.attend(alive, stop.signal);
    await clock.advance(29_999);
    expect(heard).toEqual([READY]);
    await clock.advance(60_001);
    expect(heard).toEqual([READY, 'WATCHDOG=1', 'WATCHDOG=1', 'WATCHDOG=1']);
    stop.abort();
    manager.stopping();
    await attending;
    await clock.advance(60_000);
    expect(heard.slice(4)).toEqual(['STOPPING=1\nSTATUS=stopping']);
  });

  it('is silent while it does not do its work, and ends all the same', async () => {
    const { manager, clock, heard } = await managed({ WATCHDOG_USEC: '2000000' });
    const stop = new AbortController();
    let asked = 0;
    let answer = () => {};
    const lives = () => {
      asked++;
      return new Promise<void>((resolve) => (answer = resolve));
    };
    const attending = manager.attend({ ...alive, lives }, stop.signal);
    await clock.advance(10_000);
    expect([asked, heard]).toEqual([1, [READY]]);
    answer();
    await clock.advance(1_000);
    expect([asked, heard]).toEqual([2, [READY, 'WATCHDOG=1']]);
    stop.abort();
    await attending;
    answer();
    await clock.advance(1_000);
    expect(heard).toHaveLength(2);
  });

  it('is silent when it cannot say whether it does its work', async () => {
    const { manager, clock, heard } = await managed({ WATCHDOG_USEC: '2000000' });
    const stop = new AbortController();
    const attending = manager.attend({ ...alive, lives: () => Promise.reject(new Error('gone')) }, stop.signal);
    await clock.advance(10_000);
    expect(heard).toEqual([READY]);
    stop.abort();
    await attending;
  });

  it.each<Record<string, string>>([{}, { WATCHDOG_USEC: '60000000', WATCHDOG_PID: '8' }])(
    'says no more where nobody wants to hear it: %j',
    async (env) => {
      const { manager, clock, heard } = await managed(env);
      await manager.attend(alive, new AbortController().signal);
      await clock.advance(600_000);
      expect(heard).toEqual([READY]);
    },
  );

  it('says that it is ready again and again, until it could be said', async () => {
    let refused = 0;
    const { manager, clock, heard, reports } = await managed({}, () => {
      if (refused++ < 3) throw systemError('sendto', EAGAIN);
    });
    const attending = manager.attend(alive, new AbortController().signal);
    await clock.advance(300);
    await attending;
    expect(heard).toEqual([READY]);
    expect(reports).toEqual(['systemd cannot be told: EAGAIN: sendto']);
  });

  it('says each thing in one line', async () => {
    const { manager, heard } = await managed({});
    manager.status('serving\nWATCHDOG=trigger');
    expect(heard).toEqual(['STATUS=serving WATCHDOG=trigger']);
  });

  it.each(['0', '-1', 'soon'])(
    'serves without, and says so, when it is to say every %s µs that it lives',
    async (WATCHDOG_USEC) => {
      const { manager, heard, reports } = await managed({ WATCHDOG_USEC });
      await manager.attend(alive, new AbortController().signal);
      expect(heard).toEqual([]);
      expect(reports).toEqual([
        `systemd is not told how the gateway does: WATCHDOG_USEC is ${WATCHDOG_USEC}, expected microseconds`,
      ]);
    },
  );
});

it('A gateway that a person has started tells nobody', async () => {
  const { manager, heard } = await managed({ NOTIFY_SOCKET: '', WATCHDOG_USEC: '60000000' });
  await manager.attend(alive, new AbortController().signal);
  manager.status('serving');
  manager.stopping();
  expect(heard).toEqual([]);
});

it('What systemctl shows names the parts that are SUSPENDED, five of them', () => {
  const parts = ['store', 'influx', 'a', 'b', 'c', 'd', 'e'].map((name) => ({
    name,
    health: observedHealth(active),
    counters: () => ({}),
  }));
  const said: string[] = [];
  using watching = watchStatus('http://pi', parts, (status) => said.push(status));
  parts[1]?.health.set(suspended('refused'));
  parts[1]?.health.set(suspended('not reached'));
  parts[0]?.health.set(suspended('full'));
  parts[1]?.health.set(active);
  expect(said).toEqual([
    'serving http://pi; SUSPENDED: influx',
    'serving http://pi; SUSPENDED: store, influx',
    'serving http://pi; SUSPENDED: store',
  ]);
  watching[Symbol.dispose]();
  for (const { health } of parts) health.set(suspended('all'));
  expect(said).toHaveLength(3);
  expect(statusOf('http://pi', parts)).toBe('serving http://pi; SUSPENDED: store, influx, a, b, c and 2 more');
});
