import { texts } from './texts/index.js';

/** Why something was not answered or not done: in the gateway's words (problem+json), or that it cannot be reached. */
export class Refused extends Error {
  /** @param status the status of HTTP; 0 when nothing was answered */
  constructor(
    readonly status: number,
    detail: string,
  ) {
    super(detail);
  }

  static by({ status, statusText, headers }: Response, problem: unknown): Refused {
    const detail = detailOf(problem) ?? `${status} ${statusText}`;
    return new Refused(status, takesScope(headers) ? texts.shell.mayNotDo(detail) : detail);
  }

  static of(err: unknown): Refused {
    return err instanceof Refused ? err : new Refused(0, texts.shell.notReached);
  }
}

/** Whether whoever asked may never do it (RFC 6750, clause 3.1): a role is what people have. */
const takesScope = (headers: Headers): boolean => headers.get('WWW-Authenticate')?.includes('insufficient_scope') ?? false;

function detailOf(problem: unknown): string | undefined {
  const { detail } = (problem ?? {}) as { detail?: unknown };
  return typeof detail === 'string' ? detail : undefined;
}
