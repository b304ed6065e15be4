import { useState } from 'preact/hooks';
import { type ChartLine, type Drawn, isAlone } from '../../parts/chart-drawn.js';
import { fullTime } from '../../parts/chart-times.js';
import { InParts } from '../../parts/in-parts.js';
import { Table } from '../../parts/table.js';
import { texts } from '../../texts/index.js';

const { history: said } = texts.sensors;
const ROWS = 50;

interface Shown {
  readonly caption: string;
  /** What one line alone is called in it. */
  readonly heading: string;
  readonly drawn: Drawn;
}

/** What a chart shows, in words, newest first; made only when somebody wants it. */
export function HistoryTable(shown: Shown) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{said.table}</summary>
      {isOpen && <Rows {...shown} />}
    </details>
  );
}

function Rows({ caption, heading, drawn }: Shown) {
  const { times, lines, unit } = drawn;
  const names = isAlone(drawn) ? [heading] : lines.map(({ name }) => (unit === '' ? name : `${name}, ${unit}`));
  const given = [...times.keys()].filter((at) => lines.some(({ mean }) => typeof mean[at] === 'number')).reverse();
  return (
    <InParts items={given} size={ROWS}>
      {(shown) => (
        <Table
          {...{ caption, columns: [said.time, ...names], none: said.none, rows: shown }}
          keyOf={(at) => times[at] ?? at}
          cells={(at) => [
            fullTime(times[at] ?? 0),
            ...lines.map((line, index) => typeof line.mean[at] === 'number' && <Value key={index} {...{ line, at, drawn }} />),
          ]}
        />
      )}
    </InParts>
  );
}

function Value({ line: { mean, min, max }, at, drawn }: { line: ChartLine; at: number; drawn: Drawn }) {
  const text = (value: number | null | undefined): string => (typeof value === 'number' ? value.toFixed(drawn.digits) : '');
  return (
    <span class="number">
      {text(mean[at])}
      {isAlone(drawn) && min[at] !== max[at] && <span class="unit"> {said.band(text(min[at]), text(max[at]))}</span>}
    </span>
  );
}
