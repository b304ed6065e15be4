import { document, type components, type operations } from '../../../generated/registry.js';
import type { Access } from '../../auth/access.js';
import type { Destinations, DestinationStatus } from '../../destinations/destinations.js';
import { List } from '../../http/lists/list.js';
import type { Handlers } from '../../http/operations.js';
import type { Immutable } from '../../immutable.js';
import { adjust } from '../../sensors/adjustment.js';
import type { Rejection } from '../../store/rejections.js';
import { destinationHref, rejectionsHref } from './hrefs.js';

type Schemas = Immutable<components['schemas']>;
type Operations = Extract<keyof operations, `Destinations${string}` | `Rejections${string}`>;

/** What is answered of destinations: a part of the registry's handlers. */
export function destinationHandlers(access: Access, destinations: Destinations): Pick<Handlers<operations>, Operations> {
  return {
    async Destinations_GET({ grant }) {
      const seen = access.isWhole(grant) ? await destinations.statuses() : [];
      return { status: 200, body: seen.map(toDestination) };
    },

    async DestinationsDestinationId_GET({ path: { destinationId }, grant }) {
      access.requireDestination(grant, destinationId);
      return { status: 200, body: toDestination(await destinations.status(destinationId)) };
    },

    async Rejections_GET({ path: { destinationId }, query, grant }) {
      access.requireDestination(grant, destinationId);
      const rejections = (await destinations.rejections(destinationId)).map((rejection) => ({ destinationId, ...rejection }));
      return { status: 200, ...rejectionList.answer(rejections, query, rejectionsHref(destinationId)) };
    },

    async Rejections_DELETE({ path: { destinationId }, grant }) {
      access.requireDestination(grant, destinationId);
      await destinations.forget(destinationId);
      return { status: 204 };
    },

    async RejectionsRetries_POST({ path: { destinationId }, body: { rejectionIds }, grant }) {
      access.requireDestination(grant, destinationId);
      return { status: 202, body: { rejections: await destinations.sendAgain(destinationId, rejectionIds?.map(Number)) } };
    },

    async RejectionsRejectionId_DELETE({ path: { destinationId, rejectionId }, grant }) {
      access.requireDestination(grant, destinationId);
      await destinations.forget(destinationId, [Number(rejectionId)]);
      return { status: 204 };
    },
  };
}

function toDestination({ health, lastFailure, ...status }: DestinationStatus): Schemas['Destination'] {
  const { destinationId } = status;
  return {
    ...status,
    ...health,
    counters: { ...status.counters },
    ...(lastFailure && { lastFailure: { time: new Date(lastFailure.time).toISOString(), reason: lastFailure.reason } }),
    _links: { self: { href: destinationHref(destinationId) }, rejections: { href: rejectionsHref(destinationId) } },
  };
}

type Kept = Rejection & { readonly destinationId: string };

function toRejection({ destinationId, seq, time, reason, again, point }: Kept): Schemas['Rejection'] {
  const { measurement, tags, fields, adjustment } = point;
  return {
    rejectionId: String(seq),
    rejectedAt: new Date(time).toISOString(),
    reason,
    again,
    point: {
      ...{ measurement, tags, time: new Date(point.time).toISOString() },
      fields: adjustment ? adjust(fields, adjustment).values : fields,
    },
    _links: { self: { href: `${rejectionsHref(destinationId)}/${seq}` } },
  };
}

const rejectionList = new List({
  document,
  schema: 'Rejection',
  pageSize: 100,
  key: ({ seq }: Kept) => seq,
  represent: toRejection,
});
