import { type ChartLine, DASHES } from './chart-drawn.js';

/** Which line is which. */
export function ChartLegend({ lines }: { lines: readonly ChartLine[] }) {
  return (
    <ul class="legend">
      {lines.map(({ name }, index) => (
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
  );
}
