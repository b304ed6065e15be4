import { texts } from '../texts/index.js';

const DAY_S = 86_400;
const MINUTE_S = 60;
const day = new Intl.DateTimeFormat(texts.language, { day: 'numeric', month: 'short' });
const minute = new Intl.DateTimeFormat(texts.language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const second = new Intl.DateTimeFormat(texts.language, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/**
 * What stands at a mark of the time axis: of marks within a day the hour, and where a day begins, that day.
 *
 * @param time s since the epoch
 * @param step s from one mark to the next
 */
export function axisTime(time: number, step: number): string {
  const date = new Date(time * 1000);
  if (step >= DAY_S || date.getHours() + date.getMinutes() + date.getSeconds() === 0) return day.format(date);
  return (step < MINUTE_S ? second : minute).format(date);
}

const full = new Intl.DateTimeFormat(texts.language, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' });

/** @param time s since the epoch */
export const fullTime = (time: number): string => full.format(new Date(time * 1000));
