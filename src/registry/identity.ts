import type { State } from './state.js';

/**
 * The gateway's identifier, a UUID that is made once and kept for ever: the source of its events, the owner of its services.
 *
 * @param newId makes a UUID
 */
export async function identity(state: State, newId: () => string): Promise<string> {
  const kept = (await state.load('gateway')).get('identity');
  if (typeof kept === 'string') return kept;
  const id = newId();
  await state.commit([{ collection: 'gateway', id: 'identity', body: id }]);
  return id;
}
