import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { blocksOf, readPage } from './blocks.js';
import { Checkout } from './checkout.js';

describe('docs/adding-a-device.md, followed word for word,', () => {
  const blocks = blocksOf(readPage('docs/adding-a-device.md'));
  let checkout: Checkout;
  beforeAll(() => {
    checkout = new Checkout();
  });
  afterAll(() => checkout[Symbol.asyncDispose]());

  it('leads to a camera that keeps the contract', () => {
    for (const block of blocks.filter(({ info }) => info !== 'sh')) checkout.apply(block);
    const commands = blocks.filter(({ info }) => info === 'sh').map(({ text }) => checkout.run(text));
    expect(commands).toHaveLength(1);
    for (const { status, output } of commands) {
      expect(output).toContain('PASS dist/test/devices/folder/camera.test.js');
      expect(output).toContain('PASS dist/test/docs/configuration.test.js');
      expect(status).toBe(0);
    }
  }, 120_000);

  it('says rightly that the compiler asks for the line in openCamera', () => {
    const [line] = blocks.filter(({ file, info }) => file === 'src/devices/open.ts' && info === 'diff');
    if (line) checkout.undo(line);
    const { status, output } = checkout.run('npm run build');
    expect(status).not.toBe(0);
    expect(output).toContain('src/devices/open.ts');
    expect(output).toContain('Function lacks ending return statement');
  }, 60_000);
});
