import type { Lab } from './lab.js';

export interface OnAir {
  readonly address: string;
  /** Advertising data as hex. */
  readonly data: string;
}

/** The guest's Bluetooth, from the air to the bus, each part of which can end and begin anew. */
export class VirtualBluetooth {
  constructor(private readonly lab: Lab) {}

  /** What is in the air from now on. */
  async air(...said: readonly OnAir[]): Promise<void> {
    const lines = said.map(({ address, data }) => `${address} ${data} -55`);
    // renamed, so that the controller reads all of it or nothing
    await this.lab.output(`cat > /tmp/air.new <<'END'\n${lines.join('\n')}\nEND\nmv /tmp/air.new /tmp/air`);
  }

  async startBus(): Promise<void> {
    await this.lab.output(`mkdir -p /run/dbus /var/lib/bluetooth && dbus-uuidgen --ensure
      rm -f /run/dbus/pid && dbus-daemon --system --fork`);
  }

  /** As when it crashes. bluetoothd ends with it. */
  async killBus(): Promise<void> {
    await this.lab.output(`kill -9 $(pidof dbus-daemon)\nwhile pidof bluetoothd; do usleep 50000; done`);
  }

  async startController(): Promise<void> {
    await this.lab.output(`modprobe hci_vhci
      node /lab/virtual-controller.mjs /tmp/air > /tmp/controller.log 2>&1 &
      echo $! > /tmp/controller.pid
      until [ -e /sys/class/bluetooth/hci0 ]; do usleep 50000; kill -0 $!; done`);
  }

  /** As when the stick is pulled out. */
  async pullOutController(): Promise<void> {
    await this.lab.output(`kill -9 $(cat /tmp/controller.pid)\nwhile [ -e /sys/class/bluetooth/hci0 ]; do usleep 50000; done`);
  }

  /** @param options `--experimental` lets it listen without asking tags to answer */
  async startBluetoothd(options = ''): Promise<void> {
    await this.lab.output(`/usr/libexec/bluetooth/bluetoothd -n ${options} > /tmp/bluetoothd.log 2>&1 &`);
  }

  /** Resolves when bluetoothd has the adapter, powered or not. */
  async hasAdapter(): Promise<void> {
    await this.lab.output(`until dbus-send --system --print-reply --dest=org.bluez /org/bluez/hci0 \\
      org.freedesktop.DBus.Properties.Get string:org.bluez.Adapter1 string:Address; do pidof bluetoothd; usleep 50000; done`);
  }

  async killBluetoothd(): Promise<void> {
    await this.lab.output('kill -9 $(pidof bluetoothd)');
  }

  /** The rules that the gateway has at the bus, which refuses more than a few thousand. */
  async matchRules(): Promise<string[]> {
    const rules = await this.lab.output(`dbus-send --system --print-reply --dest=org.freedesktop.DBus /org/freedesktop/DBus \\
      org.freedesktop.DBus.Debug.Stats.GetAllMatchRules`);
    // bluetoothd has some of its own, and none about itself
    return [...rules.matchAll(/string "(.*org\.bluez'.*)"/g)].map(([, rule = '']) => rule);
  }
}
