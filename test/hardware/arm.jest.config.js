import hardware from './jest.config.js';

/** Both boards at once: each keeps little more than one core busy. */
export default { ...hardware, testMatch: ['**/*.arm.js'], maxWorkers: 2 };
