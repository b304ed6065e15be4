import { measuredOf } from '../../fields.js';
import { Shown } from '../../parts/asked.js';
import { MOST_LINES } from '../../parts/chart-drawn.js';
import { hrefTo } from '../../route.js';
import { tagOf, tagsAsked } from '../../tags.js';
import { texts } from '../../texts/index.js';
import { History } from './history.js';

const { compare: said } = texts.sensors;

/** Several sensors in one chart. */
export function Comparison({ macs }: { macs: readonly string[] }) {
  return <Shown asked={tagsAsked.value}>{() => <Compared macs={macs} />}</Shown>;
}

/** Those of which the gateway knows, which it has said. */
function Compared({ macs }: { macs: readonly string[] }) {
  const shown = macs.slice(0, MOST_LINES);
  const known = shown.filter((mac) => tagOf(mac));
  const unknown = shown.filter((mac) => !known.includes(mac));
  const readings = known.flatMap((mac) => tagOf(mac)?.reading ?? []);
  // what one of them measures is worth looking at
  const fields = new Set(readings.flatMap(measuredOf));
  return (
    <>
      <p>
        <a href={hrefTo('sensors')}>{texts.sensors.sensor.back}</a>
      </p>
      {macs.length > MOST_LINES && <p role="alert">{said.tooMany(MOST_LINES)}</p>}
      {unknown.length > 0 && <p role="alert">{said.notRead(unknown.join(', '))}</p>}
      {known.length > 0 && <History macs={known} fields={[...fields]} />}
    </>
  );
}
