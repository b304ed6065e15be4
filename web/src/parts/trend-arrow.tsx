import './trend-arrow.css';
import { type AIR, withUnit } from '../fields.js';
import { texts } from '../texts/index.js';

type AirField = (typeof AIR)[number];

/** What is slower than this is steady: each hour, in the gateway's unit. */
const STEADY: Readonly<Record<AirField, number>> = {
  temperature: 0.3,
  humidity: 1.5,
  pressure: 60,
  co2: 40,
  pm2p5: 3,
  voc: 15,
  nox: 15,
  illuminance: 100,
};

/** Which way a value goes; nothing where nobody knows. */
export function TrendArrow({ field, perHour }: { field: AirField; perHour: number | undefined }) {
  if (perHour === undefined) return null;
  const isSteady = Math.abs(perHour) < STEADY[field];
  const way = isSteady ? 'steady' : perHour > 0 ? 'rising' : 'falling';
  const said = texts.sensors.trend[way](withUnit(field, Math.abs(perHour)));
  return (
    <span class={`trend ${way}`} title={said}>
      <span aria-hidden="true">{{ steady: '→', rising: '↗', falling: '↘' }[way]}</span>
      <span class="hidden">{said}</span>{' '}
    </span>
  );
}
