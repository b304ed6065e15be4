import everyday from '../../jest.config.js';

/** What needs the lab is called *.lab.ts, so that `npm test` does without. An emulator is slow, and each test says how long it took. */
export default {
  ...everyday,
  rootDir: '../..',
  roots: ['<rootDir>/dist/test/hardware'],
  testMatch: ['**/*.lab.js'],
  testTimeout: 120_000,
  verbose: true,
};
