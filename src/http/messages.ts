import { IncomingMessage, ServerResponse } from 'node:http';
import type { Express } from 'express';

/** What one server makes its requests and responses of. */
export interface Messages {
  readonly IncomingMessage: typeof IncomingMessage;
  readonly ServerResponse: typeof ServerResponse;
}

/** Classes of its own, for `serveWith` to change. */
export function newMessages(): Messages {
  return {
    IncomingMessage: class extends IncomingMessage {},
    ServerResponse: class<Of extends IncomingMessage = IncomingMessage> extends ServerResponse<Of> {},
  };
}

/**
 * Makes requests and responses what Express would turn each of them into.
 *
 * Express gives every one another prototype when it arrives. That alone is half of what a POST costs on Node 20 and 22, and from then
 * on node:http's own code meets objects of two kinds, also where Express never sees them. When the prototype is the right one
 * already, nothing happens.
 *
 * @see https://github.com/expressjs/express/issues/5998
 */
export function serveWith(app: Express, { IncomingMessage, ServerResponse }: Messages): void {
  app.request = derive(IncomingMessage.prototype, app.request);
  app.response = derive(ServerResponse.prototype, app.response);
}

/** @param base which derives from what the prototype has derived from so far */
function derive<T extends object>(prototype: object, base: T): T {
  return Object.setPrototypeOf(prototype, base) as T;
}
