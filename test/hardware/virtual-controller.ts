/**
 * A Bluetooth controller for Low Energy that has no radio: what is in the air is what a file says. It runs in the guest and
 * is to the kernel what a USB stick would be, by way of hci_vhci.
 *
 *   node virtual-controller.mjs <file>     (lines of: address, advertising data as hex, dBm; read anew every time)
 *
 * @see Bluetooth Core Specification, volume 4, part E, sections 7.3, 7.4, 7.7 and 7.8
 */
import { openSync, read, readFileSync, writeSync } from 'node:fs';

const COMMAND = 0x01;
const EVENT = 0x04;
const VENDOR = 0xff;
const COMMAND_COMPLETE = 0x0e;
const LE_META = 0x3e;
const ADVERTISING_REPORT = 0x02;
const NOT_CONNECTABLE = 0x03;
const RANDOM_ADDRESS = 0x01;
const SET_SCAN_ENABLE = 0x200c;
const ADVERTISING_INTERVAL_MS = 200;

/** What a command returns after its status; for those not here, the status is all. */
const RETURNS: ReadonlyMap<number, readonly number[]> = new Map([
  [0x1001, [0x06, 0, 0, 0x06, 0xff, 0xff, 0, 0]], // Read Local Version: 4.0, so that nobody asks for extended scanning
  [0x1002, Array<number>(64).fill(0)], // Read Local Supported Commands
  [0x1003, [0, 0, 0, 0, 0x60, 0, 0, 0]], // Read Local Supported Features: Low Energy, no BR/EDR
  [0x1009, [0x01, 0x00, 0x00, 0x5e, 0x00, 0x02]], // Read BD_ADDR, last byte first: 02:00:5E:00:00:01
  [0x2002, [27, 0, 8]], // LE Read Buffer Size
  [0x2003, Array<number>(8).fill(0)], // LE Read Local Supported Features
  [0x2007, [0]], // LE Read Advertising Channel TX Power
  [0x200f, [8]], // LE Read Filter Accept List Size
  [0x2017, Array<number>(16).fill(0)], // LE Encrypt
  [0x2018, Array<number>(8).fill(7)], // LE Rand
  [0x201c, Array<number>(8).fill(0)], // LE Read Supported States
]);

const air = process.argv[2] ?? '';
const device = openSync('/dev/vhci', 'r+');
let scanning: NodeJS.Timeout | undefined;

// makes hciN of this file descriptor, a primary controller
writeSync(device, Uint8Array.of(VENDOR, 0));
serve();

/** The kernel hands over one packet per read. */
function serve(): void {
  read(device, Buffer.alloc(1024), 0, 1024, null, (error, length, packet) => {
    if (error) throw error;
    if (packet[0] === COMMAND) obey(packet.readUInt16LE(1), packet.subarray(4, length));
    serve();
  });
}

function obey(opcode: number, parameters: Uint8Array): void {
  if (opcode === SET_SCAN_ENABLE) scan(parameters[0] === 1);
  const success = 0;
  event(COMMAND_COMPLETE, [1, opcode & 0xff, opcode >> 8, success, ...(RETURNS.get(opcode) ?? [])]);
}

function scan(on: boolean): void {
  clearInterval(scanning);
  scanning = on ? setInterval(advertise, ADVERTISING_INTERVAL_MS) : undefined;
}

function advertise(): void {
  for (const line of readFileSync(air, 'utf8').split('\n').filter(Boolean)) {
    const [address = '', hex = '', dBm = '-60'] = line.split(' ');
    const data = Buffer.from(hex, 'hex');
    const from = Buffer.from(address.replaceAll(':', ''), 'hex').reverse();
    event(LE_META, [ADVERTISING_REPORT, 1, NOT_CONNECTABLE, RANDOM_ADDRESS, ...from, data.length, ...data, Number(dBm) & 0xff]);
  }
}

function event(code: number, parameters: readonly number[]): void {
  writeSync(device, Uint8Array.of(EVENT, code, parameters.length, ...parameters));
}
