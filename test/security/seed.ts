/** The same requests again: TEST_SEED=17; more of them: TEST_REQUESTS=100000. */
export const SEED = Number(process.env.TEST_SEED ?? Math.floor(Math.random() * 0x7fffffff));
export const REQUESTS = Number(process.env.TEST_REQUESTS ?? 10_000);
