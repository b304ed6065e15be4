/** Tests run as they are compiled: tsc has checked them, and worker threads and child processes find plain JavaScript. */
export default {
  roots: ['<rootDir>/dist/test'],
  testMatch: ['**/*.test.js'],
  testEnvironment: '<rootDir>/scripts/jest-environment.mjs',
  transform: {},
  testTimeout: 30_000,
  haste: { forceNodeFilesystemAPI: true },
};
