import { describe, expect, it } from '@jest/globals';
import { Credit, creditIn, MOST_CREDIT } from '../../../src/camera/streams/credit.js';

/** How many can be taken now. */
async function takenOf(credit: Credit): Promise<number> {
  let taken = 0;
  const taking = async () => {
    for (;;) {
      await credit.take();
      taken++;
    }
  };
  void taking();
  await new Promise(setImmediate);
  return taken;
}

describe('Credit', () => {
  it('is one at first', async () => {
    expect(await takenOf(new Credit())).toBe(1);
  });

  it('is what was granted beside that', async () => {
    const credit = new Credit();
    credit.grant(3);
    expect(await takenOf(credit)).toBe(4);
  });

  it('is not more than so much, however often it is granted', async () => {
    const credit = new Credit();
    for (let time = 0; time < 5; time++) credit.grant(MOST_CREDIT);
    expect(await takenOf(credit)).toBe(MOST_CREDIT);
  });

  it('lets on who waits for it', async () => {
    const credit = new Credit();
    await credit.take();
    const next = credit.take();
    credit.grant(1);
    await next;
    expect(await takenOf(credit)).toBe(0);
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
