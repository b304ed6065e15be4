import { texts } from '../texts/index.js';

/** Of `h23` alone is midnight 00:00, as it is read everywhere. */
const CLOCK = { timeStyle: 'medium', hourCycle: 'h23' } as const;

/** When something was, to the second, where whoever looks is. @param time RFC 3339 */
export const momentOf = (time: string): string =>
  new Date(time).toLocaleString(texts.language, { dateStyle: 'medium', ...CLOCK });

/** The same of something that was a moment ago, or is soon. @param time RFC 3339 */
export const clockOf = (time: string): string => new Date(time).toLocaleTimeString(texts.language, CLOCK);
