import { Refusal } from './refusal.js';
import type { ProblemDetails, TokenError } from './schema.js';

/** However long the gateway wants: what is beyond a timer's range would be over at once. */
const LONGEST_RETRY_AFTER_MS = 3_600_000;

/** What a gateway refused or failed at, with its ProblemDetails (RFC 9457). Its text says what was asked, without the query. */
export class Problem extends Error {
  override readonly name = 'Problem';
  /** A URI for the kind of problem. */
  readonly type: string;
  /** The kind of problem in a word, such as `notFound`. */
  readonly title: string;
  /** The HTTP status. */
  readonly status: number;
  /** What was wrong with this request and what was expected; empty when it did not say. */
  readonly detail: string;
  readonly instance: string | undefined;
  /** How long to wait before asking again, ms, an hour at the most; undefined when the gateway did not say. */
  readonly retryAfterMs: number | undefined;
  /** `#`, and not `private`: what is printed for a log has no headers and no query. */
  readonly #response: Response;

  constructor(details: Partial<ProblemDetails>, response: Response) {
    const { type = 'about:blank', title = response.statusText, detail = '', instance } = details;
    const said = `${askedFor(response)}: ${response.status} ${title}`;
    super(detail === '' ? said : `${said}: ${detail}`);
    this.type = type;
    this.title = title;
    this.status = response.status;
    this.detail = detail;
    this.instance = instance;
    this.retryAfterMs = retryAfterMs(response.headers);
    this.#response = response;
  }

  get response(): Response {
    return this.#response;
  }

  /** Whether the same request may succeed later: the gateway is busy, or something is not available just now. */
  get isTemporary(): boolean {
    return this.status >= 500 || this.status === 429 || this.status === 408;
  }
}

/** The parts of an answer that `ok` looks at. */
export interface Answer {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * An operation's answer when it succeeded: `const { data } = await ok(api.GET('/sensors/v1/tags'))`.
 *
 * @throws Problem when it did not
 */
export async function ok<A extends Answer>(asked: Promise<A>): Promise<Extract<A, { error?: never }>> {
  const answer = await asked;
  if (!answer.response.ok) throw toProblem(answer.error, answer.response);
  return answer as Extract<A, { error?: never }>;
}

/** What a response of `Gateway.fetch` with a status other than 2xx says. Reads its body. */
export async function problemOf(response: Response): Promise<Problem> {
  const text = await response.text();
  try {
    return toProblem(JSON.parse(text), response);
  } catch {
    return toProblem(text, response); // somebody between, who does not speak JSON
  }
}

function toProblem(body: unknown, response: Response): Problem {
  if (typeof body !== 'object' || body === null) return new Problem({}, response);
  const { type, title, detail, instance, error, error_description } = body as Partial<ProblemDetails & TokenError>;
  const said = { type, title: title ?? error, detail: detail ?? error_description, instance };
  const texts = Object.entries(said).filter(([, value]) => typeof value === 'string');
  return new Problem(Object.fromEntries(texts) as Partial<ProblemDetails>, response);
}

function askedFor(response: Response): string {
  return response instanceof Refusal ? response.asked : response.url.replace(/\?.*/, '');
}

/** RFC 9110, section 10.2.3: seconds, or a date, which is compared with that of the gateway's clock. */
function retryAfterMs(headers: Headers): number | undefined {
  const said = headers.get('Retry-After') ?? '';
  const now = headers.has('Date') ? Date.parse(headers.get('Date') ?? '') : Date.now();
  const ms = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said) - now;
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), LONGEST_RETRY_AFTER_MS);
}
