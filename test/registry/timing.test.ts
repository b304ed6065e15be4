import { describe, expect, it } from '@jest/globals';
import { type NtpServer, Timing, TIMING_KEPT_MS, TIMING_TIMEOUT_MS } from '../../src/registry/timing.js';
import { ManualClock } from '../manual-clock.js';

const SERVER: NtpServer = {
  ntpServerAddrType: 'DNS_NAME',
  ntpServerAddr: 'ntp.example.org',
  minPollingInterval: 6,
  maxPollingInterval: 10,
  localPriority: 1,
  authenticationOption: 'NONE',
};

/** A source that counts how often it is asked, and answers when and what a test lets it. */
class FakeTimeSource {
  asked = 0;
  says: () => Promise<boolean> = async () => true;

  synchronised(): Promise<boolean> {
    this.asked++;
    return this.says();
  }

  async ntpServers(): Promise<readonly NtpServer[]> {
    return (await this.synchronised()) ? [SERVER] : [];
  }
}

function given(start = '2026-06-01T12:00:00.250Z') {
  const clock = new ManualClock(Date.parse(start));
  const source = new FakeTimeSource();
  return { clock, source, timing: new Timing(source, clock) };
}

describe('Timing', () => {
  it('tells the time in seconds and nanoseconds, traceable while the clock is synchronised', async () => {
    const { timing } = given();
    expect(await timing.currentTime()).toEqual({
      seconds: Date.parse('2026-06-01T12:00:00Z') / 1000,
      nanoSeconds: 250_000_000,
      timeSourceStatus: 'TRACEABLE',
    });
  });

  it('says NONTRACEABLE while the clock runs free', async () => {
    const { timing, source } = given();
    source.says = async () => false;
    expect(await timing.currentTime()).toMatchObject({ timeSourceStatus: 'NONTRACEABLE' });
  });

  it('has no time before 1970, which numbers without a sign cannot say', async () => {
    const { timing } = given('1969-12-31T23:59:59.999Z');
    expect(await timing.currentTime()).toMatchObject({ seconds: 0, nanoSeconds: 0 });
  });

  it('hands on the servers with the time at which it does', async () => {
    const { timing } = given();
    const { timeStamp, ntpServers } = await timing.caps();
    expect(ntpServers).toEqual([SERVER]);
    expect(timeStamp).toEqual({ seconds: Date.parse('2026-06-01T12:00:00Z') / 1000, nanoSeconds: 250_000_000 });
  });

  it('reads the clock after the source has answered, not before', async () => {
    const { timing, source, clock } = given();
    source.says = async () => {
      await clock.sleep(1000);
      return true;
    };
    const answer = timing.currentTime();
    await clock.advance(1000);
    expect(await answer).toMatchObject({
      seconds: Date.parse('2026-06-01T12:00:01Z') / 1000,
      timeSourceStatus: 'TRACEABLE',
    });
  });

  it('asks the source again after 10 s and not before, while the time goes on', async () => {
    const { timing, source, clock } = given();
    const first = await timing.currentTime();
    source.says = async () => false;
    await clock.advance(TIMING_KEPT_MS - 1);
    const second = await timing.currentTime();
    expect(second.timeSourceStatus).toBe('TRACEABLE');
    expect(second.seconds).toBe(first.seconds + 10);
    expect(source.asked).toBe(1);
    await clock.advance(1);
    expect(await timing.currentTime()).toMatchObject({ timeSourceStatus: 'NONTRACEABLE' });
    expect(source.asked).toBe(2);
  });

  it('puts one question for all who ask at once', async () => {
    const { timing, source } = given();
    const answers = await Promise.all(Array.from({ length: 100 }, () => timing.currentTime()));
    expect(answers.every(({ timeSourceStatus }) => timeSourceStatus === 'TRACEABLE')).toBe(true);
    expect(source.asked).toBe(1);
  });

  it.each([
    ['rejects', () => Promise.reject(new Error('no bus'))],
    [
      'throws',
      () => {
        throw new Error('no bus');
      },
    ],
  ])('says NONTRACEABLE and no servers when the source %s, and remembers that, too', async (_how, says) => {
    const { timing, source } = given();
    source.says = says;
    expect(await timing.currentTime()).toMatchObject({ timeSourceStatus: 'NONTRACEABLE' });
    expect(await timing.currentTime()).toMatchObject({ timeSourceStatus: 'NONTRACEABLE' });
    expect(source.asked).toBe(1);
    expect(await timing.caps()).toMatchObject({ ntpServers: [] });
  });

  it('gives up a source that hangs, and asks it nothing more until it comes back', async () => {
    const { timing, source, clock } = given();
    let comesBack: (answer: boolean) => void = () => undefined;
    source.says = () => new Promise((resolve) => (comesBack = resolve));
    const answer = timing.currentTime();
    await clock.advance(TIMING_TIMEOUT_MS);
    expect(await answer).toMatchObject({ timeSourceStatus: 'NONTRACEABLE' });
    await clock.advance(10 * TIMING_KEPT_MS);
    expect(await timing.currentTime()).toMatchObject({ timeSourceStatus: 'NONTRACEABLE' }); // at once: time stands still here
    expect(source.asked).toBe(1);
    comesBack(true);
    source.says = async () => true;
    await clock.advance(0);
    expect(await timing.currentTime()).toMatchObject({ timeSourceStatus: 'TRACEABLE' });
    expect(source.asked).toBe(2);
  });
});
