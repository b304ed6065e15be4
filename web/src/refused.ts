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

  static by({ status, statusText }: Response, problem: unknown): Refused {
    return new Refused(status, detailOf(problem) ?? `${status} ${statusText}`);
  }

  static of(err: unknown): Refused {
    return err instanceof Refused ? err : new Refused(0, texts.shell.notReached);
  }
}

function detailOf(problem: unknown): string | undefined {
  const { detail } = (problem ?? {}) as { detail?: unknown };
  return typeof detail === 'string' ? detail : undefined;
}
