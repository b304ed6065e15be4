import everyday from '../../jest.config.js';

/** Every fault: those of `npm test` too, so that the report is whole. One after the other, for much of it is measured. */
export default {
  ...everyday,
  rootDir: '../..',
  roots: ['<rootDir>/dist/test/faults'],
  testMatch: ['**/*.test.js', '**/*.fault.js'],
  globalTeardown: '<rootDir>/test/faults/print-report.mjs',
  testTimeout: 120_000,
  verbose: true,
};
