import { texts } from '../texts/index.js';

/** When something was, to the second, where whoever looks is. @param time RFC 3339 */
export function Moment({ time }: { time: string }) {
  return (
    <time dateTime={time}>
      {new Date(time).toLocaleString(texts.language, { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' })}
    </time>
  );
}
