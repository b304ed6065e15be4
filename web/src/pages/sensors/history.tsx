import './history.css';
import { useSignal } from '@preact/signals';
import { FIELDS, headingOf, type MeasuredField, scaleOf, withUnit } from '../../fields.js';
import { gatewayNow } from '../../gateway-time.js';
import { Shown } from '../../parts/asked.js';
import { Chart } from '../../parts/chart.js';
import { nameOfMac } from '../../tags.js';
import { texts } from '../../texts/index.js';
import { HistoryTable } from './history-table.js';
import { aligned, extentOf, type Range, RANGES } from './series.js';
import { type History as Looked, useHistory } from './use-history.js';

const { history: said } = texts.sensors;

interface Chosen {
  readonly macs: readonly string[];
  /** Among which somebody chooses. */
  readonly fields: readonly MeasuredField[];
}

/** What some tags measured, as a chart and as a table. */
export function History({ macs, fields }: Chosen) {
  const wanted = useSignal<MeasuredField | undefined>(undefined);
  const range = useSignal<Range>('24h');
  const field = wanted.value ?? fields[0] ?? 'temperature';
  const looked = useHistory(macs, field, range.value);
  return (
    <>
      <div class="row choosing history-choice">
        <fieldset class="ranges">
          <legend class="hidden">{said.range}</legend>
          {(Object.keys(RANGES) as Range[]).map((one) => (
            <label key={one}>
              <input type="radio" name="range" checked={range.value === one} onChange={() => (range.value = one)} />
              <span>{said.ranges[one]}</span>
            </label>
          ))}
        </fieldset>
        <label>
          {said.field}{' '}
          <select value={field} onChange={(event) => (wanted.value = event.currentTarget.value as MeasuredField)}>
            {fields.map((one) => (
              <option key={one} value={one}>
                {headingOf(one)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Shown asked={looked}>{(history) => <Drawn history={history} />}</Shown>
    </>
  );
}

function Drawn({ history }: { history: Looked }) {
  const { macs, field, range, series, arrivedAt } = history;
  const { lengthMs, everyMs } = RANGES[range];
  // a name may change while it is looked at
  const names = macs.map(nameOfMac);
  const to = gatewayNow();
  const from = to - lengthMs;
  const { times, lines } = aligned(series, from, to, everyMs, scaleOf(field));
  if (times.length === 0) return <p>{said.none}</p>;
  const named = lines.map((line, index) => ({ ...line, name: names[index] ?? '' }));
  const extents = series.flatMap((one, index) => {
    const extent = extentOf(one, from, everyMs);
    const [low, high, last] = [extent?.low, extent?.high, extent?.last].map((value) => withUnit(field, value ?? 0));
    return extent ? [said.extent(names[index] ?? '', low ?? '', high ?? '', last ?? '')] : [];
  });
  const gaps = lines.reduce((count, line) => count + line.gaps, 0);
  const summary = [...extents, ...(gaps > 0 ? [said.gaps(gaps)] : [])].join(' ');
  const { digits, unit } = FIELDS[field];
  const drawn = { times, lines: named, from: from / 1000, to: to / 1000, digits, unit, arrivedAt };
  return (
    <figure class="history">
      <Chart drawn={drawn} summary={`${said.chart(headingOf(field), said.ranges[range])}. ${summary}`} />
      <figcaption>
        {summary} {named.length === 1 && said.bandHint}
      </figcaption>
      <HistoryTable caption={said.chart(headingOf(field), said.ranges[range])} heading={headingOf(field)} drawn={drawn} />
    </figure>
  );
}
