import './reading-tile.css';
import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { AIR, FIELDS, numberOf } from '../fields.js';
import { hrefTo } from '../route.js';
import { type LiveTag, nameOf, shownPresence } from '../tags.js';
import { texts } from '../texts/index.js';
import { trendsOf } from '../trends.js';
import { Ago } from './ago.js';
import { PresenceMark } from './presence-mark.js';
import { SignalBars } from './signal-bars.js';
import { TrendArrow } from './trend-arrow.js';

/** A tag as it is now. It is drawn anew only when that tag says something. */
export function ReadingTile({ tag }: { tag: ReadonlySignal<LiveTag> }) {
  const { mac, presence, reason, reading } = tag.value;
  const tile = useRef<HTMLElement>(null);
  const isSeen = useSeen(tile);
  const shown = shownPresence(presence);
  // of one that is not heard nobody knows which way it goes
  const trends = isSeen && shown === 'ONLINE' ? trendsOf(mac).value : {};
  const name = nameOf(tag.value);
  return (
    <article ref={tile} class={`tile ${shown.toLowerCase()}`} aria-label={name}>
      <h3>
        <a href={hrefTo('sensors', mac)}>{name}</a>
      </h3>
      <PresenceMark presence={presence} />
      <dl>
        {AIR.map((field) => {
          const value = reading[field];
          return (
            value !== undefined && (
              <div key={field}>
                <dt>{texts.fields[field]}</dt>
                <dd>
                  <TrendArrow field={field} perHour={trends[field]} />
                  {numberOf(field, value)} <span class="unit">{FIELDS[field].unit}</span>
                </dd>
              </div>
            )
          );
        })}
      </dl>
      {reason !== undefined && <p class="reason">{reason}</p>}
      <p class="condition">
        {reading.rssi !== undefined && <SignalBars rssi={reading.rssi} />}
        {reading.batteryVoltage !== undefined && (
          <span>
            <span class="hidden">{texts.fields.batteryVoltage} </span>
            {numberOf('batteryVoltage', reading.batteryVoltage)} V
          </span>
        )}
        <Ago time={reading.time} />
      </p>
    </article>
  );
}

/** Whether it was ever on the screen: what nobody sees asks for nothing. */
function useSeen(element: { readonly current: Element | null }): boolean {
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (!element.current || isSeen) return;
    const observer = new IntersectionObserver((entries) => setSeen(entries.some((entry) => entry.isIntersecting)));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [isSeen]);
  return isSeen;
}
