import type { Quotas } from '../auth/tenant.js';

/** What of a tenant's quotas an operation uses beside its rate: a place as long as it goes on, or points. */
export const USES: Readonly<Record<string, Extract<keyof Quotas, 'eventReaders' | 'streams' | 'pointsPerDay'>>> = {
  Events_GET: 'eventReaders',
  Arrivals_GET: 'eventReaders',
  ArrivalsWebsocket_GET: 'eventReaders',
  CameraStream_GET: 'streams',
  CameraStreamWebsocket_GET: 'streams',
  Readings_POST: 'pointsPerDay',
};
