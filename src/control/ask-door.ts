import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { GatewayError } from '../errors.js';
import { doorFolder, doorPath } from './door-path.js';

const PATIENCE_MS = 10_000;

/**
 * Asks the gateway that uses this data directory.
 *
 * @param dir the data directory
 * @param service one of those that the door has
 * @throws GatewayError `unavailable` when no gateway runs there, or this user may not ask it; `invalid` with its own words
 */
export async function askDoor<Answer>(dir: string, service: string, asked: object = {}): Promise<Answer> {
  if (!existsSync(doorFolder(dir))) throw nobody(dir);
  using name = doorPath(dir);
  const req = request({ socketPath: name.path, path: `/${service}`, method: 'POST', timeout: PATIENCE_MS });
  req.once('timeout', () => req.destroy(new Error('it does not answer')));
  req.end(JSON.stringify(asked));
  try {
    const [response] = (await once(req, 'response')) as [IncomingMessage];
    const text = (await response.setEncoding('utf8').toArray()).join('');
    const answer = JSON.parse(text) as Answer & { readonly detail?: string };
    if (response.statusCode !== 200) throw new GatewayError('invalid', answer.detail ?? text);
    return answer;
  } catch (error) {
    throw error instanceof GatewayError ? error : nobody(dir, error);
  }
}

function nobody(dir: string, cause?: unknown): GatewayError {
  const { code } = (cause ?? {}) as NodeJS.ErrnoException;
  const why = code === 'EACCES' ? 'this user may not ask the gateway' : 'no gateway answers';
  return new GatewayError(
    'unavailable',
    `data.dir ${dir}: ${why}; start it, or run this as its user and with its configuration`,
    {
      cause,
    },
  );
}
