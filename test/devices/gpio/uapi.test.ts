import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  IOCTL,
  LINE_EVENT_SIZE,
  lineConfig,
  lineInfoQuestion,
  lineRequest,
  lineValues,
  MOST_LINES,
  readChipInfo,
  readLineEvents,
  readLineInfo,
  readLineRequestFd,
  readLineValues,
  type WantedLine,
} from '../../../src/devices/gpio/uapi.js';
import { ROOT } from '../../docs/blocks.js';
import { tempDirectory } from '../../temp-directory.js';
import { INPUT } from '../../gpio/settings.js';

const wanted: readonly WantedLine[] = [
  { offset: 17, settings: { ...INPUT, edge: 'BOTH', bias: 'PULL_UP' } },
  { offset: 27, settings: { ...INPUT, edge: 'RISING', bias: 'PULL_DOWN', debounceUs: 5_000 } },
  { offset: 22, settings: { ...INPUT, direction: 'OUTPUT', activeLow: true, drive: 'OPEN_DRAIN' }, value: 1 },
  { offset: 5, settings: { ...INPUT, direction: 'OUTPUT', drive: 'OPEN_SOURCE', bias: 'DISABLED' }, value: 0 },
];
/** Where a request has its descriptor, which is for the kernel to say. */
const FD = 588;

const hasHeader = spawnSync('cc', ['-E', '-include', 'linux/gpio.h', '-x', 'c', '/dev/null']).status === 0;
if (hasHeader) describe('The GPIO character device, by the kernel’s own header,', byTheHeader);
else it.todo('the bytes of the kernel’s own header are compared: apt-get install gcc linux-libc-dev');

function byTheHeader(): void {
  const dir = tempDirectory();
  const program = join(dir.path, 'uapi');
  const said = (what: string): Uint8Array => execFileSync(program, [what]);
  beforeAll(() => {
    execFileSync('cc', ['-Wall', '-Werror', '-o', program, join(ROOT, 'test/devices/gpio/uapi.c')]);
  }, 30_000);
  afterAll(() => dir[Symbol.dispose]());

  it('has ioctls and sizes of these numbers', () => {
    expect({ ...IOCTL, LINE_EVENT_SIZE, MOST_LINES }).toEqual(JSON.parse(Buffer.from(said('numbers')).toString()));
  });

  it('is asked for lines with these bytes', () => {
    const expected = said('request');
    const asked = lineRequest(wanted, 'umec');
    expect(readLineRequestFd(expected)).toBe(-7);
    expect(asked.length).toBe(expected.length);
    expect(Buffer.from(asked.subarray(0, FD)).equals(expected.subarray(0, FD))).toBe(true);
  });

  it('says of a chip and a line', () => {
    expect(readChipInfo(said('chip-info'))).toEqual({ name: 'gpiochip0', label: 'a label of thirty-two characters', lines: 54 });
    expect(readLineInfo(said('line-info'))).toEqual({
      ...{ offset: 17, name: 'GPIO17', consumer: 'somebody else', isUsed: true },
      settings: { ...INPUT, activeLow: true, bias: 'PULL_DOWN', edge: 'FALLING', debounceUs: 1_500 },
    });
    expect(readLineInfo(lineInfoQuestion(5))).toEqual({ offset: 5, name: '', consumer: '', isUsed: false, settings: INPUT });
  });

  it('takes and gives values of some lines, the last of 64 too', () => {
    const values = new Map<number, 0 | 1>([
      [2, 1],
      [5, 0],
      [63, 1],
    ]);
    expect(Buffer.from(lineValues(values)).equals(said('values'))).toBe(true);
    expect(readLineValues(said('values'))).toEqual(values);
  });

  it('tells edges, with times that are no doubles', () => {
    const two = said('events');
    const expected = [
      { offset: 17, edge: 'RISING', timestampNs: 9_007_199_254_740_993n, lineSeqno: 3 },
      { offset: 27, edge: 'FALLING', timestampNs: 9_007_199_254_740_994n, lineSeqno: 1 },
    ];
    expect(readLineEvents(two)).toEqual(expected);
    // what is no whole event is left alone
    expect(readLineEvents(two.subarray(0, -1))).toEqual(expected.slice(0, 1));
  });
}

describe('Requests of lines', () => {
  const outputs = (count: number) =>
    Array.from({ length: count }, (_, offset) => ({
      offset,
      settings: { ...INPUT, direction: 'OUTPUT' as const },
      value: 1 as const,
    }));

  it('have 1 to 64 lines', () => {
    expect(lineRequest(outputs(64), 'umec')).toHaveLength(592);
    for (const count of [0, 65]) expect(() => lineRequest(outputs(count), 'umec')).toThrow(`${count} lines, expected 1 to 64`);
  });

  it('say whose they are in 31 bytes', () => {
    const bytes = lineRequest(outputs(1), 'x'.repeat(40));
    expect(Buffer.from(bytes.subarray(256, 288)).toString()).toBe(`${'x'.repeat(31)}\0`);
  });

  it('have lines of as many kinds as ten attributes can say', () => {
    const debounced = (count: number) =>
      Array.from({ length: count }, (_, offset) => ({ offset, settings: { ...INPUT, debounceUs: 1_000 * (offset + 1) } }));
    expect(lineConfig(debounced(10))).toHaveLength(272);
    expect(() => lineConfig(debounced(11))).toThrow('differ in 11 ways, expected at most 10');
  });
});
