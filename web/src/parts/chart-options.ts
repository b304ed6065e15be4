import type uPlot from 'uplot';
import { DASHES, type Drawn, isAlone } from './chart-drawn.js';
import { axisTime } from './chart-times.js';

/** px */
export const HEIGHT = 280;

/** Who is told of what happens in a chart. */
interface Heard {
  readonly onDrawn: () => void;
  /** @param index of the time that is pointed at; null where none is */
  readonly onPointed: (index: number | null) => void;
}

/** For each line its mean, and of one alone what is greatest and least too. */
export function dataOf(drawn: Drawn): uPlot.AlignedData {
  const { times, lines } = drawn;
  const band = isAlone(drawn) ? lines.flatMap(({ max, min }) => [max, min]) : [];
  // uPlot reads what it is given, and does not change it
  return [times, ...lines.map(({ mean }) => mean), ...band] as unknown as uPlot.AlignedData;
}

/** How it is drawn: in the colours that the page gives where the chart is to be, and as wide as that is. */
export function optionsOf(holder: HTMLElement, drawn: Drawn, { onDrawn, onPointed }: Heard): uPlot.Options {
  const { lines, digits, from, to } = drawn;
  const band = colourOf(holder, 'chart-band');
  const edge = { stroke: band, width: 0, points: { show: false } };
  const axis = axisOf(holder);
  return {
    width: holder.clientWidth,
    height: HEIGHT,
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
    scales: { x: { time: true, range: (_, low, high) => [low, high], min: from, max: to } },
    series: [{}, ...lines.map((_, index) => seriesOf(holder, index)), ...(isAlone(drawn) ? [edge, edge] : [])],
    bands: isAlone(drawn) ? [{ series: [2, 3], fill: band }] : [],
    axes: [
      { ...axis, space: 70, values: (_, times, __, ___, step) => times.map((time) => axisTime(time, step)) },
      { ...axis, size: 64, values: (_, values) => values.map((value) => value.toFixed(digitsOf(values, digits))) },
    ],
    hooks: { draw: [onDrawn], setCursor: [({ cursor }) => onPointed(cursor.idx ?? null)] },
  };
}

function seriesOf(holder: HTMLElement, index: number): uPlot.Series {
  const stroke = colourOf(holder, `line-${index}`);
  return { stroke, width: 2, dash: [...(DASHES[index] ?? [])], points: { filter: isolated, size: 5, stroke, fill: stroke } };
}

function axisOf(holder: HTMLElement): uPlot.Axis {
  const grid = { stroke: colourOf(holder, 'chart-grid'), width: 1 };
  return { stroke: colourOf(holder, 'chart-ink'), grid, ticks: grid };
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
