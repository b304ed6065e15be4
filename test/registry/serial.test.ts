import { describe, expect, it } from '@jest/globals';
import { Serial } from '../../src/registry/serial.js';

describe('Tasks in a row', () => {
  it('run one after the other, in the order in which they were given', async () => {
    const serial = new Serial();
    const log: string[] = [];
    const task = (name: string, turns: number) => async () => {
      log.push(`${name} begins`);
      for (let turn = 0; turn < turns; turn++) await Promise.resolve();
      log.push(`${name} ends`);
      return name;
    };
    expect(await Promise.all([serial.run(task('a', 5)), serial.run(task('b', 0)), serial.run(task('c', 2))])).toEqual([
      'a',
      'b',
      'c',
    ]);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('run also after one that has failed, and the failure is that one’s alone', async () => {
    const serial = new Serial();
    const failed = serial.run(() => Promise.reject(new Error('no disk')));
    const threw = serial.run(() => {
      throw new Error('no way');
    });
    const fine = serial.run(async () => 'fine');
    await expect(failed).rejects.toThrow('no disk');
    await expect(threw).rejects.toThrow('no way');
    expect(await fine).toBe('fine');
  });
});
