import type { ProblemDetails, TokenError } from './schema.js';

/** What a gateway refused or failed at, with its ProblemDetails (RFC 9457). */
export class Problem extends Error {
  override readonly name = 'Problem';
  /** A URI for the kind of problem. */
  readonly type: string;
  /** The kind of problem in a word, such as `notFound`. */
  readonly title: string;
  /** The HTTP status. */
  readonly status: number;
  /** What was wrong with this request and what was expected. */
  readonly detail: string;
  readonly instance: string | undefined;
  /** How long to wait before asking again, ms; undefined when the gateway did not say. */
  readonly retryAfterMs: number | undefined;

  constructor(
    details: Partial<ProblemDetails>,
    readonly response: Response,
  ) {
    const detail = details.detail ?? `${response.url} answered ${response.status} ${response.statusText}`.trim();
    super(detail);
    this.type = details.type ?? 'about:blank';
    this.title = details.title ?? response.statusText;
    this.status = response.status;
    this.detail = detail;
    this.instance = details.instance;
    const seconds = Number(response.headers.get('Retry-After') ?? NaN);
    this.retryAfterMs = Number.isFinite(seconds) ? seconds * 1000 : undefined;
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

/** What a response with a status other than 2xx says. Reads its body. */
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
