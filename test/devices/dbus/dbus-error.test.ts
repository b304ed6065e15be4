import { describe, expect, it } from '@jest/globals';
import { DBusError } from '../../../src/devices/dbus/dbus.js';

describe('DBusError', () => {
  it('can stand within a sentence, though libdbus ends some of its own with a line break', () => {
    const said = `Method "Get" doesn't exist\n`;
    expect(new DBusError('org.freedesktop.DBus.Error.UnknownObject', said).message).toMatch(
      /UnknownObject: Method "Get" doesn't exist$/,
    );
    expect(new DBusError('org.bluez.Error.Busy', '').message).toBe('org.bluez.Error.Busy');
  });
});
