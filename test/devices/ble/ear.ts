import type { Advertisement } from '../../../src/sensors/radio.js';
import { BluezRadio, type BluezOptions } from '../../../src/devices/ble/bluez.js';
import type { ManualClock } from '../../manual-clock.js';
import { healthy } from './radio-contract.js';

/** Somebody who listens to a radio and remembers what was heard. */
export class Ear implements AsyncDisposable {
  private readonly heard: Advertisement[] = [];
  private readonly stop = new AbortController();
  private readonly ended: Promise<void>;
  private wake: () => void = () => undefined;

  /** Listens already. */
  static async at(busAddress: string, options: BluezOptions = {}, radioId = 'hci0'): Promise<Ear> {
    const ear = Ear.of(new BluezRadio(radioId, { busAddress, ...options }));
    await healthy(ear.radio);
    return ear;
  }

  static of(radio: BluezRadio): Ear {
    return new Ear(radio);
  }

  private constructor(readonly radio: BluezRadio) {
    this.ended = radio.listen((advertisement) => {
      this.heard.push(advertisement);
      this.wake();
      return undefined;
    }, this.stop.signal);
  }

  async next(): Promise<Advertisement> {
    for (;;) {
      const advertisement = this.heard.shift();
      if (advertisement) return advertisement;
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  async hearsAgain(clock: ManualClock, afterMs: number): Promise<void> {
    await clock.advance(afterMs);
    await healthy(this.radio);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.stop.abort();
    await this.ended;
    await this.radio[Symbol.asyncDispose]();
  }
}
