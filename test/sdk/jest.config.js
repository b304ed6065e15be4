import everyday from '../../jest.config.js';

/** What needs the clients that `npm run sdk` makes is called *.sdk.ts, so that `npm test` does without. */
export default {
  ...everyday,
  rootDir: '../..',
  roots: ['<rootDir>/dist/test/sdk'],
  testMatch: ['**/*.sdk.js'],
  testTimeout: 300_000,
  verbose: true,
  reporters: ['default', '<rootDir>/test/sdk/table-reporter.mjs'],
};
