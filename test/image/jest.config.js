import everyday from '../../jest.config.js';

/** What needs buildah and podman is called *.image.ts, so that `npm test` does without. They share one store, so they take turns. */
export default {
  ...everyday,
  rootDir: '../..',
  roots: ['<rootDir>/dist/test/image'],
  testMatch: ['**/*.image.js'],
  globalSetup: '<rootDir>/dist/test/image/set-up.js',
  globalTeardown: '<rootDir>/test/image/print-figures.mjs',
  testTimeout: 120_000,
  maxWorkers: 1,
  verbose: true,
};
