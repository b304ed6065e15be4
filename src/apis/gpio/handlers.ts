import type { components, operations } from '../../../generated/gpio.js';
import type { Access } from '../../auth/access.js';
import type { Grant } from '../../auth/grants.js';
import { GatewayError } from '../../errors.js';
import type { Writer } from '../../gpio/leases.js';
import type { Line } from '../../gpio/line.js';
import type { Lines } from '../../gpio/lines.js';
import type { LineSettings, LineValue } from '../../gpio/settings.js';
import { requireMatch } from '../../http/conditions.js';
import { etagOf } from '../../http/encode.js';
import type { Handlers } from '../../http/operations.js';
import type { Immutable } from '../../immutable.js';
import { deviceIdOf } from '../../registry/devices.js';
import type { SubscriptionParts } from '../mec011/subscription-api.js';
import { edgeSubscriptions } from './edge-subscriptions.js';
import { fromPattern, leaseHref, lineHref, toConfiguration, toLease, toLine, toPattern, valueOf } from './mapping.js';

type Schemas = Immutable<components['schemas']>;
type Values = Schemas['Values'];

export interface Gpio extends SubscriptionParts {
  readonly lines: Lines;
  readonly access: Pick<Access, 'requireDevice' | 'seesDevice' | 'isWhole'>;
}

interface Writing {
  readonly grant: Grant;
  readonly header: { readonly 'Umec-Lease'?: string };
}

export function gpioHandlers(parts: Gpio): Handlers<operations> {
  const { lines, access } = parts;
  const lineFor = (grant: Grant, lineId: string): Line => {
    access.requireDevice(grant, deviceIdOf('LINE', lineId), `line ${lineId}`);
    return lines.get(lineId);
  };
  const seenBy = (grant: Grant) => lines.list().filter(({ lineId }) => access.seesDevice(grant, deviceIdOf('LINE', lineId)));
  const represent = (grant: Grant, line: Line) => {
    const lease = lines.leases.ofLine(line.lineId);
    return toLine(line, lease, access.isWhole(grant) || lease?.client === grant.client);
  };
  return {
    Lines_GET({ grant }) {
      return { status: 200, body: seenBy(grant).map((line) => represent(grant, line)) };
    },

    LinesLineId_GET({ path, grant }) {
      return { status: 200, body: represent(grant, lineFor(grant, path.lineId)) };
    },

    LineValue_GET({ path, grant }) {
      return { status: 200, body: { value: lineFor(grant, path.lineId).read() } };
    },

    async LineValue_PUT(call) {
      const line = lineFor(call.grant, call.path.lineId);
      await lines.write(new Map([[line.lineId, call.body.value]]), writerOf(call));
      return { status: 200, body: { value: line.read() } };
    },

    Values_GET({ grant }) {
      return { status: 200, body: valuesOf(seenBy(grant)) };
    },

    async Values_PATCH(call) {
      const values = new Map<string, LineValue>(Object.entries(call.body));
      const written = [...values.keys()].map((lineId) => lineFor(call.grant, lineId));
      await lines.write(values, writerOf(call));
      return { status: 200, body: valuesOf(written) };
    },

    LineConfiguration_GET({ path, grant }) {
      return { status: 200, body: toConfiguration(lineFor(grant, path.lineId).settings) };
    },

    async LineConfiguration_PUT(call) {
      const { lineId } = lineFor(call.grant, call.path.lineId);
      const check = (present: LineSettings) => requireMatch(call.header['If-Match'], etagOf(toConfiguration(present)));
      return { status: 200, body: toConfiguration(await lines.configure(lineId, call.body, check, writerOf(call))) };
    },

    async LinePulse_POST(call) {
      const { lineId } = lineFor(call.grant, call.path.lineId);
      const player = await lines.pulse(lineId, call.body, writerOf(call));
      return { status: 202, headers: { Location: `${lineHref(lineId)}/pattern` }, body: toPattern(player) };
    },

    LinePattern_GET({ path, grant }) {
      const { player, lineId } = lineFor(grant, path.lineId);
      if (!player) throw new GatewayError('notFound', `line ${lineId} has shown no pattern since the gateway started`);
      return { status: 200, body: toPattern(player) };
    },

    async LinePattern_PUT(call) {
      const { lineId } = lineFor(call.grant, call.path.lineId);
      return { status: 202, body: toPattern(await lines.play(lineId, fromPattern(call.body), writerOf(call))) };
    },

    async LinePattern_DELETE(call) {
      await lines.stop(lineFor(call.grant, call.path.lineId).lineId, writerOf(call));
      return { status: 204 };
    },

    async Leases_POST({ body: { lineIds, durationS, atEnd }, grant }) {
      for (const lineId of lineIds) lineFor(grant, lineId);
      const lease = await lines.lease(lineIds, grant.client, durationS * 1000, atEnd);
      return { status: 201, headers: { Location: leaseHref(lease.leaseId) }, body: toLease(lease) };
    },

    LeasesLeaseId_GET({ path, grant }) {
      return { status: 200, body: toLease(lines.leases.get(path.leaseId, grant.client)) };
    },

    LeasesLeaseId_PUT({ path, body, grant }) {
      // who may not see a line any more must not keep it from others
      for (const lineId of lines.leases.get(path.leaseId, grant.client).lineIds) lineFor(grant, lineId);
      return { status: 200, body: toLease(lines.leases.renew(path.leaseId, grant.client, body.durationS * 1000)) };
    },

    LeasesLeaseId_DELETE({ path, grant }) {
      lines.leases.end(path.leaseId, grant.client);
      return { status: 204 };
    },

    ...edgeSubscriptions(parts, lineFor),
  };
}

function writerOf({ grant: { client }, header: { 'Umec-Lease': leaseId } }: Writing): Writer {
  return { client, ...(leaseId === undefined ? {} : { leaseId }) };
}

/** Those that can be read. */
function valuesOf(lines: readonly Line[]): Values {
  return Object.fromEntries(
    lines.flatMap((line) => {
      const { value } = valueOf(line);
      return value === undefined ? [] : [[line.lineId, value]];
    }),
  );
}
