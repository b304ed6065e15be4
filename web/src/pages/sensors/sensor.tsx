import './sensor.css';
import { useSignal } from '@preact/signals';
import { fieldsOf, FIELDS, measuredOf, numberOf, withUnit } from '../../fields.js';
import { Ago } from '../../parts/ago.js';
import { PresenceMark } from '../../parts/presence-mark.js';
import { SignalBars } from '../../parts/signal-bars.js';
import { hrefTo } from '../../route.js';
import { may } from '../../session.js';
import { type LiveTag, tagOf } from '../../tags.js';
import { texts } from '../../texts/index.js';
import { canBeCalibrated } from './configured.js';
import { ConfigurationForm } from './configuration-form.js';
import { History } from './history.js';
import { Reception } from './reception.js';

const { sensor: said } = texts.sensors;

/** One sensor: how it does, what it says and has said, and what people say of it. */
export function Sensor({ mac }: { mac: string }) {
  // one that is adopted now is read from now on
  const tag = tagOf(mac);
  return (
    <>
      <p>
        <a href={hrefTo('sensors')}>{said.back}</a>
      </p>
      {tag ? <Read tag={tag} /> : <p>{said.none}</p>}
      {may('registry:write') && <ConfigurationForm mac={mac} reading={tag?.reading} />}
    </>
  );
}

function Read({ tag }: { tag: LiveTag }) {
  const { mac, presence, reason, room, reading } = tag;
  const fields = useSignal(measuredOf(reading));
  return (
    <>
      <p class="standing">
        <PresenceMark presence={presence} />
        {reading.rssi !== undefined && <SignalBars rssi={reading.rssi} />}
        <Ago time={reading.time} />
        <span>{mac}</span>
        {room !== undefined && <span>{room}</span>}
      </p>
      {reason !== undefined && <p class="reason">{reason}</p>}
      <section aria-labelledby="latest">
        <h2 id="latest">{said.latest}</h2>
        <Values tag={tag} />
      </section>
      <section aria-labelledby="history">
        <h2 id="history">{texts.sensors.history.title}</h2>
        <History macs={[mac]} fields={fields.value} />
      </section>
      <Reception mac={mac} />
    </>
  );
}

function Values({ tag: { reading } }: { tag: LiveTag }) {
  return (
    <dl class="values">
      {fieldsOf(reading).map((field) => {
        const measured = canBeCalibrated(field) ? reading.measured?.[field] : undefined;
        return (
          <div key={field}>
            <dt>{texts.fields[field]}</dt>
            <dd>
              <strong>{numberOf(field, reading[field] ?? 0)}</strong> <span class="unit">{FIELDS[field].unit}</span>
              {measured !== undefined && <span class="measured">{said.measured(withUnit(field, measured))}</span>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
