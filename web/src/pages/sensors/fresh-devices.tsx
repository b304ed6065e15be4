import './fresh-devices.css';
import { useState } from 'preact/hooks';
import { readConfiguration, writeConfiguration } from '../../device-configuration.js';
import { withUnit } from '../../fields.js';
import { Problem } from '../../parts/asked.js';
import { Button } from '../../parts/button.js';
import { Confirmed } from '../../parts/confirmed.js';
import { InParts } from '../../parts/in-parts.js';
import { useSending } from '../../parts/sending.js';
import { SignalBars } from '../../parts/signal-bars.js';
import { hrefTo } from '../../route.js';
import { macOf, nameOf, tagOf } from '../../tags.js';
import { texts } from '../../texts/index.js';
import type { KnownDevice } from '../../use-devices.js';

const { list: said } = texts.sensors;
const AT_FIRST = 12;

/** Tags that nobody has decided about; another appears as soon as it is heard. */
export function FreshDevices({ devices }: { devices: readonly KnownDevice[] }) {
  return (
    <section aria-labelledby="fresh">
      <h2 id="fresh">
        {said.fresh} <span class="fresh-count">{devices.length}</span>
      </h2>
      <p>{devices.length === 0 ? said.nothingFresh : said.freshHint}</p>
      <InParts items={devices} size={AT_FIRST}>
        {(shown) => (
          <ul class="fresh">
            {shown.map((device) => (
              <Fresh key={device.deviceId} device={device} />
            ))}
          </ul>
        )}
      </InParts>
    </section>
  );
}

function Fresh({ device }: { device: KnownDevice }) {
  const { isSending, refused, send } = useSending();
  const [isAsking, setAsking] = useState(false);
  const mac = macOf(device.deviceId);
  const name = nameOf({ mac, name: device.name });
  // one that is read is told of by what it says
  const reading = tagOf(mac)?.reading;
  return (
    <li>
      <p class="who">
        <strong>{name}</strong>
        {name !== mac && <span class="unit">{mac}</span>}
        {reading?.rssi !== undefined && <SignalBars rssi={reading.rssi} />}
        {reading?.temperature !== undefined && <span>{withUnit('temperature', reading.temperature)}</span>}
        {!reading && device.reason !== undefined && <span class="unit">{device.reason}</span>}
      </p>
      <div class="row">
        <a class="button" href={hrefTo('sensors', mac)} aria-label={`${said.setUp} ${name}`}>
          {said.setUp}
        </a>
        <Button isOff={isSending} aria-label={`${said.ignore} ${name}`} onClick={() => setAsking(true)}>
          {said.ignore}
        </Button>
      </div>
      {refused && <Problem refused={refused} />}
      {isAsking && (
        <Confirmed
          question={texts.sensors.form.ignoreAsked(name)}
          action={texts.sensors.form.ignore}
          onNo={() => setAsking(false)}
          onYes={() => {
            setAsking(false);
            void send(() => ignore(device));
          }}
        />
      )}
    </li>
  );
}

/** It can be taken back: it stands among those that are ignored. */
async function ignore({ deviceId }: KnownDevice): Promise<void> {
  const { value, etag } = await readConfiguration(deviceId);
  await writeConfiguration(deviceId, { value: { ...value, adoption: 'IGNORED' }, etag });
}
