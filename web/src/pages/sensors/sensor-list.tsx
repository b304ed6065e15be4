import { useSignal } from '@preact/signals';
import { AIR, withUnit } from '../../fields.js';
import { Ago } from '../../parts/ago.js';
import { MOST_LINES } from '../../parts/chart-drawn.js';
import { InParts } from '../../parts/in-parts.js';
import { PresenceMark } from '../../parts/presence-mark.js';
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
      {found.length === 0 && <p>{said.none}</p>}
      <InParts items={found} size={ROWS}>
        {(shown) => <Rows devices={shown} chosen={chosen.value} choose={choose} />}
      </InParts>
    </section>
  );
}

interface Choice {
  readonly chosen: readonly string[];
  readonly choose: (mac: string, isChosen: boolean) => void;
}

function Rows({ devices, ...choice }: Choice & { devices: readonly KnownDevice[] }) {
  if (devices.length === 0) return null;
  return (
    <table class="cards">
      <thead>
        <tr>
          {said.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {devices.map((device) => (
          <Row key={device.deviceId} device={device} {...choice} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ device, chosen, choose }: Choice & { device: KnownDevice }) {
  const mac = macOf(device.deviceId);
  const tag = tagOf(mac);
  const name = shownName(device);
  const isChosen = chosen.includes(mac);
  const field = tag && AIR.find((one) => tag.reading[one] !== undefined);
  return (
    <tr>
      <td>
        <a href={hrefTo('sensors', mac)}>{name}</a>
        {device.adoption !== undefined && device.adoption !== 'ADOPTED' && (
          <span class="tagged">{said.adoption[device.adoption]}</span>
        )}
      </td>
      <td data-label={said.columns[1]}>{device.room}</td>
      <td data-label={said.columns[2]} title={tag?.reason ?? device.reason}>
        {tag ? <PresenceMark presence={tag.presence} /> : said.notRead}
      </td>
      <td data-label={said.columns[3]} class="number">
        {field && withUnit(field, tag.reading[field] ?? 0)}
      </td>
      <td data-label={said.columns[4]}>{tag && <Ago time={tag.reading.time} />}</td>
      <td>
        {tag && (
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
        )}
      </td>
    </tr>
  );
}
