import type { operations } from '../../../generated/registry.js';
import type { Access } from '../../auth/access.js';
import { GatewayError } from '../../errors.js';
import { requireMatch } from '../../http/conditions.js';
import { etagOf } from '../../http/encode.js';
import type { Handlers } from '../../http/operations.js';
import type { Plan, PlanBytes } from '../../registry/plan.js';

const SELF = { href: '/registry/v1/plan' };

export function planHandlers(access: Access, plan: Plan): Pick<Handlers<operations>, 'Plan_GET' | 'Plan_PUT' | 'Plan_DELETE'> {
  return {
    Plan_GET({ grant }) {
      access.requireHost(grant, 'the plan');
      const body = plan.get();
      return body ? { status: 200, type: 'image/webp', body } : { status: 204 };
    },

    async Plan_PUT({ body, header, grant }) {
      access.requireHost(grant, 'the plan');
      const { bytes, width, height } = await plan.put(Buffer.from(body, 'latin1'), unchangedSince(header['If-Match']));
      return { status: 200, etag: etagOf(bytes), body: { width, height, bytes: bytes.length, _links: { self: SELF } } };
    },

    async Plan_DELETE({ header, grant }) {
      access.requireHost(grant, 'the plan');
      await plan.remove(unchangedSince(header['If-Match']));
      return { status: 204 };
    },
  };
}

/** RFC 9110, clause 13.1.1: where there is none, no tag is its. */
function unchangedSince(header: string | undefined): (present: PlanBytes | undefined) => void {
  return (present) => {
    if (present) requireMatch(header, etagOf(present));
    else if (header !== undefined) throw new GatewayError('preconditionFailed', `If-Match is ${header}, but there is no plan`);
  };
}
