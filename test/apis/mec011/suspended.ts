import type { Call } from './calls.js';
import type { World } from './world.js';

/** A service that promised a sign of life each second and gave none: the platform has suspended it. */
export async function suspended(world: World): Promise<Call> {
  const appInstanceId = await world.application();
  const stop = new AbortController();
  const events = await world.gateway.events('services/**', stop.signal);
  const serviceId = await world.service(appInstanceId, { livenessInterval: 1 });
  for await (const { data } of events) {
    const { serInstanceId, state } = data as { serInstanceId?: string; state?: string };
    if (serInstanceId === serviceId && state === 'SUSPENDED') break;
  }
  stop.abort();
  return { params: { appInstanceId, serviceId }, body: { state: 'ACTIVE' } };
}
