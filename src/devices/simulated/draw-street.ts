import { chance, pick } from './chance.js';
import { type Daylight, daylightAt, inLight, mix } from './daylight.js';

const WALLS = ['#e8b7a0', '#efd9a7', '#b9cfd8', '#d8c4b6', '#c7d3b0', '#e3a38c', '#d9d4c7', '#a9bccb'] as const;
const ROOFS = ['#8c4a3c', '#6d4b46', '#55616d', '#7a5a48'] as const;
const GROUND = 306;

interface House {
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly luck: (which: number) => number;
}

/**
 * All of a street that stands still for a minute, as an SVG image: sky, houses, trees, lamps and the road.
 *
 * @param time ms since the epoch; decides on the light
 * @param seed decides on the houses
 * @param size of the picture in pixels; what is drawn is 480 units high and as wide as that makes it
 */
export function streetSvg(time: number, seed: number, size: { width: number; height: number }): string {
  const width = (480 * size.width) / size.height;
  const day = daylightAt(time);
  const houses = row(seed, width);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${width} 480">` +
    sky(day, width, seed) +
    clouds(time, day, width) +
    inLight(hills(width) + houses.map(house).join(''), day.light) +
    houses.map((each) => windows(each, day)).join('') +
    inLight(trees(seed, width) + road(width), day.light) +
    streetLamps(width, day) +
    '</svg>'
  );
}

function sky({ light, glow, progress, isDay }: Daylight, width: number, seed: number): string {
  const top = mix(mix('#0a1233', '#5aa9e6', light), '#4a5a9c', glow * 0.5);
  const low = mix(mix('#27335f', '#e2f2fa', light), '#f7a86c', glow * 0.8);
  const stars = Array.from({ length: 60 }, (_, star) => {
    const [x, y] = [chance(seed, star, 1) * width, chance(seed, star, 2) * 190];
    return `<circle cx="${x}" cy="${y}" r="${0.5 + chance(seed, star, 3)}"/>`;
  });
  const [x, y] = [width * (0.06 + 0.88 * progress), 230 - 180 * Math.sin(Math.PI * progress)];
  const disc = isDay ? mix('#fff6d0', '#ff9e52', glow) : '#f2f0dc';
  return (
    `<linearGradient id="sky" x2="0" y2="1"><stop stop-color="${top}"/><stop offset="1" stop-color="${low}"/></linearGradient>` +
    `<rect width="${width}" height="${GROUND}" fill="url(#sky)"/><g fill="#fff" opacity="${Math.max(0, 0.9 - 2 * light)}">${stars.join('')}</g>` +
    `<circle cx="${x}" cy="${y}" r="46" fill="${disc}" opacity=".18"/><circle cx="${x}" cy="${y}" r="24" fill="${disc}"/>`
  );
}

function clouds(time: number, { light, glow }: Daylight, width: number): string {
  const colour = mix(mix('#3a4468', '#ffffff', light), '#ffcfa8', glow * 0.7);
  const drift = time / 15_000;
  const shapes = [0, 1, 2, 3].map((cloud) => {
    const x = ((drift * (1 + cloud * 0.3) + cloud * 0.29 * width) % (width + 160)) - 80;
    const scale = 0.7 + 0.5 * chance(cloud, 7);
    return (
      `<g transform="translate(${x} ${48 + 80 * chance(cloud, 8)}) scale(${scale})"><ellipse rx="52" ry="13"/>` +
      `<ellipse cx="-16" cy="-10" rx="24" ry="16"/><ellipse cx="14" cy="-14" rx="28" ry="20"/></g>`
    );
  });
  return `<g fill="${colour}" opacity=".85">${shapes.join('')}</g>`;
}

function hills(width: number): string {
  const wave = (y: number, bend: number): string =>
    `M0 ${y}Q${width * 0.2} ${y - bend} ${width * 0.45} ${y - 8}T${width} ${y - 20}V${GROUND}H0Z`;
  return `<path d="${wave(226, 60)}" fill="#8fb3a8"/><path d="${wave(252, -30)}" fill="#739a80"/>`;
}

function row(seed: number, width: number): House[] {
  const houses: House[] = [];
  for (let x = -20, number = 0; x < width; number++) {
    const luck = (which: number): number => chance(seed, number, which);
    const house = { x, width: 84 + 12 * Math.floor(luck(0) * 4), height: 100 + 18 * Math.floor(luck(1) * 4), luck };
    houses.push(house);
    x += house.width + (luck(2) > 0.7 ? 26 : 0);
  }
  return houses;
}

