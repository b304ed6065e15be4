import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import './chart.css';
import { axisTime, fullTime } from './chart-times.js';

type Values = readonly (number | null | undefined)[];

/** A line, and about it where it was between; null is a gap. */
export interface ChartLine {
  readonly name: string;
  readonly mean: Values;
  readonly min: Values;
  readonly max: Values;
}

/** What is drawn. What changes while it is shown is drawn into the same chart. */
export interface Drawn {
  /** s since the epoch */
  readonly times: readonly number[];
  readonly lines: readonly ChartLine[];
  /** s since the epoch: what is shown, whether there was anything or not. */
  readonly from: number;
  readonly to: number;
  readonly digits: number;
  readonly unit: string;
  /** When what it is of was there, by `performance.now()`. */
  readonly arrivedAt: number;
}

/** Each has a line of its own beside its colour. */
const DASHES: readonly (readonly number[])[] = [[], [8, 4], [2, 3], [12, 4, 2, 4], [5, 5], [1, 5]];
/** So many lines can be told from each other. */
export const MOST_LINES = DASHES.length;

const HEIGHT = 280;
const DARK = matchMedia('(prefers-color-scheme: dark)');

/** Lines over time. What it says stands beside it too: nobody who cannot see it goes without. */
export function Chart({ drawn, summary }: { drawn: Drawn; summary: string }) {
  const holder = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | undefined>(undefined);
  const latest = useRef(drawn);
  latest.current = drawn;
  const isDark = useDark();
  const [pointed, setPointed] = useState<number | null>(null);
  const { digits } = drawn;
  const names = drawn.lines.map(({ name }) => name).join('\n');
  const hasBand = drawn.lines.length === 1;
  useLayoutEffect(() => {
    if (!holder.current) return;
    const element = holder.current;
    const shown = new uPlot(optionsOf(element, latest, setPointed), dataOf(latest.current), element);
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
      <ul class="legend" hidden={hasBand}>
        {drawn.lines.map(({ name }, index) => (
          <li key={index} class={`line-${index}`}>
            <svg width="32" height="8" aria-hidden="true">
              <line
                x1="0"
                x2="32"
                y1="4"
                y2="4"
                stroke="currentColor"
                stroke-width="2"
                stroke-dasharray={DASHES[index]?.join(' ')}
              />
            </svg>
            <span>{name}</span>
          </li>
        ))}
      </ul>
      <div ref={holder} class="chart" role="img" aria-label={summary} />
      <p class="pointed" aria-hidden="true">
        {pointed === null ? '' : toldAt(drawn, pointed)}
      </p>
    </>
  );
}

/** What there was where somebody points. */
function toldAt({ times, lines, digits, unit }: Drawn, index: number): string {
  const values = lines.flatMap(({ name, mean }) => {
    const value = mean[index];
    return typeof value === 'number' ? [`${lines.length > 1 ? `${name}: ` : ''}${value.toFixed(digits)} ${unit}`.trimEnd()] : [];
  });
  const time = times[index];
  return time === undefined ? '' : [fullTime(time), ...values].join(' · ');
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

/** For each line its mean, and of one alone what is least and greatest too. */
function dataOf({ times, lines }: Drawn): uPlot.AlignedData {
  const [first] = lines;
  const band = first && lines.length === 1 ? [first.max, first.min] : [];
  // uPlot reads what it is given, and does not change it
  return [times, ...lines.map(({ mean }) => mean), ...band] as unknown as uPlot.AlignedData;
}

function optionsOf(
  holder: HTMLElement,
  latest: { readonly current: Drawn },
  onPointed: (index: number | null) => void,
): uPlot.Options {
  const { lines, digits, from, to } = latest.current;
  const ink = colourOf(holder, 'chart-ink');
  const grid = { stroke: colourOf(holder, 'chart-grid'), width: 1 };
  const colours = lines.map((_, index) => colourOf(holder, `line-${index}`));
  const isAlone = lines.length === 1;
  const series = colours.map((stroke, index) => ({
    stroke,
    width: 2,
    dash: [...(DASHES[index] ?? [])],
    points: { filter: isolated, size: 5, stroke, fill: stroke },
  }));
  const edge = { stroke: colourOf(holder, 'chart-band'), width: 0, points: { show: false } };
  return {
    width: holder.clientWidth,
    height: HEIGHT,
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
    scales: { x: { time: true, range: (_, low, high) => [low, high], min: from, max: to } },
    series: [{}, ...series, ...(isAlone ? [edge, edge] : [])],
    bands: isAlone ? [{ series: [2, 3], fill: colourOf(holder, 'chart-band') }] : [],
    axes: [
      {
        stroke: ink,
        grid,
        ticks: grid,
        space: 70,
        values: (_, times, __, ___, step) => times.map((time) => axisTime(time, step)),
      },
      {
        stroke: ink,
        grid,
        ticks: grid,
        size: 64,
        values: (_, values) => values.map((value) => value.toFixed(digitsOf(values, digits))),
      },
    ],
    hooks: { draw: [() => measure(latest.current)], setCursor: [({ cursor }) => onPointed(cursor.idx ?? null)] },
  };
}

/** As many as the marks need, and no more than are measured. */
function digitsOf([first = 0, second = first + 1]: readonly number[], digits: number): number {
  const step = second - first;
  const isWhole = (count: number): boolean => Math.abs(Math.round(step * 10 ** count) - step * 10 ** count) < 1e-6;
  return [...Array(digits).keys()].find(isWhole) ?? digits;
}

/** Values that stand alone between gaps, through which no line goes. */
function isolated(plot: uPlot, index: number, isShown: boolean): number[] | null {
  if (isShown) return null;
  const values = plot.data[index] ?? [];
  const ends = (at: number, step: -1 | 1): boolean => {
    let next = at + step;
    while (next in values && values[next] === undefined) next += step;
    return values[next] === undefined || values[next] === null;
  };
  return [...values.keys()].filter((at) => typeof values[at] === 'number' && ends(at, -1) && ends(at, 1));
}

/** What the page's variables come to, in the light that there is: a canvas does not know them. */
function colourOf(holder: HTMLElement, name: string): string {
  const probe = document.createElement('span');
  probe.className = name;
  holder.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

let measuredAt = 0;

/** How long it took from what the gateway had answered to the chart, for whoever wants to know: `performance.getEntriesByName('chart')`. */
function measure({ arrivedAt }: Drawn): void {
  if (arrivedAt === measuredAt) return;
  measuredAt = arrivedAt;
  performance.measure('chart', { start: arrivedAt, end: performance.now() });
}
