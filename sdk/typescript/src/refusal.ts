const MOST_BYTES = 65_536;

/** An answer that says no: it knows what was asked, and of its body 64 KiB can be read. */
export class Refusal extends Response {
  /** Method and path, without the query, which may hold a signature. */
  readonly asked: string;
  override readonly url: string;

  constructor(request: Request, answer: Response) {
    super(beginningOf(answer.body), answer);
    this.asked = `${request.method} ${new URL(request.url).pathname}`;
    this.url = answer.url;
  }
}

/** Sends a request, as `globalThis.fetch` does. */
export type Send = (request: Request) => Promise<Response>;

/** With a `Refusal` for every answer that is none of 2xx. */
export function sending(fetch: typeof globalThis.fetch = globalThis.fetch): Send {
  return async (request) => {
    const answer = await fetch(request);
    // a browser does not let a page see a redirect that it does not follow: status 0
    return answer.ok || answer.status === 0 ? answer : new Refusal(request, answer);
  };
}

function beginningOf(body: Response['body']): ReadableStream<Uint8Array> | null {
  let left = MOST_BYTES;
  const cut = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      controller.enqueue(piece.subarray(0, left));
      left -= piece.length;
      if (left <= 0) controller.terminate();
    },
  });
  return body?.pipeThrough(cut) ?? null;
}
