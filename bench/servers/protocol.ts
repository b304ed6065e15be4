import { Heartbeat } from './heartbeat.js';

/** What a reference server answers, the same to every request. */
export interface Canned {
  readonly status: number;
  /** absent when there is no body */
  readonly type?: string;
  readonly etag?: string;
  /** What else the answer says of itself, save what node:http adds. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Written anew for each request, as a server does that keeps nothing. */
  readonly json?: unknown;
  /** Sent as they are. */
  readonly bytes?: Uint8Array;
}

/** What a server process is asked; it answers each with a `Told`, in order. */
export type Asked = { readonly ask: 'usage' | 'watch' } | { readonly ask: 'learn'; readonly canned: Canned };

/** What a server has used. */
export interface Usage {
  /** of user and system time since its start */
  readonly cpuMicros: number;
  /** How long its event loop did nothing else at the longest, since it was last asked to `watch`; ms */
  readonly blockedMs: number;
}

/** Where it serves, and the `Authorization` that lets in, if it takes one. */
export interface Serves {
  readonly url: string;
  readonly authorization?: string;
}

/** `Serves` once when it does, `Usage` after every question. */
export type Told = Serves | Usage;

/** In a server process: says where it serves, answers its parent's questions, and ends with its parent. */
export function serveParent(url: string, learn: (canned: Canned) => void, end: () => void, authorization?: string): void {
  const heartbeat = new Heartbeat();
  process.on('message', (asked: Asked) => {
    if (asked.ask === 'watch') heartbeat.begin();
    if (asked.ask === 'learn') learn(asked.canned);
    const { user, system } = process.cpuUsage();
    tell({ cpuMicros: user + system, blockedMs: heartbeat.longestMs });
  });
  process.on('disconnect', end);
  tell({ url, ...(authorization === undefined ? {} : { authorization }) });
}

function tell(told: Told): void {
  process.send?.(told);
}
