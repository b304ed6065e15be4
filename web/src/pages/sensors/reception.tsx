import './reception.css';
import { answerOf, sensors } from '../../api.js';
import { FIELDS } from '../../fields.js';
import { Ago } from '../../parts/ago.js';
import { Shown, useAsked } from '../../parts/asked.js';
import { useEvery } from '../../parts/every.js';
import { SignalBars } from '../../parts/signal-bars.js';
import { texts } from '../../texts/index.js';

const { sensor: said } = texts.sensors;
/** That another radio hears it is told by no event. */
const AGAIN_MS = 15_000;
/** Two levels of a signal, in dBm, are so many dB apart. */
const TRENDED = { batteryVoltage: FIELDS.batteryVoltage.unit, rssi: 'dB' } as const;
const FIELDS_TRENDED = Object.keys(TRENDED) as readonly (keyof typeof TRENDED)[];

/** Which radios hear a tag, how often, and where its battery and its signal are going. */
export function Reception({ mac }: { mac: string }) {
  const path = { mac };
  const asked = useAsked(
    () =>
      Promise.all([
        answerOf(sensors.GET('/tags/{mac}', { params: { path } })),
        answerOf(sensors.GET('/tags/{mac}/trends', { params: { path } })),
      ]),
    [mac],
  );
  useEvery(AGAIN_MS, asked.anew);
  return (
    <section aria-labelledby="reception">
      <h2 id="reception">{said.heardBy}</h2>
      <Shown asked={asked}>
        {([tag, trends]) => (
          <>
            {tag.receivers.length === 0 && <p>{said.heardByNone}</p>}
            <ul class="receivers">
              {tag.receivers.map(({ receiver, rssi, lastSeen }) => (
                <li key={receiver}>
                  {receiver} {rssi !== undefined && <SignalBars rssi={rssi} />} <Ago time={lastSeen} />
                </li>
              ))}
            </ul>
            <p>
              {[
                said.format(tag.dataFormat),
                ...(tag.expectedIntervalS === undefined ? [] : [said.expected(tag.expectedIntervalS)]),
              ].join(', ')}
            </p>
            {FIELDS_TRENDED.map((field) => {
              const trend = trends[field];
              return (
                trend && (
                  <p key={field}>
                    {said.trends[field]}: {said.perDay(signed(trend.perDay, TRENDED[field]))}
                  </p>
                )
              );
            })}
          </>
        )}
      </Shown>
    </section>
  );
}

function signed(value: number, unit: string): string {
  return `${value > 0 ? '+' : ''}${Number(value.toPrecision(2))} ${unit}`;
}
