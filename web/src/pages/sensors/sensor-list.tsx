import './sensor-list.css';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { AIR, withUnit } from '../../fields.js';
import { Ago } from '../../parts/ago.js';
import { MOST_LINES } from '../../parts/chart-drawn.js';
import { InParts } from '../../parts/in-parts.js';
import { PresenceMark } from '../../parts/presence-mark.js';
import { Table } from '../../parts/table.js';
import { hrefTo } from '../../route.js';
import { macOf, nameOf, tagOf } from '../../tags.js';
import { texts } from '../../texts/index.js';
import type { KnownDevice } from '../../use-devices.js';

const { list: said } = texts.sensors;
const ROWS = 50;

type Kind = keyof typeof said.kinds;

const KINDS: Readonly<Record<Kind, (device: KnownDevice) => boolean>> = {
  all: ({ adoption }) => adoption !== 'IGNORED',
  heard: ({ state }) => state === 'ACTIVE',
  quiet: ({ state, adoption }) => state !== 'ACTIVE' && adoption !== 'IGNORED',
  fresh: ({ adoption }) => adoption === 'NEW',
  ignored: ({ adoption }) => adoption === 'IGNORED',
};

/** What a tag is looked for by. */
const shownName = ({ deviceId, name }: KnownDevice): string => nameOf({ mac: macOf(deviceId), name });

/** Every tag, to be found, looked at and compared. */
export function SensorList({ devices }: { devices: readonly KnownDevice[] }) {
  const words = useSignal('');
  const kind = useSignal<Kind>('all');
  const chosen = useSignal<readonly string[]>([]);
  const wanted = words.value.trim().toLowerCase();
  const found = devices
    .filter(KINDS[kind.value])
    .filter((device) =>
      [shownName(device), device.room ?? '', macOf(device.deviceId)].some((text) => text.toLowerCase().includes(wanted)),
    )
    .sort((a, b) => shownName(a).localeCompare(shownName(b)));
  const choose = (mac: string, isChosen: boolean) => {
    chosen.value = isChosen ? [...chosen.value, mac] : chosen.value.filter((one) => one !== mac);
  };
  const count = chosen.value.length;
  return (
    <section aria-labelledby="all">
      <h2 id="all">{said.all}</h2>
      <div class="row choosing">
        <label>
          {said.filter}
          <input
            type="search"
            autocomplete="off"
            value={words.value}
            onInput={({ currentTarget: { value } }) => (words.value = value)}
          />
        </label>
        <label>
          {said.which}
          <select value={kind.value} onChange={({ currentTarget: { value } }) => (kind.value = value as Kind)}>
            {(Object.keys(said.kinds) as Kind[]).map((one) => (
              <option key={one} value={one}>
                {said.kinds[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p aria-live="polite">
        {count >= 2 ? <a href={hrefTo('sensors', chosen.value.join())}>{said.compare(count)}</a> : said.compareHint(MOST_LINES)}
      </p>
      <InParts items={found} size={ROWS}>
        {(shown) => (
          <Table
            {...{ caption: said.all, columns: said.columns, none: said.none, rows: shown }}
            keyOf={({ deviceId }) => deviceId}
            cells={(device) => cellsOf(device, { chosen: chosen.value, choose })}
          />
        )}
      </InParts>
    </section>
  );
}

interface Choice {
  readonly chosen: readonly string[];
  readonly choose: (mac: string, isChosen: boolean) => void;
}

function cellsOf(device: KnownDevice, choice: Choice): readonly ComponentChildren[] {
  const mac = macOf(device.deviceId);
  const tag = tagOf(mac);
  const field = tag && AIR.find((one) => tag.reading[one] !== undefined);
  return [
    <Name key="name" device={device} />,
    device.room,
    <span key="state" title={tag?.reason ?? device.reason}>
      {tag ? <PresenceMark presence={tag.presence} /> : said.notRead}
    </span>,
    field && <span class="number">{withUnit(field, tag.reading[field] ?? 0)}</span>,
    tag && <Ago time={tag.reading.time} />,
    tag && <Compare key="compare" mac={mac} name={shownName(device)} {...choice} />,
  ];
}

function Name({ device }: { device: KnownDevice }) {
  const { adoption } = device;
  return (
    <>
      <a href={hrefTo('sensors', macOf(device.deviceId))}>{shownName(device)}</a>
      {adoption !== undefined && adoption !== 'ADOPTED' && <span class="tagged">{said.adoption[adoption]}</span>}
    </>
  );
}

function Compare({ mac, name, chosen, choose }: Choice & { mac: string; name: string }) {
  const isChosen = chosen.includes(mac);
  return (
    <label class="comparing">
      <input
        type="checkbox"
        checked={isChosen}
        disabled={!isChosen && chosen.length >= MOST_LINES}
        aria-label={said.compareOne(name)}
        onChange={({ currentTarget }) => choose(mac, currentTarget.checked)}
      />
      <span aria-hidden="true">{said.columns[5]}</span>
    </label>
  );
}
