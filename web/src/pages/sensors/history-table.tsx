import { useState } from 'preact/hooks';
import type { Drawn } from '../../parts/chart-drawn.js';
import { fullTime } from '../../parts/chart-times.js';
import { InParts } from '../../parts/in-parts.js';
import { texts } from '../../texts/index.js';

const { history: said } = texts.sensors;
const ROWS = 50;

interface Table {
  readonly caption: string;
  /** What one line alone is called in it. */
  readonly heading: string;
  readonly drawn: Drawn;
}

/** What a chart shows, in words, newest first; made only when somebody wants it. */
export function HistoryTable(table: Table) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{said.table}</summary>
      {isOpen && <Rows {...table} />}
    </details>
  );
}

function Rows({ caption, heading, drawn: { times, lines, digits, unit } }: Table) {
  const isAlone = lines.length === 1;
  const columns = [said.time, ...(isAlone ? [heading] : lines.map(({ name }) => (unit === '' ? name : `${name}, ${unit}`)))];
  const given = [...times.keys()].filter((at) => lines.some(({ mean }) => typeof mean[at] === 'number')).reverse();
  const text = (value: number | null | undefined): string => (typeof value === 'number' ? value.toFixed(digits) : '');
  return (
    <InParts items={given} size={ROWS}>
      {(shown) => (
        <table class="cards" aria-label={caption}>
          <thead>
            <tr>
              {columns.map((column, index) => (
                <th key={index} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((at) => (
              <tr key={times[at]}>
                <td>{fullTime(times[at] ?? 0)}</td>
                {lines.map(({ mean, min, max }, index) => (
                  <td key={index} class="number" data-label={columns[index + 1]}>
                    {text(mean[at])}
                    {isAlone && min[at] !== max[at] && <span class="unit"> {said.band(text(min[at]), text(max[at]))}</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </InParts>
  );
}
