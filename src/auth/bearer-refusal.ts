import { GatewayError } from '../errors.js';

/** @see RFC 6750, clause 3.1 */
export type BearerError = 'invalid_request' | 'invalid_token' | 'insufficient_scope';

const CODE = { invalid_request: 'invalid', invalid_token: 'unauthorized', insufficient_scope: 'forbidden' } as const;

/**
 * Somebody is not let in. Beside what every error says, HTTP says in `WWW-Authenticate` what would help.
 *
 * @see RFC 6750, clause 3
 */
export class BearerRefusal extends GatewayError {
  /**
   * @param error absent when there was no token at all: then nothing was wrong with it
   * @param scopes those that are needed
   */
  constructor(
    readonly error: BearerError | undefined,
    message: string,
    readonly scopes: readonly string[] = [],
    options?: ErrorOptions,
  ) {
    super(error ? CODE[error] : 'unauthorized', message, options);
  }

  /** The value of `WWW-Authenticate`. */
  get challenge(): string {
    const parameters = {
      realm: 'umec',
      error: this.error,
      error_description: this.error && this.message,
      scope: this.scopes.length > 0 ? this.scopes.join(' ') : undefined,
    };
    const written = Object.entries(parameters).flatMap(([name, value]) =>
      value === undefined ? [] : `${name}="${plain(value)}"`,
    );
    return `Bearer ${written.join(', ')}`;
  }
}

/** Only what may stand in these parameters; a quotation mark would end one. */
function plain(text: string): string {
  return text.replace(/[^\x20\x21\x23-\x5b\x5d-\x7e]/g, '');
}
