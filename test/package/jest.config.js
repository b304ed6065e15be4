import own from '../../jest.config.js';

/** Packages are made, and installed in a Debian of their own: `npm run test:package`. */
export default {
  ...own,
  rootDir: '../..',
  testMatch: ['**/*.package.js'],
  globalSetup: '<rootDir>/test/package/make-package.mjs',
  globalTeardown: '<rootDir>/test/package/forget-package.mjs',
  testTimeout: 300_000,
  // each Debian is another's network, processes and files
  maxWorkers: 2,
  verbose: true,
};
