import { describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { openLog } from '../src/log.js';
import { RecentLog } from '../src/recent-log.js';

const EVERYTHING = { level: 'DEBUG', limit: 1_000 } as const;
const line = (msg: string, level = 30) => JSON.stringify({ level, time: '2026-06-21T09:00:00.000Z', msg });

/** Of which each line says its own number. */
function logOf(count: number, most?: number): RecentLog {
  const log = new RecentLog(1, most);
  for (let number = 1; number <= count; number += 1) log.write(line(String(number), number % 2 ? 30 : 40));
  return log;
}

const messages = (log: RecentLog, query: object = {}) =>
  log.page({ ...EVERYTHING, ...query }).lines.map(({ message }) => message);

describe('The recent log', () => {
  it('has what the log writes, as grave as it was, and nothing that is not written', () => {
    const recent = new RecentLog(7);
    const log = openLog('warn', 'json', recent);
    log.info('nobody is told');
    log.warn({ deviceId: 'camera-lens-1', reason: 'unplugged' }, 'device is SUSPENDED');
    log.fatal({ err: new Error('no room') }, 'a part of the gateway has ended');
    expect(recent.page(EVERYTHING)).toEqual({
      lines: [
        {
          ...{ number: 7, time: expect.any(Number), level: 'WARN', message: 'device is SUSPENDED' },
          details: { deviceId: 'camera-lens-1', reason: 'unplugged' },
        },
        {
          ...{ number: 8, time: expect.any(Number), level: 'FATAL', message: 'a part of the gateway has ended' },
          details: { err: 'no room' },
        },
      ],
      next: 8,
      dropped: 0,
    });
  });

  it('knows nothing of what was said before the gateway started', () => {
    const log = new RecentLog(1_000);
    log.write(line('started'));
    expect(log.page({ ...EVERYTHING, after: 5 })).toMatchObject({ lines: [{ message: 'started' }], dropped: 0 });
  });

  it('gives the newest first of all, then what came since', () => {
    const log = logOf(5);
    expect(messages(log, { limit: 2 })).toEqual(['4', '5']);
    expect(log.page({ ...EVERYTHING, after: 1, limit: 2 })).toMatchObject({ lines: [{ number: 2 }, { number: 3 }], next: 3 });
    expect(log.page({ ...EVERYTHING, after: 3, limit: 2 })).toMatchObject({ lines: [{ number: 4 }, { number: 5 }], next: 5 });
    expect(log.page({ ...EVERYTHING, after: 5 })).toEqual({ lines: [], next: 5, dropped: 0 });
  });

  it('leaves out what is not as grave, and does not look at it again', () => {
    expect(messages(logOf(5), { level: 'WARN' })).toEqual(['2', '4']);
    expect(logOf(5).page({ ...EVERYTHING, level: 'WARN', after: 4 })).toEqual({ lines: [], next: 5, dropped: 0 });
  });

  it('says how many have made room since', () => {
    const log = logOf(10, 4);
    expect(messages(log)).toEqual(['7', '8', '9', '10']);
    expect(log.page({ ...EVERYTHING, after: 3 })).toMatchObject({ dropped: 3, next: 10 });
    expect(log.page({ ...EVERYTHING, after: 6 })).toMatchObject({ dropped: 0 });
  });

  it('gives the newest to whoever has a number that was never given', () => {
    expect(messages(logOf(3), { after: 1_000 })).toEqual(['1', '2', '3']);
    expect(new RecentLog(5).page({ ...EVERYTHING, after: 4 })).toEqual({ lines: [], next: 4, dropped: 0 });
  });

  it('has no secrets of addresses, and of each line only so much', () => {
    const recent = new RecentLog(1);
    const log = pino({ base: undefined }, recent);
    const err = new Error('http://me:s3cret@lens/?pwd=s3cret: unreachable');
    log.error({ err, source: 'rtsp://me:s3cret@lens/' }, 'http://lens/?token=s3cret is gone');
    log.info(Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`key${index}`, 'x'.repeat(9_999)])), 'y'.repeat(9_999));
    const [first, second] = recent.page(EVERYTHING).lines;
    expect(JSON.stringify(first)).not.toContain('s3cret');
    expect(first).toMatchObject({ message: 'http://lens/?token=*** is gone', details: { source: 'rtsp://***@lens/' } });
    expect(second?.message).toHaveLength(1_024);
    expect(Object.values(second?.details ?? {}).map(({ length }) => length)).toEqual(Array(8).fill(512));
  });
});
