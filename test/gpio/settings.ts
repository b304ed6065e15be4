import type { LineSettings } from '../../src/gpio/settings.js';

/** An input of which nothing is wanted but its value. */
export const INPUT: LineSettings = {
  ...{ direction: 'INPUT', activeLow: false, bias: 'AS_IS', drive: 'PUSH_PULL', edge: 'NONE', debounceUs: 0 },
};
/** An output that is driven both ways. */
export const OUTPUT: LineSettings = { ...INPUT, direction: 'OUTPUT' };
