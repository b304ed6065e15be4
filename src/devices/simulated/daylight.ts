const DAY_MS = 86_400_000;

/** What the hour does to a street; all from 0 to 1, by a sun that rises at 6 and sets at 18 UTC. */
export interface Daylight {
  /** 0 in the night, 1 by day */
  readonly light: number;
  /** 1 when the sun is at the horizon */
  readonly glow: number;
  /** How far sun or moon has gone across the sky. */
  readonly progress: number;
  readonly isDay: boolean;
}

export function daylightAt(time: number): Daylight {
  const sinceSunrise = (time / DAY_MS + 0.75) % 1;
  const altitude = Math.sin(2 * Math.PI * sinceSunrise);
  return {
    light: clamp((altitude + 0.25) / 0.5),
    glow: clamp(1 - Math.abs(altitude) / 0.4),
    progress: (sinceSunrise * 2) % 1,
    isDay: sinceSunrise < 0.5,
  };
}

/** A colour between two, both as `#rrggbb`. */
export function mix(from: string, to: string, share: number): string {
  const channel = (at: number): number => {
    const [a, b] = [from, to].map((colour) => parseInt(colour.slice(at, at + 2), 16)) as [number, number];
    return Math.round(a + (b - a) * share);
  };
  return '#' + [1, 3, 5].map((at) => channel(at).toString(16).padStart(2, '0')).join('');
}

/** A drawing as the night shows it: each `#rrggbb` in the SVG is the nearer to dark blue, the less light there is. */
export function inLight(svg: string, light: number): string {
  return svg.replace(/#[0-9a-f]{6}\b/g, (colour) => mix(colour, '#0b1230', 0.6 * (1 - light)));
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