function house({ x, width, height, luck }: House): string {
  const top = GROUND - height;
  const wall = pick(WALLS, luck(3));
  const roof = pick(ROOFS, luck(4));
  const gable = `<path d="M${x - 5} ${top + 2}L${x + width / 2} ${top - 36}L${x + width + 5} ${top + 2}Z" fill="${roof}"/>`;
  const slope = `<path d="M${x - 4} ${top + 2}L${x + 14} ${top - 26}H${x + width - 14}L${x + width + 4} ${top + 2}Z" fill="${roof}"/>`;
  const chimney = `<rect x="${x + width * 0.7}" y="${top - 36}" width="10" height="24" fill="${mix(roof, '#000000', 0.2)}"/>`;
  const body = `<rect x="${x}" y="${top}" width="${width}" height="${height}" fill="${wall}"/>`;
  const plinth = `<rect x="${x}" y="${GROUND - 8}" width="${width}" height="8" fill="${mix(wall, '#4a4038', 0.4)}"/>`;
  return (
    chimney + (luck(5) > 0.5 ? gable : slope) + body + plinth + (luck(6) > 0.55 ? shop(x, width, luck(7)) : door(x, width, roof))
  );
}

function door(x: number, width: number, colour: string): string {
  const left = x + width / 2 - 10;
  return (
    `<rect x="${left}" y="${GROUND - 42}" width="20" height="42" rx="2" fill="${colour}"/>` +
    `<circle cx="${left + 16}" cy="${GROUND - 20}" r="1.6" fill="#f3e3b0"/>`
  );
}

function shop(x: number, width: number, luck: number): string {
  const colour = pick(['#b8483e', '#2f7d6d', '#3c64a0', '#c78a2c'], luck);
  const stripes = Array.from({ length: 6 }, (_, stripe) => {
    const step = (width - 12) / 6;
    return `<path d="M${x + 6 + stripe * step} ${GROUND - 46}h${step}v10a${step / 2} 5 0 0 1-${step} 0z" fill="${stripe % 2 ? '#f6f1e6' : colour}"/>`;
  });
  return `<rect x="${x + 10}" y="${GROUND - 40}" width="${width - 20}" height="34" fill="#52636e"/>${stripes.join('')}`;
}

/** Not darkened with the walls, so that some of them shine at night. */
function windows({ x, width, height, luck }: House, { light }: Daylight): string {
  const columns = Math.floor((width - 12) / 24);
  const floors = Math.floor((height - 56) / 34);
  const gap = (width - columns * 14) / (columns + 1);
  return Array.from({ length: columns * floors }, (_, index) => {
    const left = x + gap + (index % columns) * (14 + gap);
    const top = GROUND - height + 12 + Math.floor(index / columns) * 34;
    const lit = light < 0.5 && luck(20 + index) > 0.45;
    const glass = lit ? '#ffd98a' : mix('#27304a', '#7f9fb3', light);
    const frame = mix('#3a4056', '#f7f3ea', lit ? 0.6 : light);
    return (
      `<path d="M${left - 2} ${top - 2}h18v24h-18z" fill="${frame}"/>` +
      `<path d="M${left} ${top}h14v20h-14z" fill="${glass}"/>` +
      `<path d="M${left + 6.4} ${top}h1.4v20h-1.4zM${left} ${top + 8}h14v1.4h-14z" fill="${frame}"/>`
    );
  }).join('');
}

function trees(seed: number, width: number): string {
  return Array.from({ length: Math.ceil(width / 170) }, (_, tree) => {
    const [x, size] = [tree * 170 + 40 + 60 * chance(seed, tree, 50), 0.85 + 0.35 * chance(seed, tree, 51)];
    return (
      `<g transform="translate(${x} ${GROUND + 14}) scale(${size})">` +
      `<path d="M-4 0L-3-46H3L4 0Z" fill="#6b4b36"/><circle cy="-66" r="27" fill="#4f8a52"/>` +
      `<circle cx="-17" cy="-50" r="18" fill="#467d4b"/><circle cx="17" cy="-52" r="19" fill="#5a9a5b"/></g>`
    );
  }).join('');
}

function road(width: number): string {
  const dashes = `stroke="#f2ecd8" stroke-width="4" stroke-dasharray="36 28"`;
  return (
    `<rect y="${GROUND}" width="${width}" height="24" fill="#cdc7bc"/><rect y="${GROUND + 24}" width="${width}" height="6" fill="#a29c92"/>` +
    `<rect y="${GROUND + 30}" width="${width}" height="134" fill="#5b5f67"/><path d="M0 400H${width}" ${dashes}/>` +
    `<rect y="470" width="${width}" height="4" fill="#a29c92"/><rect y="474" width="${width}" height="6" fill="#cdc7bc"/>`
  );
}

function streetLamps(width: number, { light }: Daylight): string {
  const cone =
    light < 0.5
      ? '<path d="M20-112L-16 8H64L28-112Z" fill="#ffe9a8" opacity=".16"/><circle cx="24" cy="-110" r="13" fill="#ffe9a8" opacity=".5"/>'
      : '';
  return Array.from({ length: Math.ceil(width / 240) }, (_, lamp) => {
    const post = '<path d="M0 0V-104Q0-116 12-116H26" fill="none" stroke="#3c434c" stroke-width="4"/>';
    const head = `<path d="M16-116h18l-4 8h-10z" fill="${light < 0.5 ? '#fff4cc' : '#59616b'}"/>`;
    return `<g transform="translate(${130 + lamp * 240} ${GROUND + 20})">${cone}${post}${head}</g>`;
  }).join('');
}
