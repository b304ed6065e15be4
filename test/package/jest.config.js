import own from '../../jest.config.js';

/** Packages are made, and installed in a Debian of their own: `npm run test:package`. */
export default { ...own, rootDir: '../..', testMatch: ['**/*.package.js'], testTimeout: 300_000, maxWorkers: 1 };
