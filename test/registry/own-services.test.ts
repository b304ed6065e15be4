import { describe, expect, it, jest } from '@jest/globals';
import { active, observedHealth, suspended } from '../../src/registry/health.js';
import { offerOwnServices, ownServices, uuidOf } from '../../src/registry/own-services.js';
import { openPlatform } from './platform.js';

const gateway = { id: '0b2f4f6e-0000-4000-8000-000000000001', url: 'http://127.0.0.1:8080' };

async function setUp() {
  const { services, clock } = await openPlatform();
  const [lens, hci0, hci1] = [observedHealth(active), observedHealth(suspended('no adapter')), observedHealth(active)];
  const door = observedHealth(active);
  const own = ownServices({
    radios: [{ health: hci0 }, { health: hci1 }],
    cameras: [{ cameraId: 'lens-1', health: lens }],
    lines: [{ lineId: '17', name: 'door', health: door }],
  });
  const offered = await offerOwnServices(services, gateway, own);
  /** Once what happened has been noted. */
  const stateOf = async (name: string) => {
    await clock.advance(0);
    return services.list().find(({ info }) => info.serName === name)?.info.state;
  };
  return { services, lens, door, hci0, hci1, offered, stateOf };
}

describe('The gateway’s own services', () => {
  it('are SUSPENDED with their camera, and ACTIVE with it', async () => {
    const { lens, stateOf } = await setUp();
    expect(await stateOf('umec-camera-lens-1')).toBe('ACTIVE');
    lens.set(suspended('pulled out'));
    expect(await stateOf('umec-camera-lens-1')).toBe('SUSPENDED');
    expect(await stateOf('umec-sensors')).toBe('ACTIVE');
    lens.set(active);
    expect(await stateOf('umec-camera-lens-1')).toBe('ACTIVE');
  });

  it('are SUSPENDED with their line, which is at its own address', async () => {
    const { services, door, stateOf } = await setUp();
    const [info] = services.list().flatMap(({ info }) => (info.serName === 'umec-line-17' ? [info] : []));
    expect(info?.transportInfo).toMatchObject({
      description: 'Line 17: door',
      endpoint: { uris: ['http://127.0.0.1:8080/gpio/v1/lines/17'] },
    });
    door.set(suspended('held by gpiomon'));
    expect(await stateOf('umec-line-17')).toBe('SUSPENDED');
    expect(await stateOf('umec-camera-lens-1')).toBe('ACTIVE');
  });

  it('say where their callers get tokens, where tokens are asked for', async () => {
    const tokenEndpoint = `${gateway.url}/oauth2/token`;
    const { services } = await openPlatform();
    await offerOwnServices(services, { ...gateway, tokenEndpoint }, ownServices({ radios: [], cameras: [], lines: [] }));
    const security = { oAuth2Info: { grantTypes: ['OAUTH2_CLIENT_CREDENTIALS'], tokenEndpoint } };
    expect(services.list().map(({ info }) => info.transportInfo.security)).toEqual([security, security, security]);
  });

  it('are offered once when several change together', async () => {
    const { services, lens, door, stateOf } = await setUp();
    const offers = jest.spyOn(services, 'offer');
    for (const health of [lens, door]) health.set(suspended('pulled out'));
    expect([await stateOf('umec-line-17'), await stateOf('umec-camera-lens-1')]).toEqual(['SUSPENDED', 'SUSPENDED']);
    expect(offers).toHaveBeenCalledTimes(1);
  });

  it('hear tags as long as one radio hears', async () => {
    const { hci0, hci1, stateOf } = await setUp();
    expect(await stateOf('umec-sensors')).toBe('ACTIVE');
    hci1.set(suspended('switched off'));
    expect(await stateOf('umec-sensors')).toBe('SUSPENDED');
    hci0.set(active);
    expect(await stateOf('umec-sensors')).toBe('ACTIVE');
  });

  it('have no tags to offer without a radio', () => {
    const [sensors] = ownServices({ radios: [], cameras: [], lines: [] });
    expect(sensors?.health.value).toMatchObject({ state: 'SUSPENDED', reason: expect.stringContaining('devices.radios') });
  });

  it('are the same after a restart, and say where to call them', async () => {
    const [one, other] = [await setUp(), await setUp()];
    expect(one.services.list()).toEqual(other.services.list());
    expect(one.services.list().map(({ info }) => info.transportInfo.endpoint.uris)).toEqual([
      ['http://127.0.0.1:8080/sensors/v1'],
      ['http://127.0.0.1:8080/camera/v1/cameras/lens-1'],
      ['http://127.0.0.1:8080/gpio/v1/lines/17'],
      ['ws://127.0.0.1:8080/events/v1'],
      ['http://127.0.0.1:8080/registry/v1'],
    ]);
  });

  it('follow nothing any more once they are withdrawn', async () => {
    const { lens, offered, stateOf } = await setUp();
    offered[Symbol.dispose]();
    lens.set(suspended('pulled out'));
    expect(await stateOf('umec-camera-lens-1')).toBe('ACTIVE');
  });

  it('have identifiers that are UUIDs of version 8', () => {
    expect(uuidOf('x')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(uuidOf('x')).not.toBe(uuidOf('y'));
  });
});
