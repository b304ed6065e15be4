import { texts } from '../texts/index.js';

/** Of `h23` alone is midnight 00:00, as it is read everywhere. */
const CLOCK = { timeStyle: 'medium', hourCycle: 'h23' } as const;
// made once: a hundred tiles tell each second when something was, and to make one takes longer than all that it is used for
const moment = new Intl.DateTimeFormat(texts.language, { dateStyle: 'medium', ...CLOCK });
const clock = new Intl.DateTimeFormat(texts.language, CLOCK);

/** When something was, to the second, where whoever looks is. @param time RFC 3339; another text stays as it is */
export const momentOf = (time: string): string => told(moment, time);

/** The same of something that was a moment ago, or is soon. @param time RFC 3339; another text stays as it is */
export const clockOf = (time: string): string => told(clock, time);

function told(format: Intl.DateTimeFormat, time: string): string {
  const ms = Date.parse(time);
  return Number.isNaN(ms) ? time : format.format(ms);
}
