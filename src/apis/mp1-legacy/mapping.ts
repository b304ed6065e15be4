import type { components } from '../../../generated/mp1-legacy.js';
import { mapOnce } from '../../http/memo.js';
import type { Immutable } from '../../immutable.js';
import type { Service, ServiceInfoRequest, TransportInfo } from '../../registry/service.js';
import { fromServiceInfo as fromPresentServiceInfo } from '../mec011-service-management/mapping.js';

type Schemas = Immutable<components['schemas']>;
export type ServiceInfo = Schemas['Mp1ServiceInfo'];

/** @see ETSI GS MEC 011 V1.1.1, clause 6.2.2: no locality, no signs of life, no links, and no SUSPENDED */
export const toServiceInfo = mapOnce(({ info }: Service): ServiceInfo => {
  const { serInstanceId, serName, serCategory, version, state, transportInfo, serializer } = info;
  return {
    serInstanceId,
    serName,
    ...(serCategory ? { serCategory } : {}),
    version,
    state: state === 'ACTIVE' ? 'ACTIVE' : 'INACTIVE',
    transportInfo,
    serializer,
  };
});

/**
 * Takes from the body what there was in 2019. Whoever knew no signs of life can send none, and is never suspended for it.
 *
 * @throws GatewayError `invalid` as in service management
 */
export function fromServiceInfo(
  { serName, serCategory, version, state, transportId, transportInfo, serializer }: Schemas['Mp1ServiceInfoRequest'],
  transports: readonly TransportInfo[],
): ServiceInfoRequest {
  const said = {
    ...{ serName, version, state, serializer },
    ...(serCategory ? { serCategory } : {}),
    ...(transportId === undefined ? {} : { transportId }),
    ...(transportInfo ? { transportInfo } : {}),
  };
  return fromPresentServiceInfo(said, transports);
}
