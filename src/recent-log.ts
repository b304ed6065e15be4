import type { DestinationStream } from 'pino';
import { isObject } from './config/is-object.js';
import { withoutSecrets } from './without-secrets.js';

/** From the least to the most grave. */
export const LEVELS = ['DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'] as const;
export type Level = (typeof LEVELS)[number];

/** What the log has said once, as people may see it. */
export interface LogLine {
  /** Grows from line to line, also from one start of the gateway to the next. */
  readonly number: number;
  /** ms since the epoch */
  readonly time: number;
  readonly level: Level;
  readonly message: string;
  /** What it was said of, such as `deviceId` or `subsystem`; of an error its message. */
  readonly details: Readonly<Record<string, string>>;
}

/** Which lines are wanted: the newest, or the next after the one with the number `after`. */
export interface LogQuery {
  /** The least grave. */
  readonly level: Level;
  readonly after?: number;
  readonly limit: number;
}

export interface LogPage {
  /** The oldest first. */
  readonly lines: readonly LogLine[];
  /** What to ask for `after` next. */
  readonly next: number;
  /** How many that came after `after` are kept no more, of any level. */
  readonly dropped: number;
}

const MOST_LINES = 1_000;
const MOST_DETAILS = 8;
const MOST_CHARACTERS = { message: 1_024, key: 64, detail: 512 };
/** When, how grave and what: all else are details. */
const OWN = new Set(['time', 'level', 'msg']);

/** The newest lines of the log, in memory: for those who cannot come to where it is written. */
export class RecentLog implements DestinationStream {
  private readonly lines: LogLine[] = [];
  private last: number;

  /** @param first the number of the first line: the time, in ms, which one start of the gateway seldom overtakes before the next */
  constructor(
    private readonly first = Date.now(),
    private readonly most = MOST_LINES,
  ) {
    this.last = first - 1;
  }

  /** @param json a line as pino writes it */
  write(json: string): void {
    const said: unknown = JSON.parse(json);
    if (!isObject(said)) return;
    this.last += 1;
    this.lines.push(toLine(this.last, said));
    if (this.lines.length > this.most) this.lines.shift();
  }

  page({ level, after, limit }: LogQuery): LogPage {
    // a number that has not been given yet is of a gateway whose clock was ahead: nothing is known of what came after it
    const since = after === undefined || after > this.last ? undefined : after;
    const grave = this.lines.filter((line) => isAsGrave(line, level) && line.number > (since ?? -1));
    const lines = since === undefined ? grave.slice(-limit) : grave.slice(0, limit);
    const isCut = since !== undefined && grave.length > limit;
    const oldest = this.last - this.lines.length + 1;
    return {
      lines,
      next: (isCut ? lines.at(-1)?.number : undefined) ?? this.last,
      dropped: since === undefined ? 0 : Math.max(0, oldest - 1 - Math.max(since, this.first - 1)),
    };
  }
}

function isAsGrave(line: LogLine, level: Level): boolean {
  return LEVELS.indexOf(line.level) >= LEVELS.indexOf(level);
}

function toLine(number: number, said: Readonly<Record<string, unknown>>): LogLine {
  const others = Object.entries(said).filter(([key]) => !OWN.has(key));
  return {
    number,
    time: typeof said.time === 'string' ? Date.parse(said.time) : Number(said.time),
    level: levelOf(said.level),
    message: shown(said.msg ?? '', MOST_CHARACTERS.message),
    details: Object.fromEntries(
      others
        .slice(0, MOST_DETAILS)
        .map(([key, value]) => [beginningOf(key, MOST_CHARACTERS.key), shown(value, MOST_CHARACTERS.detail)]),
    ),
  };
}

/** pino counts from 20 for debug to 60 for fatal; what is less is as good as debug. */
function levelOf(level: unknown): Level {
  return LEVELS[Math.min(4, Math.max(0, Math.floor(Number(level) / 10) - 2))] ?? 'DEBUG';
}

/** Where in the program an error came from is for those who have the log itself. */
function shown(value: unknown, most: number): string {
  const said = isObject(value) && typeof value.message === 'string' ? value.message : value;
  return beginningOf(withoutSecrets(typeof said === 'string' ? said : JSON.stringify(said)), most);
}

/** A copy: a part of a string keeps the whole of it in memory. */
function beginningOf(text: string, most: number): string {
  return text.length <= most ? text : Buffer.from(text.slice(0, most)).toString();
}
