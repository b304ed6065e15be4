import type { Drawn } from './chart-drawn.js';
import { fullTime } from './chart-times.js';

/** What there was where somebody points. @param index of the time; null where nobody does */
export function ChartPointed({ drawn, index }: { drawn: Drawn; index: number | null }) {
  return (
    <p class="pointed" aria-hidden="true">
      {index === null ? '' : toldAt(drawn, index)}
    </p>
  );
}

function toldAt({ times, lines, digits, unit }: Drawn, index: number): string {
  const values = lines.flatMap(({ name, mean }) => {
    const value = mean[index];
    return typeof value === 'number' ? [`${lines.length > 1 ? `${name}: ` : ''}${value.toFixed(digits)} ${unit}`.trimEnd()] : [];
  });
  const time = times[index];
  return time === undefined ? '' : [fullTime(time), ...values].join(' · ');
}
