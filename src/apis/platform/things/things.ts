import { createHash } from 'node:crypto';
import type { Access } from '../../../auth/access.js';
import type { Grant } from '../../../auth/grants.js';
import { GatewayError } from '../../../errors.js';
import type { Line } from '../../../gpio/line.js';
import { mapOnce } from '../../../http/memo.js';
import type { Device, Devices } from '../../../registry/devices.js';
import type { Gateway } from '../../../registry/own-services.js';
import { type Affordances, thingDescription, type ThingDescription } from './thing.js';
import { cameraAffordances, lineAffordances, nameOf, tagAffordances } from './affordances.js';
import { directoryOf } from './directory.js';
import { thingIdOf } from './thing-id.js';

export interface ThingsParts {
  readonly gateway: Gateway;
  readonly devices: Pick<Devices, 'list'>;
  /** The line of this `lineId`. */
  readonly lines: { readonly get: (lineId: string) => Pick<Line, 'settings'> };
  readonly access: Pick<Access, 'devices'>;
}

export interface Page {
  readonly offset: number;
  readonly limit: number;
}

export interface ThingPage {
  readonly things: readonly ThingDescription[];
  /** The next page and the whole list, as one `Link` header. */
  readonly link: string;
}

/** The devices that are things, by their identifiers and in the order of those. */
interface Listed {
  readonly byId: ReadonlyMap<string, Device>;
  /** Another one as soon as a thing came or went. */
  readonly etag: string;
}

type Describe = (device: Device) => Affordances;

/** The inventory in the words of the Web of Things: what has an address of its own is a thing. */
export class Things {
  /** The gateway itself. */
  readonly directory: ThingDescription;
  private readonly describe: Readonly<Partial<Record<Device['kind'], Describe>>>;
  private readonly listed = mapOnce((devices: readonly Device[]) => this.listOf(devices));

  constructor(private readonly parts: ThingsParts) {
    const { gateway, lines } = parts;
    this.directory = directoryOf(gateway);
    this.describe = {
      TAG: (device) => tagAffordances(device, gateway),
      CAMERA: (device) => cameraAffordances(device, gateway),
      LINE: (device) => lineAffordances(device, lines.get(nameOf(device)).settings, gateway),
    };
  }

  /** @see W3C WoT Discovery, clause 7.3.2.1.5 */
  page(grant: Grant, { offset, limit }: Page): ThingPage {
    const { byId, etag } = this.seenBy(grant);
    const shown = [...byId].slice(offset, offset + limit);
    const end = offset + shown.length;
    const { url } = this.parts.gateway;
    const next = `<${url}/things?offset=${end}&limit=${limit}>; rel="next"`;
    const all = `<${url}/things>; rel="canonical"; etag="${etag}"`;
    return {
      things: shown.flatMap(([id, device]) => this.thingsOf(id, device)),
      link: end < byId.size ? `${next}, ${all}` : all,
    };
  }

  /** @throws GatewayError `notFound`, also for what the caller may not see */
  get(grant: Grant, id: string): ThingDescription {
    const device = this.seenBy(grant).byId.get(id);
    const [thing] = device ? this.thingsOf(id, device) : [];
    if (!thing) throw new GatewayError('notFound', `there is no thing ${id}`);
    return thing;
  }

  private seenBy(grant: Grant): Listed {
    return this.listed(this.parts.access.devices(grant, this.parts.devices.list()));
  }

  private thingsOf(id: string, device: Device): ThingDescription[] {
    const own = this.describe[device.kind]?.(device);
    return own ? [thingDescription({ id, title: device.name ?? device.deviceId, ...own }, this.parts.gateway)] : [];
  }

  private listOf(devices: readonly Device[]): Listed {
    const entries = devices
      .filter(({ kind }) => this.describe[kind])
      .map((device) => [thingIdOf(device, this.parts.gateway.id), device] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const ids = entries.map(([id]) => id).join();
    return { byId: new Map(entries), etag: createHash('sha256').update(ids).digest('base64url').slice(0, 22) };
  }
}
