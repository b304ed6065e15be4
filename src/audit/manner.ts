/**
 * How an operation gets into the audit log:
 *
 * - `each` time, up to so many in a minute per client; beyond that it is counted;
 * - `counted`, in one entry a minute per client, address and outcome;
 * - `hourly`, the first time within an hour per client, address and path, and `hourlyInAll` whatever the path;
 * - `never`.
 */
export type Manner = 'each' | 'counted' | 'hourly' | 'hourlyInAll' | 'never';

/** What differs from the rule: each write, and no read. */
export const MANNERS: Readonly<Record<string, Manner>> = {
  // signs of life and measurements come all the time, and say nothing of who changed what
  ServiceLiveness_PATCH: 'counted',
  Readings_POST: 'counted',
  ReceiverAdvertisements_POST: 'counted',
  // pictures of people, and where they were when: that somebody looked is worth knowing, how often is not
  CameraSnapshot_GET: 'hourly',
  CameraStream_GET: 'hourly',
  CameraStreamWebsocket_GET: 'hourly',
  CameraRecordingContent_GET: 'hourly',
  CameraInferences_POST: 'hourly',
  Inferences_POST: 'hourly',
  TagReadings_GET: 'hourlyInAll',
  TagStatistics_GET: 'hourlyInAll',
  Readings_GET: 'hourlyInAll',
  Arrivals_GET: 'hourlyInAll',
  ArrivalsWebsocket_GET: 'hourlyInAll',
  // what a page that is open does all day
  SessionToken_POST: 'hourly',
  Tickets_POST: 'hourlyInAll',
  CameraLinks_POST: 'hourly',
  // whoever reads the log is in it
  Audit_GET: 'hourly',
  Log_GET: 'hourlyInAll',
};

/** @param status 401, 403 and 429 are counted whatever the operation, for anybody can have them without end */
export function mannerOf(operationId: string, method: string, status: number): Manner {
  if (isRefusal(status)) return 'counted';
  return (Object.hasOwn(MANNERS, operationId) ? MANNERS[operationId] : undefined) ?? (isRead(method) ? 'never' : 'each');
}

export function isRefusal(status: number): boolean {
  return status === 401 || status === 403 || status === 429;
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS', 'get', 'head', 'options']);

/** @param method as HTTP has it, or as a specification has it */
export function isRead(method: string): boolean {
  return READS.has(method);
}
