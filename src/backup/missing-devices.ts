import { existsSync } from 'node:fs';
import type { Config } from '../config/schema.js';
import type { Hardware } from '../devices/detect.js';
import { deviceIdOf } from '../registry/devices.js';
import { type Database, textOf } from '../store/sqlite.js';

/** What a restored state knows of hardware. */
export interface KnownDevices {
  /** Of which people have said something. */
  readonly deviceIds: readonly string[];
  /** That clients have configured. */
  readonly lineIds: readonly string[];
}

export function knownDevices(state: Database): KnownDevices {
  const idsOf = (collection: string) =>
    state
      .prepare('SELECT id FROM documents WHERE collection = ? ORDER BY id')
      .all(collection)
      .map(({ id }) => textOf(id));
  return { deviceIds: idsOf('devices'), lineIds: idsOf('gpio-lines') };
}

/**
 * What the backup or the configuration has that this machine has not, in words for people. Nothing of it is an error: what is
 * plugged in later is there then.
 *
 * @param exists whether there is such a device; an argument for tests
 */
export function missingDevices(
  { deviceIds, lineIds }: KnownDevices,
  { radios, cameras, chips }: Config['devices'],
  { adapters, chips: found }: Pick<Hardware, 'adapters' | 'chips'>,
  exists: (path: string) => boolean = existsSync,
): readonly string[] {
  const lines = new Set(Object.values(chips).flatMap((chip) => Object.keys(chip.lines)));
  const configured = new Set([
    ...Object.keys(radios).map((name) => deviceIdOf('RADIO', name)),
    ...Object.keys(cameras).map((name) => deviceIdOf('CAMERA', name)),
    ...Object.keys(chips).map((name) => deviceIdOf('CHIP', name)),
    ...[...lines].map((name) => deviceIdOf('LINE', name)),
  ]);
  const tags = deviceIds.filter((id) => id.startsWith('tag-'));
  const others = deviceIds.filter((id) => !id.startsWith('tag-') && !configured.has(id));
  return [
    ...Object.entries(radios)
      .filter(([name, { driver }]) => driver === 'bluez' && !adapters.includes(name))
      .map(([name]) => `radio ${name}: this machine has no such Bluetooth adapter`),
    ...Object.entries(cameras).flatMap(([name, camera]) =>
      camera.driver === 'v4l2' && !exists(camera.device) ? [`camera ${name}: this machine has no ${camera.device}`] : [],
    ),
    ...Object.entries(chips).flatMap(([name, chip]) => {
      if (chip.driver === 'simulated') return [];
      const device = chip.driver === 'gpiochip' ? chip.device : undefined;
      const isThere = device === undefined ? found.length > 0 : exists(device);
      return isThere ? [] : [`chip ${name}: this machine has no ${device ?? 'GPIO chip'}`];
    }),
    ...others.map((id) => `${id}: the configuration does not name it; what was said of it is kept`),
    ...lineIds
      .filter((id) => !lines.has(id))
      .map((id) => `line ${id}: the configuration does not name it; its settings are kept`),
    ...(tags.length > 0 && Object.keys(radios).length === 0
      ? [`${tags.length} tags: the configuration names no radio that could hear them; what was said of them is kept`]
      : []),
  ];
}
