import { type Logger, pino, type DestinationStream } from 'pino';
import pretty from 'pino-pretty';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error' | 'fatal'> & Partial<Pick<Logger, 'isLevelEnabled'>>;

/** Whether what is said at this level is written, so that nobody need work out what is not. A log that cannot tell writes all. */
export function isWritten(log: Log, level: 'debug'): boolean {
  return log.isLevelEnabled?.(level) ?? true;
}

/**
 * @param format `auto` writes for people on a terminal, and JSON everywhere else
 * @param also gets each line too, as JSON
 */
export function openLog(level: string, format: 'auto' | 'json' | 'pretty', also?: DestinationStream): Logger {
  const written = destination(format);
  const both = also && { write: (line: string) => [written, also].forEach((stream) => stream.write(line)) };
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, both ?? written);
}

/** Standard error, so that what `umec` prints for people and programs stays alone on standard output. */
function destination(format: 'auto' | 'json' | 'pretty'): DestinationStream {
  if (format === 'pretty' || (format === 'auto' && process.stderr.isTTY))
    return pretty({ destination: 2, sync: true, ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss.l' });
  return pino.destination({ dest: 2, sync: true });
}

/** Says nothing. */
export const silent: Log = pino({ level: 'silent' });
