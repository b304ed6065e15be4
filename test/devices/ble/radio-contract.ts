import { describe, expect, it } from '@jest/globals';
import type { Advertisement, Radio } from '../../../src/sensors/radio.js';

/** A radio under test, and a way to make something advertise near it. */
export interface RadioUnderTest extends AsyncDisposable {
  readonly radio: Radio;
  /** Lets at least one advertisement be heard. */
  provoke(): Promise<void>;
}

/** What every Radio promises, whatever is behind it. */
export function radioContract(name: string, open: () => Promise<RadioUnderTest>): void {
  describe(`${name} keeps the Radio contract`, () => {
    it('is SUSPENDED with a reason until somebody listens, and again when nobody does', async () => {
      await using under = await open();
      expect(under.radio.health.value).toEqual({ state: 'SUSPENDED', reason: expect.stringMatching(/./) });
      await listening(under, async () => {
        await healthy(under.radio);
      });
      expect(under.radio.health.value.state).toBe('SUSPENDED');
    });

    it('hands over well-formed advertisements and counts each', async () => {
      await using under = await open();
      const [advertisement] = await listening(under, () => under.provoke());
      expect(advertisement).toMatchObject({ payload: expect.any(Uint8Array), receivedAt: expect.any(Number) });
      expect(advertisement?.address).toMatch(/^(?:[0-9A-F]{2}:){5}[0-9A-F]{2}$/);
      expect(advertisement?.rssi).toBeLessThan(20);
      expect(under.radio.counters.advertisements).toBeGreaterThan(0);
    });

    it('is silent when the signal aborted, and hears again when listened to again', async () => {
      await using under = await open();
      const first = await listening(under, () => under.provoke());
      const before = first.length;
      expect(await listening(under, () => under.provoke())).not.toHaveLength(0);
      expect(first).toHaveLength(before);
    });

    it('ends at once when the signal has aborted already', async () => {
      await using under = await open();
      await under.radio.listen(() => undefined, AbortSignal.abort());
      expect(under.radio.counters.advertisements).toBe(0);
    });

    it('ends when it is disposed', async () => {
      await using under = await open();
      const ended = under.radio.listen(() => undefined, new AbortController().signal);
      await under.radio[Symbol.asyncDispose]();
      await ended;
    });
  });
}

/** Listens until `during` is done and, if it made anything advertise, that was heard. */
async function listening({ radio }: RadioUnderTest, during: () => Promise<void>): Promise<readonly Advertisement[]> {
  const heard: Advertisement[] = [];
  const stop = new AbortController();
  const ended = radio.listen((advertisement) => void heard.push(advertisement), stop.signal);
  await healthy(radio);
  await during();
  stop.abort();
  await ended;
  return heard;
}

/** Resolves when the radio is ACTIVE. */
export async function healthy(radio: Radio): Promise<void> {
  await becomes(radio, (state) => state === 'ACTIVE');
}

/** Resolves with the reason when the radio's health is what `wanted` asks for. */
export async function becomes(radio: Radio, wanted: (state: string, reason: string) => boolean): Promise<string> {
  const { health } = radio;
  const fits = () => wanted(health.value.state, health.value.reason ?? '');
  while (!fits()) {
    await new Promise<void>((resolve) => {
      const watch = health.watch(() => {
        watch[Symbol.dispose]();
        resolve();
      });
    });
  }
  return health.value.reason ?? '';
}
