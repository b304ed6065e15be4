import { describe, expect, it } from '@jest/globals';
import { Credit, creditIn, MOST_CREDIT } from '../../../src/camera/streams/credit.js';

/** How much there is now. */
function takenOf(credit: Credit): number {
  let taken = 0;
  for (; credit.hasAny; taken++) credit.use();
  return taken;
}

describe('Credit', () => {
  it('is one at first', () => {
    expect(takenOf(new Credit())).toBe(1);
  });

  it('is what was granted beside that', () => {
    const credit = new Credit();
    credit.grant(3);
    expect(takenOf(credit)).toBe(4);
    credit.grant(2);
    expect(takenOf(credit)).toBe(2);
  });

  it('is not more than so much, however often it is granted', () => {
    const credit = new Credit();
    for (let time = 0; time < 5; time++) credit.grant(MOST_CREDIT);
    expect(takenOf(credit)).toBe(MOST_CREDIT);
  });
});

describe('creditIn', () => {
  it.each([
    ['{"credit": 1}', 1],
    [' {"credit":100} ', 100],
    ['{"credit": 0}', undefined],
    ['{"credit": 101}', undefined],
    ['{"credit": -1}', undefined],
    ['{"credit": 1.5}', undefined],
    ['{"credit": "1"}', undefined],
    ['{"credit": 1, "more": 2}', undefined],
    ['1', undefined],
    ['', undefined],
  ])('%s', (message, expected) => expect(creditIn(message)).toBe(expected));
});
