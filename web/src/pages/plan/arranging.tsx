import { useSignal } from '@preact/signals';
import { InParts } from '../../parts/in-parts.js';
import { texts } from '../../texts/index.js';
import type { KnownDevice } from '../../use-devices.js';
import type { Arrangement, Position } from './arrangement.js';
import { shownName } from './marker.js';

const said = texts.plan;
const AT_FIRST = 10;
/** Where a device comes at first. */
const MIDDLE: Position = { x: 0.5, y: 0.5 };

interface Arranged {
  readonly devices: readonly KnownDevice[];
  readonly arrangement: Arrangement;
}

/** What somebody needs to say where devices are, beside the plan itself. */
export function Arranging({ devices, arrangement }: Arranged) {
  const { chosen, positionOf } = arrangement;
  const device = devices.find(({ deviceId }) => deviceId === chosen.value);
  const position = device && positionOf(device);
  return (
    <>
      <p>{said.arrangeHint}</p>
      <p role="status" class="placed">
        {position && said.placed(shownName(device), percent(position.x), percent(position.y))}
      </p>
      {position && <Numbers device={device} position={position} arrangement={arrangement} />}
      <Unplaced devices={devices.filter((one) => !positionOf(one))} arrangement={arrangement} />
    </>
  );
}

const percent = (share: number): number => Math.round(share * 1000) / 10;

function Numbers({
  device,
  position,
  arrangement: { move, save, takeOff },
}: {
  position: Position;
  device: KnownDevice;
  arrangement: Arrangement;
}) {
  const { deviceId } = device;
  const set = (where: Partial<Position>) => {
    move(deviceId, { ...position, ...where });
    save(deviceId);
  };
  return (
    <fieldset class="row position">
      <legend>{said.chosen(shownName(device))}</legend>
      {(['x', 'y'] as const).map((axis) => (
        <label key={axis}>
          {axis === 'x' ? said.left : said.top}
          <input
            type="number"
            min={0}
            max={100}
            step="any"
            autocomplete="off"
            value={percent(position[axis])}
            onChange={({ currentTarget: { valueAsNumber } }) =>
              Number.isNaN(valueAsNumber) || set({ [axis]: valueAsNumber / 100 })
            }
          />
        </label>
      ))}
      <button type="button" onClick={() => takeOff(deviceId)}>
        {said.takeOff}
      </button>
    </fieldset>
  );
}

function Unplaced({ devices, arrangement: { chosen, move, save } }: Arranged) {
  const words = useSignal('');
  const wanted = words.value.trim().toLowerCase();
  const found = devices.filter((device) =>
    [shownName(device), device.room ?? ''].some((text) => text.toLowerCase().includes(wanted)),
  );
  const place = ({ deviceId }: KnownDevice) => {
    chosen.value = deviceId;
    move(deviceId, MIDDLE);
    save(deviceId);
  };
  if (devices.length === 0) return <p>{`${said.devices}: ${said.allPlaced}`}</p>;
  return (
    <section class="unplaced-choice" aria-labelledby="unplaced">
      <h2 id="unplaced">{said.devices}</h2>
      <label>
        {said.filter}
        <input
          type="search"
          autocomplete="off"
          value={words.value}
          onInput={({ currentTarget: { value } }) => (words.value = value)}
        />
      </label>
      {found.length === 0 && <p>{said.noneLikeThat}</p>}
      <InParts items={found} size={AT_FIRST}>
        {(shown) => (
          <ul class="unplaced">
            {shown.map((device) => (
              <li key={device.deviceId}>
                <button type="button" aria-label={`${said.place} ${shownName(device)}`} onClick={() => place(device)}>
                  {said.place}
                </button>{' '}
                {shownName(device)} {device.room !== undefined && <span class="unit">{device.room}</span>}
              </li>
            ))}
          </ul>
        )}
      </InParts>
    </section>
  );
}
