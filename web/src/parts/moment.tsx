import { momentOf } from './times.js';

/** When something was. @param time RFC 3339 */
export const Moment = ({ time }: { time: string }) => <time dateTime={time}>{momentOf(time)}</time>;
