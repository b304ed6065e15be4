import { en } from './en/index.js';

/** All that the panel says. Another language is a folder like `en/`, and a choice here. */
export const texts = en;
