import { describe, expect, it } from '@jest/globals';
import { Rate } from '../../src/camera/rate.js';

describe('Rate', () => {
  it('is what was counted in the last whole second', () => {
    const rate = new Rate();
    for (const at of [100, 500, 900, 1100]) rate.count(at);
    expect(rate.at(1500)).toBe(3);
    expect(rate.at(2000)).toBe(1);
  });

  it('is 0 after a second without any', () => {
    const rate = new Rate();
    rate.count(100);
    expect(rate.at(500)).toBe(0);
    expect(rate.at(2000)).toBe(0);
  });
});
