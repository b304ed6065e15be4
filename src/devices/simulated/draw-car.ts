import { type Daylight, inLight } from './daylight.js';
import { LETTER, lettering, letteringWidth } from './lettering.js';
import { type Car, CAR_LENGTH } from './traffic.js';

/** The box a car is drawn in, before it is scaled: the car, and room for its lights in front and behind. */
export const CAR_BOX = { width: CAR_LENGTH + 140, height: 120, margin: 70 } as const;
/** The number plate on the car's side, in the box's units from its upper left corner. */
export const PLATE = { width: 132, height: 34, x: CAR_BOX.margin + (CAR_LENGTH - 132) / 2, y: 62, letterHeight: 19 } as const;

const BODIES: Readonly<Record<Car['kind'], { body: string; glass: string }>> = {
  hatchback: {
    body: 'M8 100V66Q10 56 26 52L62 20Q68 14 80 14H158Q170 14 180 22L218 52 258 60Q272 64 274 78V100Z',
    glass: 'M54 52 80 26Q83 23 88 23H122V52ZM132 23H154Q164 23 170 28L198 52H132Z',
  },
  saloon: {
    body: 'M6 100V68Q8 58 22 55L62 52 92 22Q98 16 110 16H162Q174 16 184 24L216 52 258 60Q272 64 274 78V100Z',
    glass: 'M80 52 103 29Q106 25 112 25H134V52ZM144 25H158Q168 25 174 30L198 52H144Z',
  },
  van: {
    body: 'M6 100V18Q6 8 18 8H190Q202 8 210 18L238 54 262 62Q274 66 274 80V100Z',
    glass: 'M176 20H188Q196 20 201 27L218 52H176Z',
  },
};

/** A car as an SVG image of `CAR_BOX`, times its scale, times `pixels` per unit. Its plate can be read on both sides. */
export function carSvg(car: Car, { light }: Daylight, pixels: number): string {
  const size = car.scale * pixels;
  const flip = car.facing === 'left' ? `translate(${CAR_BOX.width}) scale(-1 1)` : '';
  const body = `<g transform="${flip} translate(${CAR_BOX.margin})">${lamps(light)}${inLight(shape(car), light)}</g>`;
  const box = `width="${Math.ceil(CAR_BOX.width * size)}" height="${Math.ceil(CAR_BOX.height * size)}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box}><g transform="scale(${size})">${body}${plate(car.plate)}</g></svg>`;
}

function shape({ kind, colour }: Car): string {
  const { body, glass } = BODIES[kind];
  return (
    `<path d="M4 103H278L270 118H12Z" fill="#000" opacity=".22"/>` +
    `<path d="${body}" fill="${colour}"/><path d="M8 84H274V100H8Z" fill="#000" opacity=".16"/>` +
    `<path d="${glass}" fill="#bfdbe8"/>` +
    `<path d="M262 66q10 3 11 12h-12z" fill="#fff3c0"/><path d="M7 66h9v14h-9z" fill="#c22a2a"/>` +
    wheel(52) +
    wheel(228)
  );
}

function wheel(x: number): string {
  return (
    `<circle cx="${x}" cy="97" r="22" fill="#26282d"/><circle cx="${x}" cy="97" r="11" fill="#c5cad1"/>` +
    `<circle cx="${x}" cy="97" r="4" fill="#6d737c"/>`
  );
}

/** Headlights reach as far ahead as the box does. */
function lamps(light: number): string {
  if (light > 0.5) return '';
  const fade = '<stop stop-color="#ffeeb0" stop-opacity=".75"/><stop offset="1" stop-color="#ffeeb0" stop-opacity="0"/>';
  return `<linearGradient id="beam">${fade}</linearGradient><path d="M272 70 350 58V116L272 84Z" fill="url(#beam)"/>`;
}

function plate(text: string): string {
  const scale = PLATE.letterHeight / LETTER.height;
  const x = PLATE.x + (PLATE.width - letteringWidth(text) * scale) / 2;
  const y = PLATE.y + (PLATE.height - PLATE.letterHeight) / 2;
  return (
    `<rect x="${PLATE.x}" y="${PLATE.y}" width="${PLATE.width}" height="${PLATE.height}" ` +
    `rx="4" fill="#fdfdfb" stroke="#30343a" stroke-width="1.5"/>` +
    `<g transform="translate(${x} ${y}) scale(${scale})">${lettering(text, '#15171a')}</g>`
  );
}
