import { it } from '@jest/globals';
import { BluezRadio } from '../../../src/devices/ble/bluez.js';
import { until } from '../../until.js';
import { radioContract } from './radio-contract.js';

const adapter = process.env.TEST_ADAPTER;

if (adapter)
  radioContract(`BluezRadio on ${adapter}`, () => {
    const radio = new BluezRadio(adapter);
    /** A tag in range advertises by itself. */
    const provoke = () => {
      const before = radio.counters.advertisements;
      return until(() => Promise.resolve(radio.counters.advertisements > before));
    };
    return Promise.resolve({ radio, provoke, [Symbol.asyncDispose]: () => radio[Symbol.asyncDispose]() });
  });
else it.todo('BluezRadio keeps the Radio contract on a real adapter, with a tag in range (set TEST_ADAPTER=hci0)');
