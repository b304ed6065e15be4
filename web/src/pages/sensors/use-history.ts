import { useEffect, useRef, useState } from 'preact/hooks';
import type { MeasuredField } from '../../fields.js';
import { framed } from '../../framed.js';
import { gatewayNow } from '../../gateway-time.js';
import { onEvent } from '../../live.js';
import { type Asked, useAsked } from '../../parts/asked.js';
import { statisticsOf } from '../../statistics.js';
import type { Reading } from '../../tags.js';
import { appended, type Range, RANGES, type Series, seriesOf } from './series.js';

/** What was measured; grows while it is looked at. */
export interface History {
  /** Those that were asked for: by the time there is an answer somebody may look at others. */
  readonly macs: readonly string[];
  readonly field: MeasuredField;
  readonly range: Range;
  /** Of each of them, in their order. */
  readonly series: readonly Series[];
  /** When the gateway had answered, by `performance.now()`. */
  readonly arrivedAt: number;
}

/** Looks back, and goes on with what is heard. */
export function useHistory(macs: readonly string[], field: MeasuredField, range: Range): Asked<History> {
  const asked = useAsked(() => ask(macs, field, range), [macs.join(), field, range]);
  const [grown, setGrown] = useState<History>();
  const found = asked.value;
  const latest = useRef<History | undefined>(undefined);
  useEffect(() => {
    latest.current = found;
    const heard: Reading[] = [];
    const grow = framed(() => {
      if (!latest.current || latest.current.arrivedAt !== found?.arrivedAt) return;
      latest.current = heard.splice(0).reduce(withReading, latest.current);
      setGrown(latest.current);
    });
    return onEvent(({ type, data }) => {
      const reading = data as Reading;
      if (!found || type !== 'org.umec.sensors.reading.v1' || !found.macs.includes(reading.mac)) return;
      heard.push(reading);
      // of a page that nobody sees nothing is drawn, and what it has missed it asks for
      if (heard.length > MOST_HEARD) heard.splice(0, 1);
      grow();
    });
  }, [found]);
  const isGrown = grown !== undefined && grown.arrivedAt === found?.arrivedAt;
  return isGrown ? { ...asked, value: grown } : asked;
}

const MOST_HEARD = 1000;

async function ask(macs: readonly string[], field: MeasuredField, range: Range): Promise<History> {
  const { lengthMs, every } = RANGES[range];
  const wanted = { fields: [field], from: gatewayNow() - lengthMs, every };
  const answers = await Promise.all(macs.map((mac) => statisticsOf(mac, wanted)));
  return { macs, field, range, series: answers.map((buckets) => seriesOf(buckets, field)), arrivedAt: performance.now() };
}

function withReading(history: History, reading: Reading): History {
  const { macs, field, range, series } = history;
  const at = macs.indexOf(reading.mac);
  return { ...history, series: series.map((one, index) => (index === at ? appended(one, reading, field, RANGES[range]) : one)) };
}
