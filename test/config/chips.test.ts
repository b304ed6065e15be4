import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../src/config/config.js';

const lamp = { direction: 'OUTPUT' };
const door = { direction: 'INPUT' };
const read = (...boards: readonly object[]) => {
  const chips = Object.fromEntries(boards.map((lines, at) => [`board-${at}`, { driver: 'auto', lines }]));
  return parseConfig({ devices: { chips } }, {}).devices.chips;
};

describe('Chips in the configuration', () => {
  it('have lines, each with what it is unless something else is said', () => {
    const usual = { activeLow: false, bias: 'AS_IS', drive: 'PUSH_PULL', edge: 'NONE', debounceUs: 0, initial: 0, safe: 0 };
    expect(read({ 22: lamp })).toEqual({
      'board-0': { driver: 'auto', lines: { 22: { direction: 'OUTPUT', ...usual, free: false } } },
    });
  });

  it.each([
    [{ '22': {} }, 'lines.22.direction'],
    [{ '22': { ...lamp, edge: 'BOTH' } }, 'expected edge and debounceUs of an INPUT alone'],
    [{ '22': { ...lamp, debounceUs: 1 } }, 'expected edge and debounceUs of an INPUT alone'],
    [{ '17': { ...door, drive: 'OPEN_DRAIN' } }, 'expected drive of an OUTPUT alone'],
    [{ '17': { ...door, safe: 1 } }, 'expected initial and safe of an OUTPUT'],
    [{ '17': { ...door, debounceUs: 10_000_001 } }, 'lines.17.debounceUs'],
    [{ '22': { ...lamp, pull: 'UP' } }, 'there is no such setting'],
    [{ ä: door }, 'expected up to 32 letters, digits'],
    [{}, 'expected at least one line'],
    [Object.fromEntries(Array.from({ length: 65 }, (_, at) => [at, door])), 'at most 64'],
  ])('have no line that says %j', (lines, words) => {
    expect(() => read(lines)).toThrow(words);
  });

  it('have a line once, whatever it is called', () => {
    const again = /lines\.\w+: found line 22 of the chip, expected another than .*lines\.\w+ is/;
    expect(() => read({ 22: lamp, lamp: { ...lamp, line: 22 } })).toThrow(again);
    expect(() => read({ 22: lamp, '022': lamp })).toThrow(again);
    expect(() => read({ 22: lamp }, { lamp: { ...lamp, line: 22 } })).not.toThrow();
  });

  it('do not call two lines the same', () => {
    expect(() => read({ 22: lamp }, { 22: lamp })).toThrow(
      'devices.chips.board-1.lines.22: found 22 twice, expected another name than devices.chips.board-0.lines.22 has',
    );
  });
});
