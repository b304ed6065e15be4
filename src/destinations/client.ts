import http from 'node:http';
import https from 'node:https';
import { InfluxDB, type WriteApi } from '@influxdata/influxdb-client';
import { pinnedAgents } from '../outgoing/pinned-agents.js';
import type { Reach } from '../outgoing/reach.js';
import type { Answer } from './answer.js';

/** Where readings are sent. InfluxDB 1.8: bucket `db/rp`, token `user:password`, any org. */
export interface Target {
  readonly url: string;
  readonly token: string;
  readonly org: string;
  readonly bucket: string;
}

const MAX_ANSWER_BYTES = 64 * 1024;
const MAX_INTERIM_ANSWERS = 16;

/**
 * One batch, one request, one answer, through InfluxDB's own client.
 *
 * Its retries are off. They live in memory and end after three minutes, drop a batch at once on 401, 403, 404 or 413, and let a
 * later batch overtake an earlier one: our history with its cursor is the queue. Its `flush` awaits only what it sends itself,
 * so a batch never fills its buffer; and it takes 201 for success, so we look at the answer ourselves.
 */
export class WriteClient implements Disposable {
  private readonly api: WriteApi;
  private readonly agents: { readonly http: http.Agent; readonly https: https.Agent };
  private exchange: { answer?: Answer; signal?: AbortSignal } = {};

  /**
   * @param maxLines no batch is larger
   * @param timeoutMs a server silent for this long has failed
   * @param reach at which addresses it may be
   */
  constructor(
    private readonly target: Target,
    maxLines: number,
    timeoutMs: number,
    reach: Reach,
  ) {
    this.agents = pinnedAgents(reach);
    const { token, org, bucket } = target;
    // the client's own reading of a URL takes an address in hexadecimal for a name
    const url = new URL(target.url).href;
    // the client's hook for another way to make requests: ours reads along
    const transportOptions = {
      'follow-redirects': {
        http: { request: this.listening(http, this.agents.http) },
        https: { request: this.listening(https, this.agents.https) },
      },
    };
    this.api = new InfluxDB({ url, token, timeout: timeoutMs, transportOptions }).getWriteApi(org, bucket, 'ms', {
      maxRetries: 0,
      batchSize: maxLines + 1,
      maxBatchBytes: Number.MAX_SAFE_INTEGER,
      flushInterval: 0,
      gzipThreshold: 1000,
      writeFailed: (error) => Promise.reject(error), // else the client writes to the console itself
    });
  }

  /**
   * Sends lines of the line protocol, at most `maxLines`, one call at a time.
   *
   * @returns the whole answer, whatever it says; of one that is too long the beginning
   * @throws Error when there is none: no connection, a broken one, `signal` aborted
   */
  async write(lines: readonly string[], signal: AbortSignal): Promise<Answer> {
    const exchange: WriteClient['exchange'] = (this.exchange = { signal });
    try {
      this.api.writeRecords([...lines]);
      await this.api.flush();
    } catch (error) {
      if (!exchange.answer) throw error;
    }
    if (!exchange.answer) throw new Error('the connection ended before the answer did');
    return withoutToken(exchange.answer, this.target.token);
  }

  /** The next batch looks the server's name up anew: one that puts us off may have moved, and its old address still answer. */
  hangUp(): void {
    this.agents.http.destroy();
    this.agents.https.destroy();
  }

  [Symbol.dispose](): void {
    this.api.dispose();
    this.hangUp();
  }

  /** `request` of node:http or node:https that also keeps the beginning of the answer, and ends an endless one. */
  private listening({ request }: typeof http | typeof https, agent: http.Agent) {
    return (options: http.RequestOptions, callback: (response: http.IncomingMessage) => void): http.ClientRequest => {
      const { exchange } = this;
      const asking = request({ ...options, agent, ...(exchange.signal ? { signal: exchange.signal } : {}) }, (response) => {
        const early = asking.writableFinished ? {} : { isEarly: true as const };
        readAnswer(response, (answer) => (exchange.answer = { ...answer, ...early }));
        callback(response);
      });
      let interimAnswers = 0;
      asking.on('information', () => {
        if (++interimAnswers > MAX_INTERIM_ANSWERS)
          asking.destroy(new Error('the server says that its answer will come, again and again'));
      });
      // else node:http closes the connection and tells nobody: neither an answer nor an error would ever come
      asking.once('upgrade', (_response, socket) => {
        socket.destroy();
        asking.emit('error', new Error('the server wants to speak another protocol'));
      });
      return asking;
    };
  }
}

/** So short a token is no secret, and in every word. */
const NO_SECRET = 8;

/** What a server says is shown to others, and it may say again what it was sent. */
function withoutToken(answer: Answer, token: string): Answer {
  if (token.length < NO_SECRET) return answer;
  const spellings = [token, JSON.stringify(token).slice(1, -1)];
  return { ...answer, body: spellings.reduce((body, spelling) => body.replaceAll(spelling, '***'), answer.body) };
}

function readAnswer(response: http.IncomingMessage, done: (answer: Answer) => void): void {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const answer = (): Answer => {
    const retryAfter = response.headers['retry-after'];
    const body = Buffer.concat(chunks).toString('utf8');
    return { status: response.statusCode ?? 0, body, ...(retryAfter === undefined ? {} : { retryAfter }) };
  };
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    chunks.push(chunk);
    if (bytes <= MAX_ANSWER_BYTES) return;
    done({ ...answer(), isCut: true });
    response.destroy(new Error('the answer is too long'));
  });
  response.on('end', () => done(answer()));
}
