import { it } from '@jest/globals';
import { BluezRadio } from '../../../src/devices/ble/bluez.js';
import { until } from '../../until.js';
import { radioContract } from './radio-contract.js';

const PATIENCE_MS = 15_000;
const adapter = process.env.TEST_ADAPTER;

if (adapter)
  radioContract(`BluezRadio on ${adapter}`, () => {
    const radio = new BluezRadio(adapter);
    /** A tag in range advertises by itself, every ten seconds at the least. */
    const provoke = async () => {
      const before = radio.counters.advertisements;
      const patience = AbortSignal.timeout(PATIENCE_MS);
      await until(async () => radio.counters.advertisements > before || patience.aborted);
      if (patience.aborted) throw new Error(`no tag is in range of ${adapter}: nothing was heard for ${PATIENCE_MS} ms`);
    };
    return Promise.resolve({ radio, provoke, [Symbol.asyncDispose]: () => radio[Symbol.asyncDispose]() });
  });
else it.todo('BluezRadio keeps the Radio contract on a real adapter, with a tag in range (set TEST_ADAPTER=hci0)');
