import { GatewayError } from '../../errors.js';
import type { Applications } from '../../registry/applications.js';
import { HOST } from '../../registry/owner.js';
import { uuidOf } from '../../registry/own-services.js';

/** To whom services belong that were offered as in 2019, when a service belonged to nobody. */
export const LEGACY = 'mp1-legacy';

/**
 * Sees to it that a tenant has such an application, and that it is ready: nobody else would ever say so.
 *
 * @returns its appInstanceId
 * @throws GatewayError `forbidden` when there are too many applications, `unavailable` when it cannot be kept
 */
export async function makeLegacyApplication(applications: Applications, tenant = HOST): Promise<string> {
  const appInstanceId = tenant === HOST ? LEGACY : uuidOf(`${LEGACY}/${tenant}`);
  // no client's, so that none can end what others of its tenant have offered
  const owner = tenant === HOST ? undefined : { client: LEGACY, tenant };
  const wanted = { appInstanceId, owner, named: { appName: LEGACY }, trafficRules: [], dnsRules: [] };
  if (!applications.find(appInstanceId)) await applications.create(wanted).catch(unlessThere);
  // one that the management has stopped stays so
  if (applications.find(appInstanceId)?.state === 'NOT_READY') await applications.confirmReady(appInstanceId);
  return appInstanceId;
}

/** Two that come at the same time both find none. */
function unlessThere(error: unknown): void {
  if (!(error instanceof GatewayError) || error.code !== 'conflict') throw error;
}
