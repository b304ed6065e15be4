import { describe, expect, it } from '@jest/globals';
import { Things } from '../../../../src/apis/platform/things/things.js';
import type { ThingDescription } from '../../../../src/apis/platform/things/thing.js';
import { Access } from '../../../../src/auth/access.js';
import { OpenGrants } from '../../../../src/auth/grants.js';
import { EventBus } from '../../../../src/events/bus.js';
import { type Device, Devices } from '../../../../src/registry/devices.js';
import { active, observedHealth } from '../../../../src/registry/health.js';
import { ManualClock } from '../../../manual-clock.js';

const everybody = new OpenGrants().find();
const url = 'https://town.example/umec';
const settings = {
  direction: 'OUTPUT',
  activeLow: false,
  bias: 'AS_IS',
  drive: 'PUSH_PULL',
  edge: 'NONE',
  debounceUs: 0,
} as const;
const ALL = { offset: 0, limit: 100 };

class Bench {
  readonly devices = new Devices(new EventBus(), new ManualClock());
  readonly things = new Things({
    gateway: { id: '00000000-0000-4000-8000-000000000000', url, tokenEndpoint: `${url}/oauth2/token` },
    devices: this.devices,
    lines: { get: () => ({ settings }) },
    access: new Access(),
  });

  add(deviceId: string, kind: Device['kind']): Disposable {
    return this.devices.add({ deviceId, kind, driver: 'simulated', health: observedHealth(active) });
  }

  addAll(): void {
    for (const kind of ['CAMERA', 'LINE', 'RADIO', 'CHIP'] as const) this.add(`${kind.toLowerCase()}-x`, kind);
    this.add('tag-CBB8334C884F', 'TAG');
  }

  /** Of how many things, and which list it says that is. */
  page(offset: number, limit: number) {
    const { things, link } = this.things.page(everybody, { offset, limit });
    return { ids: things.map(({ id }) => id), links: link.split(', ') };
  }
}

function hrefsOf({ base, properties, events = {}, links }: ThingDescription): string[] {
  const forms = [...Object.values(properties), ...Object.values(events)].flatMap(
    (one) => one.forms as unknown as { href: string }[],
  );
  return [...forms, ...(links as unknown as { href: string }[])].map(({ href }) => new URL(href, base).href);
}

describe('The things of a gateway', () => {
  it('are what has an address of its own: tags, cameras and lines', () => {
    const bench = new Bench();
    bench.addAll();
    const { things } = bench.things.page(everybody, ALL);
    expect(things.map(({ title }) => title).sort()).toEqual(['camera-x', 'line-x', 'tag-CBB8334C884F']);
  });

  it('are reached where the gateway is called, also behind a proxy', () => {
    const bench = new Bench();
    bench.addAll();
    const hrefs = [...bench.things.page(everybody, ALL).things, bench.things.directory].flatMap(hrefsOf);
    expect(hrefs.filter((href) => !/^(https|wss):\/\/town\.example\/umec\/[a-z]/.test(href))).toEqual([]);
    expect(hrefs).toContain('wss://town.example/umec/events/v1?topic=sensors%2FCB%3AB8%3A33%3A4C%3A88%3A4F%2Freading');
  });

  it('come in pages, of which each says where the next one is and which list it is of', () => {
    const bench = new Bench();
    bench.addAll();
    const first = bench.page(0, 2);
    expect(first.links).toEqual([
      `<${url}/things?offset=2&limit=2>; rel="next"`,
      expect.stringMatching(/^<https:\/\/town\.example\/umec\/things>; rel="canonical"; etag="[\w-]+"$/),
    ]);
    const second = bench.page(2, 2);
    expect(second.links).toEqual(first.links.slice(1));
    expect([...first.ids, ...second.ids]).toEqual(bench.page(0, 100).ids);
    expect(bench.page(7, 2).ids).toEqual([]);
  });

  it('are another list when one comes or goes, and no other when one changes', () => {
    const bench = new Bench();
    bench.addAll();
    const etag = () => bench.page(0, 1).links.at(-1);
    const before = etag();
    const listing = bench.add('tag-CBB8334C8850', 'TAG');
    expect(etag()).not.toBe(before);
    listing[Symbol.dispose]();
    bench.add('radio-y', 'RADIO');
    expect(etag()).toBe(before);
  });

  it('are those that the caller may see; others are not there', () => {
    const bench = new Bench();
    bench.addAll();
    const grant = { ...everybody, tenant: 'town', devices: new Set(['camera-x']) };
    const { things } = bench.things.page(grant, ALL);
    expect(things.map(({ title }) => title)).toEqual(['camera-x']);
    expect(bench.things.get(grant, things[0]?.id ?? '')).toEqual(things[0]);
    const id = 'urn:dev:mac:cbb833fffe4c884f';
    expect(bench.things.get(everybody, id).id).toBe(id);
    expect(() => bench.things.get(grant, id)).toThrow(`there is no thing ${id}`);
  });
});
