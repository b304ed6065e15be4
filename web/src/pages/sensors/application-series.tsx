import type { components } from '../../../../generated/sensors.js';
import { sensors } from '../../api.js';
import { Ago } from '../../parts/ago.js';
import { Shown } from '../../parts/asked.js';
import { useEvery } from '../../parts/every.js';
import { More, usePaged } from '../../parts/paged.js';
import { Table } from '../../parts/table.js';
import { addressOf } from '../../root.js';
import { texts } from '../../texts/index.js';

type Point = components['schemas']['Point'];

const { series: said } = texts.sensors;
/** Nothing tells of what applications add but the stream of all readings. */
const AGAIN_MS = 5_000;
/** A number of an application may be as small as it likes. */
const DIGITS = 12;

/** What applications measure, each series by its newest point. */
export function ApplicationSeries() {
  const paged = usePaged<Point>((page) => sensors.GET('/series', { params: { query: { limit: 100, ...page } } }), []);
  useEvery(AGAIN_MS, paged.anew);
  return (
    <section aria-labelledby="series">
      <h2 id="series">{said.title}</h2>
      <Shown asked={paged}>
        {(points) =>
          points.length === 0 ? (
            <p>
              {said.none} <a href={addressOf('docs/#Readings_POST')}>{said.how}</a>
            </p>
          ) : (
            <Table
              caption={said.title}
              columns={said.columns}
              rows={points}
              keyOf={({ measurement, tags }) => JSON.stringify([measurement, tags])}
              cells={({ measurement, tags, fields, time }) => [
                <strong key="measurement">{measurement}</strong>,
                <Named key="tags" values={tags} />,
                <Named key="fields" values={fields} />,
                <Ago key="time" time={time} />,
              ]}
            />
          )
        }
      </Shown>
      <More of={paged} />
    </section>
  );
}

/** What stands under names that an application has chosen. */
function Named({ values }: { values: Readonly<Record<string, Point['fields'][string]>> }) {
  return (
    <>
      {Object.entries(values).map(([name, value]) => (
        <span key={name} class="named">
          <span class="unit">{name}</span>{' '}
          {typeof value === 'number' ? value.toLocaleString(texts.language, { maximumSignificantDigits: DIGITS }) : String(value)}
        </span>
      ))}
    </>
  );
}
