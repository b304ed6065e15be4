import { GatewayError } from '../../errors.js';
import type { Applications } from '../../registry/applications.js';

/** To whom services belong that were offered as in 2019, when a service belonged to nobody. */
export const LEGACY = 'mp1-legacy';

/**
 * Sees to it that there is such an application, and that it is ready: nobody else would ever say so.
 *
 * @throws GatewayError `forbidden` when there are too many applications, `unavailable` when it cannot be kept
 */
export async function makeLegacyApplication(applications: Applications): Promise<void> {
  if (!applications.find(LEGACY)) await applications.create(LEGACY_APPLICATION).catch(unlessThere);
  // one that the management has stopped stays so
  if (applications.find(LEGACY)?.state === 'NOT_READY') await applications.confirmReady(LEGACY);
}

const LEGACY_APPLICATION = { appInstanceId: LEGACY, named: { appName: LEGACY }, trafficRules: [], dnsRules: [] } as const;

/** Two that come at the same time both find none. */
function unlessThere(error: unknown): void {
  if (!(error instanceof GatewayError) || error.code !== 'conflict') throw error;
}
