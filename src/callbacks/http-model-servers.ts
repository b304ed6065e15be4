import type { ModelPatience, ModelQuestion, ModelServers } from '../camera/inference/model-servers.js';
import { type ErrorCode, GatewayError } from '../errors.js';
import type { Destination } from '../outgoing/destination.js';
import type { Outgoing } from '../outgoing/outgoing.js';
import { parseCallbackUri } from './callback-uri.js';

/** What may be said of a call that failed; why is for the operator, for a reason has addresses in it. */
const WORDS: Partial<Record<ErrorCode, string>> = {
  forbidden:
    'is at an address that this gateway may not call: expected one in the networks that its configuration allows for callbacks',
  unavailable: 'cannot be reached, or gives no answer that is whole',
  timeout: 'has not answered in time',
};

/** Speaks to model servers over HTTP, where callbacks may go: who offers a service chooses its address. */
export class HttpModelServers implements ModelServers {
  /** @param outgoing to where callbacks may go */
  constructor(private readonly outgoing: Outgoing) {}

  async ask(uri: string, { path, ...question }: ModelQuestion, patience: ModelPatience) {
    const destination = below(uri, path);
    const { status, body, broken } = await this.outgoing.tell(destination, question, patience).catch(inWords);
    if (broken !== undefined)
      throw new GatewayError('badGateway', 'the model server gives an answer that breaks off or does not end');
    return { status, body };
  }
}

/** @throws GatewayError `conflict` when the service has registered what cannot be called */
function below(uri: string, path: string): Destination {
  try {
    return parseCallbackUri(uri.replace(/(?<!\/)\/+$/, '') + path);
  } catch (error) {
    const expected = 'expected an absolute http or https URI without query, fragment and user name';
    throw new GatewayError('conflict', `the service has registered a URI that cannot be called: ${expected}`, { cause: error });
  }
}

function inWords(error: unknown): never {
  const words = error instanceof GatewayError ? WORDS[error.code] : undefined;
  if (!(error instanceof GatewayError) || words === undefined) throw error;
  throw new GatewayError(error.code, `the model server ${words}`, { cause: error });
}
