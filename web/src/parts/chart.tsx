import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import './chart.css';
import { type Drawn, isAlone } from './chart-drawn.js';
import { ChartLegend } from './chart-legend.js';
import { dataOf, HEIGHT, optionsOf } from './chart-options.js';
import { ChartPointed } from './chart-pointed.js';

const DARK = matchMedia('(prefers-color-scheme: dark)');

/** Lines over time. What it says stands beside it too: nobody who cannot see it goes without. */
export function Chart({ drawn, summary }: { drawn: Drawn; summary: string }) {
  const holder = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | undefined>(undefined);
  const latest = useRef(drawn);
  latest.current = drawn;
  const isDark = useDark();
  const [pointed, setPointed] = useState<number | null>(null);
  const { digits, lines } = drawn;
  const names = lines.map(({ name }) => name).join('\n');
  useLayoutEffect(() => {
    if (!holder.current) return;
    const element = holder.current;
    const heard = { onDrawn: () => measure(latest.current), onPointed: setPointed };
    const shown = new uPlot(optionsOf(element, latest.current, heard), dataOf(latest.current), element);
    plot.current = shown;
    const observer = new ResizeObserver(() => shown.setSize({ width: element.clientWidth, height: HEIGHT }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      shown.destroy();
      plot.current = undefined;
    };
  }, [names, digits, isDark]);
  useLayoutEffect(() => {
    const shown = plot.current;
    // one that was made just now has it
    if (!shown || shown.data[0] === drawn.times) return;
    shown.batch(() => {
      shown.setData(dataOf(drawn), false);
      shown.setScale('x', { min: drawn.from, max: drawn.to });
    });
  }, [drawn]);
  return (
    <>
      {!isAlone(drawn) && <ChartLegend lines={lines} />}
      <div ref={holder} class="chart" role="img" aria-label={summary} />
      <ChartPointed drawn={drawn} index={pointed} />
    </>
  );
}

function useDark(): boolean {
  const [isDark, setDark] = useState(DARK.matches);
  useEffect(() => {
    const look = () => setDark(DARK.matches);
    DARK.addEventListener('change', look);
    return () => DARK.removeEventListener('change', look);
  }, []);
  return isDark;
}

let measuredAt = 0;

/** How long it took from what the gateway had answered to the chart, for whoever wants to know: `performance.getEntriesByName('chart')`. */
function measure({ arrivedAt }: Drawn): void {
  if (arrivedAt === measuredAt) return;
  measuredAt = arrivedAt;
  performance.measure('chart', { start: arrivedAt, end: performance.now() });
}
