import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changesIn, manufacturerData, serviceData } from '../../../src/devices/ble/bluez-changes.js';
import { bytes } from '../../ruuvi-vectors.js';

const DEVICE = '/org/bluez/hci0/dev_CB_B8_33_4C_88_4F';
const signal = { sender: ':1.5', path: DEVICE, interface: '', member: '' };

/** As the library gives a variant; it calls the type a tree. */
const variant = (value: unknown) => [[{ type: 'x', child: [] }], [value]];

describe('What BlueZ says', () => {
  it('of properties that changed is told with the object that they are of', () => {
    const body = ['org.bluez.Device1', [['RSSI', variant(-60)]], []];
    expect(changesIn({ ...signal, member: 'PropertiesChanged', body })).toEqual([
      { path: DEVICE, interface: 'org.bluez.Device1', properties: new Map([['RSSI', -60]]) },
    ]);
  });

  it('of a new object is told for each of its interfaces', () => {
    const body = [
      DEVICE,
      [
        ['org.bluez.Device1', [['RSSI', variant(-60)]]],
        ['org.freedesktop.DBus.Properties', []],
      ],
    ];
    expect(changesIn({ ...signal, path: '/', member: 'InterfacesAdded', body })).toEqual([
      { path: DEVICE, interface: 'org.bluez.Device1', properties: new Map([['RSSI', -60]]) },
      { path: DEVICE, interface: 'org.freedesktop.DBus.Properties', properties: new Map() },
    ]);
  });

  it('of an object that went has no properties', () => {
    expect(
      changesIn({ ...signal, path: '/', member: 'InterfacesRemoved', body: ['/org/bluez/hci0', ['org.bluez.Adapter1']] }),
    ).toEqual([{ path: '/org/bluez/hci0', interface: 'org.bluez.Adapter1' }]);
  });

  it('of anything else is nothing', () => {
    expect(changesIn({ ...signal, member: 'NameAcquired', body: [':1.7'] })).toEqual([]);
  });

  it('may be anything at all and does no harm', () => {
    const member = fc.constantFrom('PropertiesChanged', 'InterfacesAdded', 'InterfacesRemoved');
    fc.assert(
      fc.property(member, fc.array(fc.anything()), fc.anything(), (name, body, value) => {
        changesIn({ ...signal, member: name, body });
        manufacturerData(value);
        serviceData(value);
      }),
      { examples: [['PropertiesChanged', [{ toString: '' }], [{ valueOf: '', toString: '' }]]] },
    );
  });
});

describe('Service data', () => {
  const uuid = (short: string) => `0000${short}-0000-1000-8000-00805f9b34fb`;

  it('is given by the short form of its UUID, as a copy', () => {
    const received = Buffer.from('1000', 'hex');
    const data = serviceData([[uuid('feaa'), variant(received)]]);
    received.fill(0);
    expect(data).toEqual([{ serviceUuid: 0xfeaa, payload: bytes('1000') }]);
  });

  it('is left out where the UUID has no short form', () => {
    expect(serviceData([['6e400001-b5a3-f393-e0a9-e50e24dcca9e', variant(bytes('01'))]])).toEqual([]);
  });

  it('that is not of that shape is told apart', () => {
    expect(serviceData([[uuid('feaa'), variant('text')], [0xfeaa, variant(bytes('01'))], 7])).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('Manufacturer data', () => {
  it('is given by company, as a copy', () => {
    const received = Buffer.from('0102', 'hex');
    const data = manufacturerData([
      [0x0499, variant(received)],
      [0x004c, variant(Buffer.alloc(0))],
    ]);
    received.fill(0);
    expect(data).toEqual([
      { companyId: 0x0499, payload: bytes('0102') },
      { companyId: 0x004c, payload: bytes('') },
    ]);
  });

  it('that is not of that shape is told apart', () => {
    expect(manufacturerData([[0x0499, variant('text')], ['0499', variant(bytes('01'))], 7])).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
